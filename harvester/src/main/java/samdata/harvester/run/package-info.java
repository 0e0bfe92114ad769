/** What is told of harvests: how each ended, what it found and what it changed, kept as files and compared from run to run. */
@NullMarked
package samdata.harvester.run;

import org.jspecify.annotations.NullMarked;
