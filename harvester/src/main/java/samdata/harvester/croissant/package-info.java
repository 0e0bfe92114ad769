/** What is wrong with a Croissant description itself: what it refers to, its files, records and fields. */
@NullMarked
package samdata.harvester.croissant;

import org.jspecify.annotations.NullMarked;
