package samdata.catalog.licence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.store.Graphs;
import samdata.vocab.Sam;

/** Finds the places where a description says which licence holds. */
final class StatementReader {
    private static final Node RIGHTS = DCTerms.rights.asNode();
    private static final List<Node> PREDICATES = List.of(
            DCTerms.license.asNode(),
            NodeFactory.createURI("http://schema.org/license"),
            NodeFactory.createURI("https://schema.org/license"),
            NodeFactory.createURI("http://www.w3.org/ns/odrl/2/hasPolicy"),
            RIGHTS);
    /** What a node without a name of its own is called by, as in {@code dct:license [ rdfs:label "CC0" ]}. */
    private static final List<Node> WORDS = List.of(
            RDFS.Nodes.label, RDF.Nodes.value, SKOS.prefLabel.asNode(), SKOS.notation.asNode(), DCTerms.title.asNode());

    private final Graph view;
    private final Node dataset;
    private final Licences licences;
    private final Optional<String> by;
    private final List<LicenceStatement> found = new ArrayList<>();

    /** @param by who says all this, where a statement names nobody itself */
    StatementReader(Graph view, Node dataset, Licences licences, Optional<String> by) {
        this.view = view;
        this.dataset = dataset;
        this.licences = licences;
        this.by = by;
    }

    /** Sorted, so that equal descriptions read alike. */
    List<LicenceStatement> statements() {
        add(dataset, Optional.empty());
        objects(dataset, Sam.licenceStatement).forEach(this::claim);
        distributions().forEach(distribution -> add(distribution, Optional.of(name(distribution))));
        return List.copyOf(found);
    }

    /** The parts that a description tells apart. */
    Set<String> names() {
        return Stream.concat(
                        distributions().map(this::name),
                        objects(dataset, Sam.licenceStatement).flatMap(claim -> component(claim).stream()))
                .collect(Collectors.toSet());
    }

    private void claim(Node claim) {
        Optional<String> party = objects(claim, Sam.statedBy)
                .findFirst()
                .map(StatementReader::text)
                .or(() -> by);
        objects(claim, Sam.statedLicence)
                .forEach(object -> found.add(new LicenceStatement(
                        claim,
                        Sam.statedLicence,
                        object,
                        component(claim),
                        party,
                        meant(object).orElse(licences.unknown()))));
    }

    /** A raw value and the concept recognised in it are one statement, and so are equal ones in two vocabularies. */
    private void add(Node subject, Optional<String> part) {
        Set<Object> said = new HashSet<>();
        for (Node predicate : PREDICATES) {
            List<Node> values = objects(subject, predicate)
                    .sorted((a, b) -> Boolean.compare(isOurs(a), isOurs(b)))
                    .toList();
            for (Node value : values) {
                Optional<Licence> licence = meant(value);
                // rights are often prose, or say who may see the data
                if (licence.isEmpty() && predicate.equals(RIGHTS)) continue;
                Object what = licence.isPresent() ? licence.get().id() : value;
                if (said.add(what))
                    found.add(new LicenceStatement(
                            subject, predicate, value, part, by, licence.orElse(licences.unknown())));
            }
        }
    }

    private boolean isOurs(Node value) {
        return licences.isConcept(value);
    }

    private Optional<Licence> meant(Node value) {
        if (!value.isBlank() && !(value.isURI() && value.getURI().startsWith(Graphs.GENID)))
            return licences.recognise(value);
        return WORDS.stream()
                .flatMap(property -> objects(value, property))
                .flatMap(word -> licences.recognise(word).stream())
                .findFirst();
    }

    private Stream<Node> distributions() {
        return objects(dataset, DCAT.distribution.asNode()).filter(node -> !node.isLiteral());
    }

    private String name(Node distribution) {
        return component(distribution).orElseGet(() -> distribution.toString());
    }

    private Optional<String> component(Node node) {
        return objects(node, Sam.component).findFirst().map(StatementReader::text);
    }

    private static String text(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    /** In an order of their own, whatever the graph's. */
    private Stream<Node> objects(Node subject, Node property) {
        return view.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .distinct()
                .sorted((a, b) -> a.toString().compareTo(b.toString()));
    }
}
