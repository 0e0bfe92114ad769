package samdata.catalog.search;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Graphs;
import samdata.vocab.Ontologies;
import samdata.vocab.Schemes;

/** Datasets as the store hands them out, written in Turtle. */
final class Datasets {
    static final Schemes SCHEMES = Schemes.load();
    static final Graph SHAPES = Ontologies.shapes();

    private static final String PREFIXES = """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX dqv: <http://www.w3.org/ns/dqv#>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX mlso: <http://w3id.org/mlso/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX sam: <https://w3id.org/samdata/ns#>
            PREFIX task: <https://w3id.org/samdata/task/>
            PREFIX modality: <https://w3id.org/samdata/modality/>
            PREFIX licence: <https://w3id.org/samdata/licence/>
            PREFIX filetype: <http://publications.europa.eu/resource/authority/file-type/>
            PREFIX theme: <http://publications.europa.eu/resource/authority/data-theme/>
            PREFIX language: <http://publications.europa.eu/resource/authority/language/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX ex: <https://example.org/>
            """;

    private Datasets() {}

    static String iri(String name) {
        return "https://example.org/dataset/" + name;
    }

    static String id(String name) {
        return Graphs.datasetId(iri(name));
    }

    static Node node(String name) {
        return NodeFactory.createURI(iri(name));
    }

    /** @param gone is taken out */
    static void update(SearchIndex index, Iterable<Entry> present, Collection<Node> gone, long generation) {
        try (IndexUpdate update = index.begin()) {
            present.forEach(update::put);
            update.commit(gone, generation);
        }
    }

    /** @param description what follows {@code <dataset> a dcat:Dataset ;}, and statements about others after a dot */
    static Entry dataset(String name, String description) {
        return dataset(name, List.of("acme"), description);
    }

    /** @param judgements what we think of it, {@code <judgement>} and {@code <quality>} being its judgements' names */
    static Entry judged(String name, String description, String judgements) {
        Entry entry = dataset(name, description);
        Graph judged = graph(judgements
                .replace("<quality>", "<" + Graphs.quality(node(name)) + ">")
                .replace("<dataset>", "<" + iri(name) + ">"));
        return entry.judged(judged);
    }

    static Entry dataset(String name, List<String> sources, String description) {
        Node iri = node(name);
        Graph stated = graph("<" + iri(name) + "> a dcat:Dataset ; " + description);
        StringBuilder records = new StringBuilder();
        for (String source : sources)
            records.append("<urn:samdata:record:%s:%s> foaf:primaryTopic <%s> ; sam:source \"%s\" .\n"
                    .formatted(source, name, iri(name), source));
        Graph recognised = GraphFactory.createDefaultGraph();
        Graph view = new MultiUnion(new Graph[] {stated, recognised, graph(records.toString()), SCHEMES.graph()});
        return new Entry(
                Graphs.datasetId(iri(name)),
                iri,
                sources.getFirst(),
                stated,
                recognised,
                Map.of(),
                Graph.emptyGraph,
                Graph.emptyGraph,
                view,
                sources,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    static SearchIndex index(Path folder, Entry... entries) {
        SearchIndex index = SearchIndex.open(folder, SCHEMES, SHAPES);
        index.rebuild(List.of(entries), 1);
        return index;
    }

    static Search words(String q) {
        return search(q, Map.of());
    }

    static Search chosen(String facet, String... values) {
        return search("", Map.of(facet, Set.of(values)));
    }

    static Search search(String q, Map<String, Set<String>> chosen) {
        return new Search(q, chosen, 1, 20, Search.Sort.RELEVANCE, "en");
    }

    static Search readIn(String lang, Search search) {
        return new Search(search.q(), search.chosen(), search.page(), search.size(), search.sort(), lang);
    }

    static Search sorted(Search.Sort sort, String lang) {
        return new Search("", Map.of(), 1, 20, sort, lang);
    }

    /** The last parts of the IRIs of the hits, in order. */
    static List<String> names(Results results) {
        return results.hits().stream()
                .map(hit -> hit.iri().substring(hit.iri().lastIndexOf('/') + 1))
                .toList();
    }

    static List<Results.Value> listed(Results results, String facet) {
        return results.facets().stream()
                .filter(values -> values.facet().equals(facet))
                .findFirst()
                .orElseThrow()
                .values();
    }

    static Results.Value counted(Results results, String facet, String value) {
        return listed(results, facet).stream()
                .filter(one -> one.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + value + " in " + listed(results, facet)));
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }
}
