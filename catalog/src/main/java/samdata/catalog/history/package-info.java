/** What a change of the store did to the descriptions, read back from the change log. */
@NullMarked
package samdata.catalog.history;

import org.jspecify.annotations.NullMarked;
