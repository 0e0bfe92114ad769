@NullMarked
package samdata.catalog.store;

import org.jspecify.annotations.NullMarked;
