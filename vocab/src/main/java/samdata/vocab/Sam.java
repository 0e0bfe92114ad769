package samdata.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of {@code ontologies/ocd/ocd.ttl} that Java code names. SamTest holds them to it. */
public final class Sam {
    public static final String NS = "https://w3id.org/samdata/ns#";

    /** On a property shape: its values are a search facet under this id. */
    public static final Node facet = term("facet");
    /** On a facet: what of a value is shown and chosen; absent, the value itself. */
    public static final Node facetKey = term("facetKey");
    /** The facet key that takes the year of a date. */
    public static final Node Year = term("Year");
    /** On a property shape: stated values are looked up in this concept scheme. */
    public static final Node recognisedIn = term("recognisedIn");
    /** On a property shape: one sentence that tells the publisher how to mend what it finds. */
    public static final Node fix = term("fix");

    public static final Node declaredTask = term("declaredTask");
    public static final Node annotationType = term("annotationType");

    /** The source, by its id, that a catalogue record was harvested from. */
    public static final Node source = term("source");
    /** The catalogue's state number, one higher with each stored change. */
    public static final Node generation = term("generation");

    private Sam() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
