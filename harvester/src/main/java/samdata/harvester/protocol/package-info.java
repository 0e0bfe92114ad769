/** How a catalogue is read in each way that companies offer one. The larger ways have a package each; none of those knows another, but files are read by all. */
@NullMarked
package samdata.harvester.protocol;

import org.jspecify.annotations.NullMarked;
