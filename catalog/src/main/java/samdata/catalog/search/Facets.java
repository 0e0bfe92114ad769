package samdata.catalog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Graphs;
import samdata.vocab.Labels;
import samdata.vocab.Sam;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;

/** The facets that the shapes declare, and the values that a dataset has in each. */
public final class Facets {
    private final List<Facet> declared;
    private final Map<String, List<Scheme>> recognisedIn = new HashMap<>();
    private final Map<String, Map<String, Node>> concepts = new HashMap<>();
    private final Map<Node, Set<String>> broader = new HashMap<>();
    private final Schemes schemes;

    public Facets(Graph shapes, Schemes schemes) {
        this.declared = declaredIn(shapes);
        this.schemes = schemes;
        for (Facet facet : declared) {
            List<Scheme> among = schemesOf(facet, shapes, schemes);
            Map<String, Node> byId = new HashMap<>();
            among.forEach(
                    scheme -> scheme.concepts().forEach(concept -> byId.putIfAbsent(scheme.id(concept), concept)));
            recognisedIn.put(facet.id(), among);
            concepts.put(facet.id(), byId);
        }
        schemes.graph()
                .find(Node.ANY, SKOS.broader.asNode(), Node.ANY)
                .forEachRemaining(triple -> schemes.id(triple.getObject())
                        .ifPresent(id -> broader.computeIfAbsent(triple.getSubject(), any -> new TreeSet<>())
                                .add(id)));
    }

    /** In the order in which the search page shows them. */
    public static List<Facet> declaredIn(Graph shapes) {
        return shapes.find(Node.ANY, Sam.facet, Node.ANY).toList().stream()
                .map(triple ->
                        declared(shapes, triple.getSubject(), triple.getObject().getLiteralLexicalForm()))
                .sorted(Comparator.comparingInt(Facet::order).thenComparing(Facet::id))
                .toList();
    }

    public List<Facet> all() {
        return declared;
    }

    /**
     * What can be chosen to find this dataset: value to the node it stands for. The value is a concept's id, a literal's
     * words or year, else the IRI.
     */
    Map<String, Node> values(Entry entry, Facet facet) {
        Graph read = facet.judged() ? new MultiUnion(new Graph[] {entry.judged(), schemes.graph()}) : entry.view();
        Set<Node> reached = new Walk(read).from(entry.iri(), facet.path());
        Map<String, Node> values = new LinkedHashMap<>();
        for (Node node : reached) {
            Node meant = meant(facet, node, entry.view(), reached);
            value(facet, meant).ifPresent(value -> values.putIfAbsent(value, meant));
        }
        return values;
    }

    /** The value of a facet that was asked for by its id, or by an IRI of the same meaning. */
    String asked(Facet facet, String given) {
        if (!given.contains(":")) return given;
        Node node = NodeFactory.createURI(given);
        return schemes.id(recognised(facet, node).orElse(node)).orElse(given);
    }

    /** The concept that a value of this facet is the id of; empty for words and years. */
    public Optional<Node> concept(Facet facet, String value) {
        return Optional.ofNullable(concepts(facet).get(value));
    }

    /** What a value is called that no dataset has. */
    String label(Facet facet, String value, String lang) {
        return concept(facet, value)
                .map(concept -> Labels.of(schemes.graph(), concept, lang))
                .orElse(value);
    }

    /** The values next above this one, when it is a concept. */
    Set<String> broader(Facet facet, String value) {
        return concept(facet, value).map(this::broader).orElse(Set.of());
    }

    /** The concepts next above this one, by their ids. */
    Set<String> broader(Node concept) {
        return broader.getOrDefault(concept, Set.of());
    }

    private Map<String, Node> concepts(Facet facet) {
        return concepts.getOrDefault(facet.id(), Map.of());
    }

    /**
     * The concept in place of what a company wrote for it. A blank node that only carries a label, as in
     * {@code dct:format [ rdfs:label "CSV" ]}, gives way to the concept of that name when it was recognised beside it.
     */
    private Node meant(Facet facet, Node node, Graph view, Set<Node> reached) {
        Optional<Node> known = recognised(facet, node);
        if (known.isPresent() || !isAnonymous(node)) return known.orElse(node);
        return Text.labels(view, node).stream()
                .flatMap(label -> recognisedIn.getOrDefault(facet.id(), List.of()).stream()
                        .flatMap(scheme -> scheme.recognise(label.words()).stream()))
                .filter(reached::contains)
                .findFirst()
                .orElse(node);
    }

    private Optional<Node> recognised(Facet facet, Node node) {
        if (schemes.id(node).isPresent()) return Optional.of(node);
        return recognisedIn.getOrDefault(facet.id(), List.of()).stream()
                .flatMap(scheme -> scheme.recognise(node).stream())
                .findFirst();
    }

    private Optional<String> value(Facet facet, Node node) {
        if (facet.byYear()) return node.isLiteral() ? year(node.getLiteralLexicalForm()) : Optional.empty();
        if (node.isBlank()) return Optional.empty();
        String value = node.isLiteral()
                ? node.getLiteralLexicalForm()
                : schemes.id(node).orElseGet(node::toString);
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    private static Optional<String> year(String date) {
        return date.matches("\\d{4}(\\D.*)?") ? Optional.of(date.substring(0, 4)) : Optional.empty();
    }

    private static boolean isAnonymous(Node node) {
        return node.isBlank() || (node.isURI() && node.getURI().startsWith(Graphs.GENID));
    }

    private static Facet declared(Graph shapes, Node shape, String id) {
        int order = shapes.find(shape, SHACL.order, Node.ANY)
                .mapWith(triple -> ((Number) triple.getObject().getLiteralValue()).intValue())
                .nextOptional()
                .orElse(Integer.MAX_VALUE);
        Node path = shapes.find(shape, SHACL.path, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .nextOptional()
                .orElseThrow(() -> new IllegalArgumentException("The facet " + id + " has no sh:path"));
        boolean byYear = shapes.contains(shape, Sam.facetKey, Sam.Year);
        boolean judged = shapes.contains(shape, Sam.facetIn, Graphs.JUDGEMENTS);
        return new Facet(id, shape, order, ShaclPaths.parsePath(shapes, path), byYear, judged);
    }

    /** The schemes named on the facet itself or, for a gathered path, on the shapes of the properties it walks. */
    private static List<Scheme> schemesOf(Facet facet, Graph shapes, Schemes schemes) {
        Set<Node> shapesOfSteps = new LinkedHashSet<>(List.of(facet.shape()));
        for (Node step : steps(facet.path(), new ArrayList<>()))
            shapes.find(Node.ANY, SHACL.path, step).forEachRemaining(triple -> shapesOfSteps.add(triple.getSubject()));
        return shapesOfSteps.stream()
                .flatMap(shape -> shapes.find(shape, Sam.recognisedIn, Node.ANY).toList().stream())
                .map(triple -> triple.getObject().getURI())
                .distinct()
                .map(schemes::get)
                .toList();
    }

    private static Collection<Node> steps(Path path, Collection<Node> found) {
        if (path instanceof P_Link link) found.add(link.getNode());
        if (path instanceof P_Path1 one) steps(one.getSubPath(), found);
        if (path instanceof P_Path2 two) {
            steps(two.getLeft(), found);
            steps(two.getRight(), found);
        }
        return found;
    }
}
