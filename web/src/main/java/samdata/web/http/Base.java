package samdata.web.http;

import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Where this samdata is on the web; known when the port is. */
public final class Base {
    private final Supplier<String> url;

    /** @param url without a slash at the end */
    public Base(Supplier<String> url) {
        this.url = url;
    }

    /** @param path begins with a slash */
    public String url(String path) {
        return url.get() + path;
    }

    public Node node(String path) {
        return NodeFactory.createURI(url(path));
    }
}
