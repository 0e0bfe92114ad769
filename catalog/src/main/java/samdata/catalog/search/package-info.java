@NullMarked
package samdata.catalog.search;

import org.jspecify.annotations.NullMarked;
