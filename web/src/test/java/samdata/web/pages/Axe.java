package samdata.web.pages;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The axe-core rules for accessible pages (WCAG 2.1 A and AA, and best practice), run in the page. */
final class Axe {
    private static final String SCRIPT = read();

    private Axe() {}

    /** Each broken rule with the elements that break it. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate("""
                async () => (await axe.run()).violations.map(
                    (rule) => rule.id + ": " + rule.help + " " + rule.nodes.map((node) => node.html + " " + node.failureSummary).join(" | "))
                """);
    }

    private static String read() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
