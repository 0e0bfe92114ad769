/** Catalogues of CKAN: its packages and resources as DCAT. */
@NullMarked
package samdata.harvester.protocol.ckan;

import org.jspecify.annotations.NullMarked;
