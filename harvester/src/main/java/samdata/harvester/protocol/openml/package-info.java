/** Datasets and tasks of OpenML as DCAT. */
@NullMarked
package samdata.harvester.protocol.openml;

import org.jspecify.annotations.NullMarked;
