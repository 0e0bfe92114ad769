package samdata.web.describe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;

/**
 * A property that no profile can measure and a good description has.
 *
 * @param points what stating it adds in the European Metadata Quality Assessment, or 0
 * @param subject {@code #dataset} or {@code #file}
 * @param example its object in Turtle, to be replaced
 * @param words what to say, after "say"
 */
public record Unsaid(int points, String subject, String property, String example, String words) {
    /** All of them that {@code draft} does not state; what raises the quality most stands first. */
    public static List<Unsaid> of(Graph draft, PrefixMapping prefixes) {
        return all().stream()
                .filter(unsaid -> !draft.contains(
                        NodeFactory.createURI(unsaid.subject()),
                        NodeFactory.createURI(prefixes.expandPrefix(unsaid.property())),
                        Node.ANY))
                .sorted(Comparator.comparingInt(unsaid -> -unsaid.points()))
                .toList();
    }

    private static List<Unsaid> all() {
        try (InputStream in = Unsaid.class.getResourceAsStream("unsaid.tsv")) {
            if (in == null) throw new IllegalStateException("unsaid.tsv is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Unsaid::line)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Unsaid line(String line) {
        String[] cells = line.split("\t", -1);
        return new Unsaid(Integer.parseInt(cells[0]), "#" + cells[1], cells[2], cells[3], cells[4]);
    }
}
