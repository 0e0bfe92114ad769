package samdata.harvester.read;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import samdata.catalog.store.Graphs;

/** Names we give to nodes that have none: the same parts always make the same name. */
public final class Genid {
    private Genid() {}

    public static Node of(String... parts) {
        return NodeFactory.createURI(Graphs.GENID + hash(parts).substring(0, 32));
    }

    /** In hexadecimal digits; no two lists of parts run into one another. */
    public static String hash(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
