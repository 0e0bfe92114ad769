package samdata.catalog.judge;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import samdata.catalog.store.Graphs;
import samdata.catalog.store.QuadDigest;
import samdata.vocab.Sam;

/**
 * What judgements are made by: the vocabulary and this program's reading of it.
 *
 * @param version another one for another vocabulary
 * @param vocabulary as it is stored; it says of {@link Graphs#JUDGEMENTS} by which version they are made
 */
public record Rules(String version, Graph vocabulary) {
    /** Higher by one when the program reads the same vocabulary otherwise. */
    private static final int READING = 2;

    /** @param vocabulary without blank nodes; the version is added to it */
    public static Rules of(Graph vocabulary) {
        QuadDigest digest = new QuadDigest();
        vocabulary
                .find()
                .forEachRemaining(triple ->
                        digest.add(Graphs.VOCABULARY, triple.getSubject(), triple.getPredicate(), triple.getObject()));
        String version = READING + "-" + digest.toString().substring(0, 12);
        vocabulary.add(Triple.create(Graphs.JUDGEMENTS, Sam.ruleVersion, NodeFactory.createLiteralString(version)));
        return new Rules(version, vocabulary);
    }
}
