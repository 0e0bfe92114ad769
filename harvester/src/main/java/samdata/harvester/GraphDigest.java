package samdata.harvester;

import java.math.BigInteger;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import samdata.harvester.read.Genid;

/** A hash of a graph that does not depend on the order of its statements; blank nodes count without their labels. */
final class GraphDigest {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private GraphDigest() {}

    static String of(Graph... graphs) {
        var sum = BigInteger.ZERO;
        for (int i = 0; i < graphs.length; i++) {
            for (var triples = graphs[i].find(); triples.hasNext(); ) {
                var triple = triples.next();
                var hash = Genid.hash(
                        Integer.toString(i),
                        text(triple.getSubject()),
                        text(triple.getPredicate()),
                        text(triple.getObject()));
                sum = sum.add(new BigInteger(hash, 16)).mod(MODULUS);
            }
        }
        return sum.toString(16);
    }

    private static String text(Node node) {
        return node.isBlank() ? "_:" : node.toString();
    }
}
