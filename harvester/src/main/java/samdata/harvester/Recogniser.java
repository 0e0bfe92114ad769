package samdata.harvester;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.eval.PathEval;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.store.Graphs;
import samdata.harvester.read.Terms;
import samdata.vocab.Sam;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;

/**
 * Finds our concepts in what companies wrote. Which property is looked up in which scheme stands in the shapes
 * ({@code sam:recognisedIn}); what is found is said beside the statement, with the same predicate. A property may also be
 * said by others ({@code sam:recognisedFrom}), such as a task by a keyword: there only what names a concept plainly counts.
 */
final class Recogniser {
    private static final List<Node> LABELS = List.of(
            RDFS.Nodes.label,
            RDF.Nodes.value,
            SKOS.prefLabel.asNode(),
            SKOS.notation.asNode(),
            DCTerms.title.asNode(),
            Terms.of("http://schema.org/", "name"),
            Terms.of("https://schema.org/", "name"));

    private final Map<Node, List<Scheme>> schemesOf = new HashMap<>();
    private final List<Mention> mentions = new ArrayList<>();
    /** They only sort the others: {@code audio} is a kind of data and no task. */
    private final Set<Node> topConcepts;

    /**
     * @param from where in a dataset's description the property may be said otherwise
     * @param common words that mean something else as often as the concept
     */
    private record Mention(Node property, List<Scheme> schemes, Path from, Set<String> common) {
        boolean counts(Node word) {
            return !word.isLiteral()
                    || !common.contains(word.getLiteralLexicalForm().strip().toLowerCase(Locale.ROOT));
        }
    }

    Recogniser(Graph shapes, Schemes schemes) {
        topConcepts = schemes.graph()
                .find(Node.ANY, SKOS.topConceptOf.asNode(), Node.ANY)
                .mapWith(Triple::getSubject)
                .toSet();
        shapes.find(Node.ANY, Sam.recognisedIn, Node.ANY)
                .forEachRemaining(rule -> shapes.find(rule.getSubject(), SHACL.path, Node.ANY)
                        .mapWith(Triple::getObject)
                        .filterKeep(Node::isURI)
                        .forEachRemaining(path -> schemesOf
                                .computeIfAbsent(path, p -> new ArrayList<>())
                                .add(schemes.get(rule.getObject().getURI()))));
        shapes.find(Node.ANY, Sam.recognisedFrom, Node.ANY)
                .forEachRemaining(rule -> shapes.find(rule.getSubject(), SHACL.path, Node.ANY)
                        .mapWith(Triple::getObject)
                        .forEachRemaining(property -> mentions.add(new Mention(
                                property,
                                schemesOf.getOrDefault(property, List.of()),
                                ShaclPaths.parsePath(shapes, rule.getObject()),
                                common(shapes, rule.getSubject())))));
    }

    private static Set<String> common(Graph shapes, Node shape) {
        return shapes.find(shape, Sam.commonWord, Node.ANY)
                .mapWith(word -> word.getObject().getLiteralLexicalForm().toLowerCase(Locale.ROOT))
                .toSet();
    }

    /** What is recognised in {@code stated}, which has no blank nodes any more: other vocabularies as DCAT, values as concepts. */
    Graph recognise(Graph stated) {
        var recognised = GraphFactory.createDefaultGraph();
        SchemaOrg.recognise(stated, recognised);
        List<Triple> found = new ArrayList<>();
        schemesOf.forEach((predicate, schemes) -> {
            Map<Node, Optional<Node>> known = new HashMap<>();
            for (Graph graph : List.of(stated, recognised)) {
                graph.find(Node.ANY, predicate, Node.ANY)
                        .forEachRemaining(triple -> known.computeIfAbsent(
                                        triple.getObject(), value -> concept(schemes, graph, value, word -> true))
                                .ifPresent(
                                        concept -> found.add(Triple.create(triple.getSubject(), predicate, concept))));
            }
        });
        found.addAll(mentioned(new MultiUnion(new Graph[] {stated, recognised})));
        found.stream().filter(triple -> !stated.contains(triple)).forEach(recognised::add);
        return recognised;
    }

    private List<Triple> mentioned(Graph said) {
        List<Triple> found = new ArrayList<>();
        var datasets = said.find(Node.ANY, RDF.Nodes.type, DCAT.Dataset.asNode())
                .mapWith(Triple::getSubject)
                .toSet();
        for (Mention mention : mentions) {
            Map<Node, Optional<Node>> known = new HashMap<>();
            for (Node dataset : datasets)
                for (Node value : values(said, dataset, mention.from()))
                    known.computeIfAbsent(value, any -> named(mention, said, any))
                            .ifPresent(concept -> found.add(Triple.create(dataset, mention.property(), concept)));
        }
        return found;
    }

    /** As {@link #concept}, but an IRI of ours counts as well as any other. */
    private Optional<Node> named(Mention mention, Graph said, Node value) {
        return mention.schemes().stream()
                .filter(scheme -> scheme.concepts().contains(value))
                .map(scheme -> value)
                .findFirst()
                .or(() -> concept(mention.schemes(), said, value, mention::counts))
                .filter(concept -> !topConcepts.contains(concept));
    }

    private static List<Node> values(Graph said, Node dataset, Path from) {
        if (from instanceof P_Link link)
            return said.find(dataset, link.getNode(), Node.ANY)
                    .mapWith(Triple::getObject)
                    .toList();
        List<Node> values = new ArrayList<>();
        PathEval.eval(said, dataset, from, null).forEachRemaining(values::add);
        return values;
    }

    /** A blank node, as in {@code dct:format [ rdfs:label "CSV" ]}, means what it is labelled with. */
    private static Optional<Node> concept(List<Scheme> schemes, Graph graph, Node value, Predicate<Node> counts) {
        Stream<Node> written = !value.isURI() || !value.getURI().startsWith(Graphs.GENID)
                ? Stream.of(value)
                : LABELS.stream()
                        .flatMap(
                                label -> graph.find(value, label, Node.ANY).mapWith(Triple::getObject).toList().stream()
                                        .sorted(Comparator.comparing(Node::toString)));
        return written.filter(counts)
                .flatMap(word -> schemes.stream().map(scheme -> scheme.recognise(word)))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(concept -> !concept.equals(value));
    }
}
