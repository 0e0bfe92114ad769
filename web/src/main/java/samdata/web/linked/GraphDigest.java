package samdata.web.linked;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.out.NodeFmtLib;

/** A short text that is equal for equal graphs without blank nodes, whatever the order of their statements. */
final class GraphDigest {
    private GraphDigest() {}

    static String of(Graph graph) {
        byte[] sum = new byte[32];
        graph.find().forEachRemaining(triple -> add(sum, sha256(NodeFmtLib.str(triple))));
        return HexFormat.of().formatHex(sum);
    }

    private static void add(byte[] sum, byte[] hash) {
        int carry = 0;
        for (int i = 0; i < sum.length; i++) {
            int digit = (sum[i] & 0xff) + (hash[i] & 0xff) + carry;
            sum[i] = (byte) digit;
            carry = digit >> 8;
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
