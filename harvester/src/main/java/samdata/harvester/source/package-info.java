/** The endpoints that are registered, one file each: what is asked of a company, how often, and by which protocol. */
@NullMarked
package samdata.harvester.source;

import org.jspecify.annotations.NullMarked;
