/** Catalogues of DCAT-US 1.1, data.json: their records as DCAT. */
@NullMarked
package samdata.harvester.protocol.dcatus;

import org.jspecify.annotations.NullMarked;
