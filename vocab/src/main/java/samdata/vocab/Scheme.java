package samdata.vocab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/**
 * One SKOS concept scheme as a way to recognise what a company wrote: a concept's IRI, an IRI it matches exactly, its
 * notation or one of its labels. What is not found stays as written.
 */
public final class Scheme {
    private static final List<Node> NAMES =
            List.of(SKOS.notation.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());
    /** What is longer is prose, or was written to keep us busy. */
    private static final int LONGEST = 2_000;

    private static final int REMEMBERED = 5_000;

    private final Node iri;
    private final Graph graph;
    /** Whether its concepts are published documents, whose names and addresses are written in many forms. */
    private final boolean ofDocuments;

    private final Map<String, Node> byIri = new HashMap<>();
    private final Map<String, Node> byName = new HashMap<>();
    private final Map<String, Node> byLetters = new HashMap<>();
    private final Map<Node, String> ids = new HashMap<>();
    /** Companies say the same few things many times. */
    private final Cache<Node, Optional<Node>> recognised = CacheFactory.createCache(REMEMBERED);

    private Scheme(Graph graph, Node iri) {
        this.graph = graph;
        this.iri = iri;
        this.ofDocuments = graph.contains(iri, Sam.ofDocuments, Node.ANY);
        graph.find(Node.ANY, SKOS.inScheme.asNode(), iri)
                .mapWith(Triple::getSubject)
                .forEachRemaining(this::add);
        if (ofDocuments) addLetters();
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
        if (!stated.isURI() && !stated.isLiteral()) return Optional.empty();
        if (written(stated).length() > LONGEST) return Optional.empty();
        return recognised.get(stated, this::meant);
    }

    private Optional<Node> meant(Node stated) {
        return stated.isURI() ? address(stated.getURI()) : recognise(stated.getLiteralLexicalForm());
    }

    private static String written(Node stated) {
        return stated.isURI() ? stated.getURI() : stated.getLiteralLexicalForm();
    }

    /** As {@link #recognise(Node)}, for plain text. */
    public Optional<Node> recognise(String written) {
        if (written.length() > LONGEST) return Optional.empty();
        Optional<Node> found = oneName(written);
        return found.isPresent() || !ofDocuments ? found : saidTwice(written);
    }

    /** The short id of a concept: its notation, else the end of its IRI. */
    public String id(Node concept) {
        return ids.getOrDefault(concept, concept.getURI());
    }

    private Optional<Node> address(String iri) {
        if (!ofDocuments) return Optional.ofNullable(byIri.get(Spelling.address(iri)));
        return Spelling.addresses(iri).stream()
                .map(byIri::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Optional<Node> oneName(String written) {
        Node named = byName.get(Spelling.name(written));
        if (named != null) return Optional.of(named);
        Optional<Node> addressed = address(written.strip());
        if (addressed.isPresent() || !ofDocuments || written.contains("://")) return addressed;
        String letters = Spelling.letters(written);
        return Stream.of(letters, Spelling.withoutLicence(letters))
                .map(byLetters::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** What all pieces of a text agree on; a name without a version agrees with each of its versions. */
    private Optional<Node> saidTwice(String written) {
        List<String> pieces = SaidTwice.pieces(written);
        Set<Node> meant = new HashSet<>();
        for (String piece : pieces) {
            Optional<Node> found = oneName(piece);
            if (found.isEmpty()) return Optional.empty();
            meant.add(found.get());
        }
        meant.stream().flatMap(version -> general(version).stream()).toList().forEach(meant::remove);
        return meant.size() == 1 ? meant.stream().findFirst() : Optional.empty();
    }

    private List<Node> general(Node version) {
        return graph.find(version, DCTerms.isVersionOf.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private void add(Node concept) {
        byIri.put(Spelling.address(concept.getURI()), concept);
        each(
                concept,
                SKOS.exactMatch.asNode(),
                match -> byIri.putIfAbsent(Spelling.address(match.toString()), concept));
        String tail = concept.getURI().substring(concept.getURI().lastIndexOf('/') + 1);
        ids.put(concept, Labels.best(graph, concept, SKOS.notation.asNode(), "").orElse(tail));
        for (Node property : NAMES)
            each(concept, property, label -> byName.putIfAbsent(Spelling.name(label.getLiteralLexicalForm()), concept));
    }

    /** Letters that two concepts share mean neither. */
    private void addLetters() {
        Set<String> shared = new HashSet<>();
        for (Node concept : ids.keySet())
            for (Node property : NAMES)
                each(concept, property, label -> {
                    String letters = Spelling.letters(label.getLiteralLexicalForm());
                    Node other = byLetters.putIfAbsent(letters, concept);
                    if (other != null && !other.equals(concept)) shared.add(letters);
                });
        shared.forEach(byLetters::remove);
        byLetters.remove("");
    }

    private void each(Node concept, Node property, Consumer<Node> use) {
        graph.find(concept, property, Node.ANY).mapWith(Triple::getObject).forEachRemaining(use);
    }
}
