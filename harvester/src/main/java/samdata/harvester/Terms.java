package samdata.harvester;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of other vocabularies that Jena has no constants for. */
final class Terms {
    static final String ADMS = "http://www.w3.org/ns/adms#";
    static final String DCAT = "http://www.w3.org/ns/dcat#";
    static final String DCATAP = "http://data.europa.eu/r5r/";
    static final String DCT = "http://purl.org/dc/terms/";
    static final String FOAF = "http://xmlns.com/foaf/0.1/";
    static final String IT6 = "http://data.europa.eu/it6/";
    static final String LOCN = "http://www.w3.org/ns/locn#";
    static final String MLSO = "http://w3id.org/mlso/";
    static final String ORG = "http://www.w3.org/ns/org#";
    static final String OWL = "http://www.w3.org/2002/07/owl#";
    static final String SPDX = "http://spdx.org/rdf/terms#";
    static final String VCARD = "http://www.w3.org/2006/vcard/ns#";

    private Terms() {}

    static Node of(String namespace, String name) {
        return NodeFactory.createURI(namespace + name);
    }
}
