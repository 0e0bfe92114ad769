package samdata.harvester.read;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of other vocabularies that Jena has no constants for. */
public final class Terms {
    public static final String ADMS = "http://www.w3.org/ns/adms#";
    public static final String DCAT = "http://www.w3.org/ns/dcat#";
    public static final String DCATAP = "http://data.europa.eu/r5r/";
    public static final String DCT = "http://purl.org/dc/terms/";
    public static final String FOAF = "http://xmlns.com/foaf/0.1/";
    public static final String IT6 = "http://data.europa.eu/it6/";
    public static final String LOCN = "http://www.w3.org/ns/locn#";
    public static final String MLSO = "http://w3id.org/mlso/";
    public static final String ORG = "http://www.w3.org/ns/org#";
    static final String OWL = "http://www.w3.org/2002/07/owl#";
    public static final String SPDX = "http://spdx.org/rdf/terms#";
    public static final String VCARD = "http://www.w3.org/2006/vcard/ns#";

    private Terms() {}

    public static Node of(String namespace, String name) {
        return NodeFactory.createURI(namespace + name);
    }
}
