package samdata.catalog.identity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;

/** What is told of a dataset and identifies it only together: its words, agents, periods and places. */
final class Surroundings {
    private static final String SCHEMA = "http://schema.org/";
    private static final List<Node> BOUNDS = List.of(
            uri("http://www.w3.org/ns/dcat#startDate"),
            uri("http://www.w3.org/ns/dcat#endDate"),
            uri(SCHEMA + "startDate"),
            uri(SCHEMA + "endDate"));
    private static final List<Node> OUTLINES = List.of(
            uri("http://www.w3.org/ns/dcat#bbox"),
            uri("http://www.w3.org/ns/locn#geometry"),
            uri("http://www.w3.org/ns/dcat#centroid"));

    private static final int MAX_TEXTS = 6;

    private final Stated stated;
    private final Node dataset;

    Surroundings(Stated stated, Node dataset) {
        this.stated = stated;
        this.dataset = dataset;
    }

    /** English first, so that what many speak is not cut. */
    List<Prose> texts(Node property) {
        Set<String> seen = new HashSet<>();
        return stated.sorted(dataset, property)
                .filter(Node::isLiteral)
                .sorted(Comparator.comparing(
                        (Node text) -> !text.getLiteralLanguage().startsWith("en")))
                .filter(text -> seen.add(text.getLiteralLanguage() + text.getLiteralLexicalForm()))
                .map(text -> Prose.of(text.getLiteralLexicalForm()))
                .filter(prose -> !prose.words().isEmpty())
                .distinct()
                .limit(MAX_TEXTS)
                .toList();
    }

    Set<String> publishers() {
        Set<String> names = new TreeSet<>();
        stated.each(List.of(DCTerms.publisher.asNode(), DCTerms.creator.asNode()), dataset, (property, agent) -> {
            if (agent.isLiteral()) names.add(Prose.of(Stated.written(agent)).text());
            else if (Stated.isPublished(agent)) names.add(agent.getURI());
            stated.each(
                    Stated.NAMES,
                    agent,
                    (name, value) -> names.add(Prose.of(Stated.written(value)).text()));
        });
        return names;
    }

    Set<String> periods() {
        Set<String> periods = new TreeSet<>();
        stated.each(List.of(DCTerms.temporal.asNode()), dataset, (property, period) -> {
            List<String> days = BOUNDS.stream()
                    .flatMap(bound -> stated.sorted(period, bound))
                    .map(bound -> Stated.written(bound).replaceFirst("T.*$", ""))
                    .toList();
            if (!days.isEmpty()) periods.add(String.join("/", days));
            else if (period.isLiteral() || Stated.isPublished(period)) periods.add(Stated.written(period));
        });
        return periods;
    }

    Set<String> places() {
        Set<String> places = new TreeSet<>();
        stated.each(List.of(DCTerms.spatial.asNode()), dataset, (property, place) -> {
            if (place.isLiteral() || Stated.isPublished(place)) places.add(Stated.written(place));
            stated.each(
                    OUTLINES,
                    place,
                    (outline, value) -> places.add(Stated.written(value).replaceAll("\\s+", "")));
            stated.each(
                    Stated.NAMES,
                    place,
                    (name, value) -> places.add(Prose.of(Stated.written(value)).text()));
        });
        return places;
    }

    Set<String> values(Node property) {
        Set<String> values = new TreeSet<>();
        stated.each(
                List.of(property),
                dataset,
                (any, value) -> values.add(Prose.of(Stated.written(value)).text()));
        return values;
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
