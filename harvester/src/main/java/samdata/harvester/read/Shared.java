package samdata.harvester.read;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one of equal nodes, as far as they came lately: keywords, dates and licences are said again and again, and a
 * parser makes a new node of each.
 */
final class Shared {
    private static final int BITS = 16;

    private @Nullable Node[] nodes = {};

    Triple one(Triple triple) {
        return Triple.create(one(triple.getSubject()), one(triple.getPredicate()), one(triple.getObject()));
    }

    private Node one(Node node) {
        if (node.isTripleTerm()) return node;
        if (nodes.length == 0) nodes = new Node[1 << BITS];
        int place = (node.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - BITS);
        var known = nodes[place];
        if (known != null && known.equals(node) && isWrittenAs(known, node)) return known;
        nodes[place] = node;
        return node;
    }

    /** "a"@en and "a"@EN are equal nodes, but what was written must not change. */
    private static boolean isWrittenAs(Node one, Node other) {
        return !one.isLiteral() || one.getLiteralLanguage().equals(other.getLiteralLanguage());
    }
}
