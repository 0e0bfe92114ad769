/** The only door to other machines, and what a harvest may take of them and of this one: addresses, bytes, pages, time. */
@NullMarked
package samdata.harvester.fetch;

import org.jspecify.annotations.NullMarked;
