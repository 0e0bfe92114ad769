package samdata.catalog.quality;

import java.util.Arrays;
import org.apache.jena.graph.Node;

/** Whose properties an indicator looks at. */
public enum Place {
    DATASET("http://www.w3.org/ns/dcat#Dataset"),
    DISTRIBUTION("http://www.w3.org/ns/dcat#Distribution"),
    /** What is applied to the dataset or to one of its distributions. */
    SPLIT("http://data.europa.eu/it6/Split");

    private final String type;

    Place(String type) {
        this.type = type;
    }

    static Place of(Node type) {
        return Arrays.stream(values())
                .filter(known -> known.type.equals(type.toString()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("schemes/quality.ttl: nothing is measured on " + type));
    }
}
