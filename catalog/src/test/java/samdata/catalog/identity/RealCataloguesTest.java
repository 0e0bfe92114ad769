package samdata.catalog.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import samdata.vocab.BlankNodes;

/** What is linked among catalogues that nobody here wrote, and what of them when they are offered a second time. */
@EnabledIfEnvironmentVariable(named = RealCataloguesTest.FOLDER, matches = ".+")
class RealCataloguesTest {
    static final String FOLDER = "SAMDATA_CORPORA";
    private static final Set<String> OF_MANY_PUBLISHERS = Set.of("govdata-portals", "italy");
    /** Read without a context from elsewhere. */
    private static final Pattern READABLE =
            Pattern.compile("(?!.*(shape|shacl|mobilitydcat-ap\\.ttl|output\\.ttl)).*\\.(ttl|rdf)");

    private static final Pattern WORD = Pattern.compile("\\b\\p{Ll}{2,}\\b");
    private static final Set<String> IDENTIFYING =
            Set.of(DCTerms.identifier.getURI(), "http://www.w3.org/ns/adms#identifier");

    /** They describe other data each: those of one publisher stand in one source. */
    @Test
    void amongCataloguesOfManyPublishersNothingIsLinked() throws IOException {
        var sources = sources();
        long datasets = sources.values().stream()
                .mapToLong(graph -> datasets(graph).size())
                .sum();

        var links = PlantedDuplicatesTest.links(sources);

        assertThat(sources).hasSizeGreaterThan(15);
        assertThat(datasets).isGreaterThan(1000);
        assertThat(links)
                .extracting(link -> link.one() + " " + link.other() + " " + link.evidence())
                .isEmpty();
    }

    private static Map<String, Graph> sources() throws IOException {
        var root = Path.of(System.getenv(FOLDER), "catalogues");
        List<Path> files;
        try (var all = Files.walk(root)) {
            files = all.filter(file -> READABLE.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
        }
        Map<String, Graph> sources = new TreeMap<>();
        for (Path file : files) {
            var path = root.relativize(file);
            var folder = path.getName(0).toString();
            var source = OF_MANY_PUBLISHERS.contains(folder) ? path.toString() : folder;
            try {
                GraphUtil.addInto(
                        sources.computeIfAbsent(source, name -> GraphFactory.createDefaultGraph()),
                        read(path.toString(), path.toString()));
            } catch (RiotException e) {
                // files that cannot be read are for the tests of harvesting
            }
        }
        return sources;
    }

    /** Under other IRIs, without identifiers, with other titles; translated: with every word of its texts another. */
    @ParameterizedTest
    @CsvSource({
        "alicante/catalog.rdf, 258, false",
        "alicante/catalog.rdf, 258, true",
        "govdata-portals/brandenburg-catalog-original-input.rdf, 112, false",
        "govdata-portals/brandenburg-catalog-original-input.rdf, 112, true",
        "govdata-portals/destatis-catalog-original-input.rdf, 135, false",
        "govdata-portals/destatis-catalog-original-input.rdf, 135, true",
        "opendatasoft/catalog.ttl, 186, false",
        "opendatasoft/catalog.ttl, 186, true"
    })
    void whatIsPlantedAgainIsFound(String file, int datasets, boolean translated) {
        var original = read(file, "original");
        var names = otherNames(original);
        var copy = GraphFactory.createDefaultGraph();
        original.find().forEachRemaining(triple -> {
            if (IDENTIFYING.contains(triple.getPredicate().getURI())) return;
            copy.add(
                    names.getOrDefault(triple.getSubject(), triple.getSubject()),
                    triple.getPredicate(),
                    names.containsKey(triple.getSubject()) && triple.getObject().isLiteral()
                            ? retold(triple, translated)
                            : names.getOrDefault(triple.getObject(), triple.getObject()));
        });
        var same = datasets(original).stream()
                .map(dataset -> LinkGraph.name(
                        dataset.getURI(), names.getOrDefault(dataset, dataset).getURI()))
                .collect(Collectors.toSet());

        Set<String> found = new HashSet<>();
        for (Link link : PlantedDuplicatesTest.links(Map.of("original", original, "copy", copy)))
            found.add(LinkGraph.name(link.one().getURI(), link.other().getURI()));

        assertThat(same).hasSize(datasets);
        var right = new HashSet<>(found);
        right.retainAll(same);
        assertThat((double) right.size() / found.size()).as("precision").isGreaterThanOrEqualTo(0.98);
        assertThat((double) right.size() / datasets).as("recall").isGreaterThanOrEqualTo(0.90);
    }

    private static Map<Node, Node> otherNames(Graph graph) {
        Map<Node, Node> names = new HashMap<>();
        for (Node dataset : datasets(graph)) {
            var name = "https://copy.example/" + names.size();
            names.put(dataset, NodeFactory.createURI(name));
            for (Triple triple :
                    graph.find(dataset, DCAT.distribution.asNode(), Node.ANY).toList())
                names.put(triple.getObject(), NodeFactory.createURI(name + "/" + names.size()));
        }
        return names;
    }

    private static Node retold(Triple triple, boolean translated) {
        var text = triple.getObject().getLiteralLexicalForm();
        var language = triple.getObject().getLiteralLanguage();
        boolean title = triple.getPredicate().equals(DCTerms.title.asNode());
        boolean prose = title
                || triple.getPredicate().equals(DCTerms.description.asNode())
                || triple.getPredicate().equals(DCAT.keyword.asNode());
        if (!prose || (!title && !translated)) return triple.getObject();
        var other = translated
                ? WORD.matcher(text).replaceAll(word -> new StringBuilder(word.group()).reverse() + "en")
                : "Data about " + text.split(" ", 2)[0].toLowerCase(Locale.ROOT) + " again";
        return language.isEmpty()
                ? NodeFactory.createLiteralString(other)
                : NodeFactory.createLiteralLang(other, language);
    }

    private static List<Node> datasets(Graph graph) {
        return graph.find(Node.ANY, RDF.Nodes.type, DCAT.Dataset.asNode())
                .mapWith(Triple::getSubject)
                .toList();
    }

    private static Graph read(String file, String name) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.source(Path.of(System.getenv(FOLDER), "catalogues", file))
                .base("https://" + name.replaceAll("[^a-zA-Z0-9/.-]", "-"))
                .errorHandler(ErrorHandlerFactory.errorHandlerNoWarnings)
                .parse(graph);
        return BlankNodes.named(graph, name);
    }
}
