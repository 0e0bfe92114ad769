package samdata.catalog.identity;

import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What may speak for or against two descriptions being of the same dataset; its weight stands in the scheme of evidence. */
public enum Kind {
    CLAIM,
    IDENTIFIER,
    CHECKSUM,
    LANDING_PAGE,
    DOWNLOAD,
    ACCESS,
    ENDPOINT,
    ORIGIN,
    LOCAL_IDENTIFIER,
    DESCRIPTION,
    TITLE,
    COLUMNS,
    BYTES,
    ROWS,
    NUMBERS,
    FILE,
    KEYWORDS,
    PERIOD,
    PLACE,
    PUBLISHER,
    OTHER_YEAR,
    OTHER_NUMBER,
    OTHER_NAME,
    OTHER_PERIOD,
    OTHER_PLACE,
    OTHER_IDENTIFIER;

    static final String SCHEME = "https://w3id.org/samdata/identity-evidence";

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it stands in the scheme of evidence, with its labels and its weight. */
    public Node concept() {
        return NodeFactory.createURI(SCHEME + "/" + id());
    }
}
