/** Repositories that answer OAI-PMH: records in Dublin Core, DataCite or RDF as DCAT, asked only for what is new. */
@NullMarked
package samdata.harvester.protocol.oai;

import org.jspecify.annotations.NullMarked;
