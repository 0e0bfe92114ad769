package samdata.web.linked;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import samdata.catalog.Catalog;
import samdata.catalog.store.Graphs;
import samdata.vocab.Sam;

/**
 * Every dataset of the catalogue by its records, sorted by IRI, as it stood at one generation.
 *
 * @param triples in the union of all graphs
 * @param changed when it was read, which is after every change it shows
 */
record Listing(long generation, List<Listed> datasets, long triples, Instant changed) {

    /** @param sources in which it is stated */
    record Listed(String iri, String id, Instant modified, TreeSet<String> sources) {}

    static Listing read(Catalog catalog) {
        long generation = catalog.generation();
        return catalog.read(store -> {
            Map<String, Listed> datasets = new TreeMap<>();
            records(store).forEach((record, said) -> list(datasets, said));
            return new Listing(generation, List.copyOf(datasets.values()), count(store), Instant.now());
        });
    }

    private static Map<Node, Map<Node, Node>> records(DatasetGraph store) {
        Map<Node, Map<Node, Node>> records = new HashMap<>();
        for (Node graph : recordGraphs(store))
            store.find(graph, Node.ANY, Node.ANY, Node.ANY)
                    .forEachRemaining(quad -> records.computeIfAbsent(quad.getSubject(), any -> new HashMap<>())
                            .put(quad.getPredicate(), quad.getObject()));
        return records;
    }

    private static List<Node> recordGraphs(DatasetGraph store) {
        List<Node> graphs = new ArrayList<>();
        store.listGraphNodes().forEachRemaining(graph -> {
            if (graph.isURI()
                    && graph.getURI().startsWith("urn:samdata:source:")
                    && graph.getURI().endsWith(":records")) graphs.add(graph);
        });
        return graphs;
    }

    private static void list(Map<String, Listed> datasets, Map<Node, Node> said) {
        String iri = value(said, FOAF.primaryTopic.asNode()).getURI();
        Instant modified = Instant.parse(value(said, DCTerms.modified.asNode()).getLiteralLexicalForm());
        Listed known = datasets.get(iri);
        TreeSet<String> sources = known == null ? new TreeSet<>() : known.sources();
        sources.add(value(said, Sam.source).getLiteralLexicalForm());
        Instant latest = known == null || modified.isAfter(known.modified()) ? modified : known.modified();
        datasets.put(iri, new Listed(iri, Graphs.datasetId(iri), latest, sources));
    }

    private static Node value(Map<Node, Node> said, Node property) {
        return Objects.requireNonNull(said.get(property), "Our own records are whole");
    }

    private static long count(DatasetGraph store) {
        long count = 0;
        for (Iterator<Quad> quads = store.find(Quad.unionGraph, Node.ANY, Node.ANY, Node.ANY);
                quads.hasNext();
                quads.next()) count++;
        return count;
    }
}
