package samdata.web.pages;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Which of the addresses that companies write may become a link: a page must never run what a company sent. */
final class Hrefs {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    private Hrefs() {}

    static Optional<String> of(Node node) {
        return node.isURI()
                ? of(node.getURI())
                : node.isLiteral() ? web(node.getLiteralLexicalForm()) : Optional.empty();
    }

    static Optional<String> of(String address) {
        try {
            URI uri = new URI(address.strip());
            return Optional.ofNullable(uri.getScheme())
                    .filter(scheme -> SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)))
                    .map(scheme -> uri.toString());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Text that is a web address and nothing else. */
    private static Optional<String> web(String text) {
        return text.startsWith("http://") || text.startsWith("https://") ? of(text) : Optional.empty();
    }
}
