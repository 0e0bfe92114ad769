@NullMarked
package samdata.catalog.licence;

import org.jspecify.annotations.NullMarked;
