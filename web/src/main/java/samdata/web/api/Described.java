package samdata.web.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.shacl.vocabulary.SHACL;
import samdata.catalog.Catalog;
import samdata.catalog.store.Entry;
import samdata.vocab.Labels;
import samdata.vocab.Sam;
import samdata.vocab.Scheme;

/** A dataset's statements, read with what was recognised in them and in one language. */
final class Described {
    private final Catalog catalog;
    private final Entry entry;
    private final String lang;

    Described(Catalog catalog, Entry entry, String lang) {
        this.catalog = catalog;
        this.entry = entry;
        this.lang = lang;
    }

    /** Every value of a property; one that means a concept of ours gives way to it. */
    List<Node> values(Node subject, Property property) {
        List<Scheme> schemes = recognisedIn(property.asNode());
        Set<Node> values = new LinkedHashSet<>();
        Stream.of(entry.recognised(), entry.stated())
                .flatMap(graph -> objects(graph, subject, property.asNode()))
                .filter(object ->
                        !object.isLiteral() || !object.getLiteralLexicalForm().isBlank())
                .map(object -> schemes.stream()
                        .flatMap(scheme -> scheme.recognise(object).stream())
                        .findFirst()
                        .orElse(object))
                .forEach(values::add);
        return List.copyOf(values);
    }

    Optional<String> text(Node subject, Property property) {
        return Labels.best(entry.view(), subject, property.asNode(), lang);
    }

    String label(Node node) {
        return Labels.of(catalog.schemes().id(node).isPresent() ? catalog.vocabulary() : entry.view(), node, lang);
    }

    /** A concept's short id; else the value itself. */
    String id(Node node) {
        return catalog.schemes().id(node).orElseGet(() -> written(node));
    }

    /** As it stands in RDF, without quotes. */
    static String written(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    private List<Scheme> recognisedIn(Node property) {
        Graph shapes = catalog.shapes();
        return shapes.find(Node.ANY, SHACL.path, property).mapWith(Triple::getSubject).toList().stream()
                .flatMap(shape -> objects(shapes, shape, Sam.recognisedIn))
                .distinct()
                .map(scheme -> catalog.schemes().get(scheme.getURI()))
                .toList();
    }

    private static Stream<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream();
    }
}
