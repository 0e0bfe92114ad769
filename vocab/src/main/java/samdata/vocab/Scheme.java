package samdata.vocab;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;

/**
 * One SKOS concept scheme as a way to recognise what a company wrote: a concept's IRI, an IRI it matches exactly, its
 * notation or one of its labels. What is not found stays as written.
 */
public final class Scheme {
    private final Node iri;
    private final Graph graph;
    private final Map<String, Node> byIri = new HashMap<>();
    private final Map<String, Node> byName = new HashMap<>();
    private final Map<Node, String> ids = new HashMap<>();

    private Scheme(Graph graph, Node iri) {
        this.graph = graph;
        this.iri = iri;
        graph.find(Node.ANY, SKOS.inScheme.asNode(), iri)
                .mapWith(t -> t.getSubject())
                .forEachRemaining(this::add);
    }

    public static Scheme of(Graph schemes, String iri) {
        return new Scheme(schemes, NodeFactory.createURI(iri));
    }

    public Node iri() {
        return iri;
    }

    public Set<Node> concepts() {
        return ids.keySet();
    }

    /** The concept meant by an IRI or by words, in any of the ways companies write it. */
    public Optional<Node> recognise(Node stated) {
        if (stated.isURI()) return Optional.ofNullable(byIri.get(normalised(stated.getURI())));
        if (!stated.isLiteral()) return Optional.empty();
        return recognise(stated.getLiteralLexicalForm());
    }

    /** As {@link #recognise(Node)}, for plain text. */
    public Optional<Node> recognise(String written) {
        Node named = byName.get(name(written));
        return Optional.ofNullable(named != null ? named : byIri.get(normalised(written.strip())));
    }

    /** The short id of a concept: its notation, else the end of its IRI. */
    public String id(Node concept) {
        return ids.getOrDefault(concept, concept.getURI());
    }

    private void add(Node concept) {
        byIri.put(normalised(concept.getURI()), concept);
        each(concept, SKOS.exactMatch.asNode(), match -> byIri.putIfAbsent(normalised(match.toString()), concept));
        String tail = concept.getURI().substring(concept.getURI().lastIndexOf('/') + 1);
        ids.put(concept, Labels.best(graph, concept, SKOS.notation.asNode(), "").orElse(tail));
        for (Node property : new Node[] {SKOS.notation.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode()})
            each(concept, property, label -> byName.putIfAbsent(name(label.getLiteralLexicalForm()), concept));
    }

    private void each(Node concept, Node property, java.util.function.Consumer<Node> use) {
        graph.find(concept, property, Node.ANY).mapWith(t -> t.getObject()).forEachRemaining(use);
    }

    private static String name(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
    }

    /** The parts of a URL in which publishers differ while they mean the same document, taken away. */
    private static String normalised(String iri) {
        return iri.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^http://", "https://")
                .replaceFirst("^https://www\\.", "https://")
                .replaceFirst("\\?(ref|lang)=.*$", "")
                .replaceFirst("/+$", "")
                .replaceFirst("(/deed|/legalcode)(\\.[a-z]{2}([_-][a-z]{2,4})?)?$", "")
                .replaceFirst("\\.html?$", "")
                .replaceFirst("/+$", "");
    }
}
