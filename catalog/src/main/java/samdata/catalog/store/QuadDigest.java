package samdata.catalog.store;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;

/** A sum over quads that does not depend on their order: two sets of quads are equal when their sums are. */
public final class QuadDigest {
    private final MessageDigest sha256 = sha256();
    private BigInteger sum = BigInteger.ZERO;

    public void add(Node g, Node s, Node p, Node o) {
        sum = sum.add(hash(g, s, p, o));
    }

    public void remove(Node g, Node s, Node p, Node o) {
        sum = sum.subtract(hash(g, s, p, o));
    }

    @Override
    public String toString() {
        return sum.toString(16);
    }

    private BigInteger hash(Node g, Node s, Node p, Node o) {
        String line =
                NodeFmtLib.strNT(g) + ' ' + NodeFmtLib.strNT(s) + ' ' + NodeFmtLib.strNT(p) + ' ' + NodeFmtLib.strNT(o);
        return new BigInteger(1, sha256.digest(line.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
