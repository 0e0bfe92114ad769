package samdata.catalog.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import samdata.vocab.Sam;

/** Reads datasets out of the store, each as its home source describes it. Needs a read transaction. */
public final class Entries {
    /** How a model names the datasets it was trained and tested on (MLDCAT-AP 3.1). */
    static final List<Node> NAMING = List.of(
            NodeFactory.createURI("http://data.europa.eu/it6/trainedOn"),
            NodeFactory.createURI("http://data.europa.eu/it6/testedOn"));

    private static final List<Node> JUDGING =
            List.of(Sam.ofDataset, NodeFactory.createURI("http://www.w3.org/ns/dqv#computedOn"));
    private static final Node VALUE = NodeFactory.createURI("http://www.w3.org/ns/dqv#value");
    private static final int MODELS = 200;
    private static final Node TOPIC = FOAF.primaryTopic.asNode();

    private final DatasetGraph store;
    private final Graph vocabulary;

    public Entries(DatasetGraph store, Graph vocabulary) {
        this.store = store;
        this.vocabulary = vocabulary;
    }

    /**
     * The datasets of one harvest as if nothing else was in the catalogue: what a reader would be shown once it is stored.
     * The graphs are not copied.
     */
    public static Entries alone(Harvested harvested, Graph vocabulary, Instant at) {
        Graph records = GraphFactory.createDefaultGraph();
        Node now = Ledger.time(at);
        for (Node dataset : Ledger.datasets(harvested)) Ledger.record(records, harvested.source(), dataset, now, now);
        DatasetGraph dataset = DatasetGraphFactory.createGeneral();
        dataset.addGraph(Graphs.stated(harvested.source()), harvested.stated());
        dataset.addGraph(Graphs.recognised(harvested.source()), harvested.recognised());
        dataset.addGraph(Graphs.records(harvested.source()), records);
        return new Entries(dataset, vocabulary);
    }

    /** Our record of a dataset in one source. */
    private record CatalogRecord(Node node, String source, Instant firstSeen, Instant lastChanged, Node graph) {}

    /** Every dataset of the catalogue, sorted by IRI. */
    public Stream<Node> datasets() {
        return Iter.asStream(store.find(Node.ANY, Node.ANY, Sam.source, Node.ANY))
                .filter(quad -> isRecords(quad.getGraph()))
                .flatMap(quad -> Iter.asStream(store.find(quad.getGraph(), quad.getSubject(), TOPIC, Node.ANY)))
                .map(Quad::getObject)
                .distinct()
                .sorted(Comparator.comparing(Node::getURI));
    }

    /** The datasets that {@code source} states, sorted by IRI. */
    public Stream<Node> datasets(String source) {
        return Iter.asStream(store.find(Graphs.records(source), Node.ANY, TOPIC, Node.ANY))
                .map(Quad::getObject)
                .sorted(Comparator.comparing(Node::getURI));
    }

    /** Whether any source states this dataset. */
    public boolean has(Node dataset) {
        return Iter.asStream(store.find(Node.ANY, Node.ANY, TOPIC, dataset))
                .anyMatch(quad -> isRecords(quad.getGraph()));
    }

    public Optional<Entry> entry(Node dataset) {
        return entry(dataset, Optional.empty());
    }

    /**
     * As {@link #entry(Node)}, but the description of the {@code harvested} source is taken from memory when that
     * source is the dataset's home.
     */
    public Optional<Entry> entry(Node dataset, Optional<Harvested> harvested) {
        return reading(dataset, harvested, judged(dataset)).map(Supplier::get);
    }

    /** As {@link #entry(Node, Optional)}, without what we think of it: what a judgement is made from. */
    public Optional<Entry> unjudged(Node dataset, Optional<Harvested> harvested) {
        return reading(dataset, harvested).map(Supplier::get);
    }

    /**
     * As {@link #unjudged}, in two steps: what stands in the store is read now, and a description that is in memory when it
     * is asked for, which any thread may do.
     */
    public Optional<Supplier<Entry>> reading(Node dataset, Optional<Harvested> harvested) {
        return reading(dataset, harvested, Graph.emptyGraph);
    }

    /**
     * What the source that speaks for a dataset says, of other datasets too; from memory when it is the {@code harvested}
     * one. Empty when no source states the dataset.
     */
    public Optional<Harvested> home(Node dataset, Optional<Harvested> harvested) {
        return records(dataset).stream().findFirst().map(home -> said(home.source(), harvested));
    }

    /** What {@link Graphs#JUDGEMENTS} says of a dataset. */
    public Graph judged(Node dataset) {
        Graph judged = GraphFactory.createDefaultGraph();
        copy(Graphs.JUDGEMENTS, dataset, judged);
        for (Node link : JUDGING)
            store.find(Graphs.JUDGEMENTS, Node.ANY, link, dataset)
                    .forEachRemaining(quad -> copy(Graphs.JUDGEMENTS, quad.getSubject(), judged));
        return judged;
    }

    /** The points of a dataset's description; empty when it is not judged. */
    public OptionalInt points(Node dataset) {
        return points(store.getGraph(Graphs.JUDGEMENTS), dataset);
    }

    /** As {@link #points(Node)}, in judgements that are not stored. */
    public static OptionalInt points(Graph judged, Node dataset) {
        return judged.find(Graphs.quality(dataset), VALUE, Node.ANY)
                .mapWith(points ->
                        OptionalInt.of(Integer.parseInt(points.getObject().getLiteralLexicalForm())))
                .nextOptional()
                .orElse(OptionalInt.empty());
    }

    /** The mean points of the datasets of a source; empty when none is judged. */
    public OptionalDouble mean(String source) {
        return Iter.asStream(store.find(Graphs.JUDGEMENTS, Graphs.quality(Graphs.stated(source)), VALUE, Node.ANY))
                .mapToDouble(quad -> Double.parseDouble(quad.getObject().getLiteralLexicalForm()))
                .findFirst();
    }

    private Optional<Supplier<Entry>> reading(Node dataset, Optional<Harvested> harvested, Graph judged) {
        List<CatalogRecord> records = records(dataset);
        if (records.isEmpty()) return Optional.empty();
        String home = records.getFirst().source();
        Around around = new Around(records, about(records), claims(dataset, records), models(dataset), judged);
        if (harvested.filter(now -> now.source().equals(home)).isPresent())
            return harvested.map(now -> () -> entry(dataset, now, around));
        Entry read = entry(dataset, said(home), around);
        return Optional.of(() -> read);
    }

    /** What stands in the store beside the description of a dataset. */
    private record Around(
            List<CatalogRecord> records, Graph about, Map<String, Graph> claims, Graph models, Graph judged) {}

    /** The home first. */
    private List<CatalogRecord> records(Node dataset) {
        return Iter.asStream(store.find(Node.ANY, Node.ANY, TOPIC, dataset))
                .filter(quad -> isRecords(quad.getGraph()))
                .map(quad -> record(quad.getGraph(), quad.getSubject()))
                .sorted(Comparator.comparing(CatalogRecord::firstSeen).thenComparing(CatalogRecord::source))
                .toList();
    }

    private Harvested said(String source, Optional<Harvested> harvested) {
        return harvested.filter(graphs -> graphs.source().equals(source)).orElseGet(() -> said(source));
    }

    private Entry entry(Node dataset, Harvested said, Around around) {
        Extent extent = Extent.of(said.union(), dataset);
        Graph stated = extent.cut(said.stated());
        Graph recognised = extent.cut(said.recognised());
        List<CatalogRecord> records = around.records();
        return new Entry(
                Graphs.datasetId(dataset.getURI()),
                dataset,
                said.source(),
                stated,
                recognised,
                around.claims(),
                around.models(),
                around.judged(),
                new MultiUnion(new Graph[] {stated, recognised, around.judged(), around.about(), vocabulary}),
                records.stream().map(CatalogRecord::source).toList(),
                records.getFirst().firstSeen(),
                records.stream()
                        .map(CatalogRecord::lastChanged)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private Graph about(List<CatalogRecord> records) {
        Graph about = GraphFactory.createDefaultGraph();
        records.forEach(record -> copy(record.graph(), record.node(), about));
        return about;
    }

    /** What every source but the home says. */
    private Map<String, Graph> claims(Node dataset, List<CatalogRecord> records) {
        Map<String, Graph> claims = new TreeMap<>();
        for (CatalogRecord record : records.subList(1, records.size())) {
            Graph said = said(record.source()).union();
            claims.put(record.source(), Extent.of(said, dataset).cut(said));
        }
        return claims;
    }

    private Harvested said(String source) {
        return new Harvested(source, store.getGraph(Graphs.stated(source)), store.getGraph(Graphs.recognised(source)));
    }

    /**
     * The models that name the dataset, and what hangs right below them, whoever says so; no more than {@link #MODELS}, so
     * that no stranger can make a dataset slow to read.
     */
    private Graph models(Node dataset) {
        Graph models = GraphFactory.createDefaultGraph();
        for (Node naming : NAMING)
            Iter.limit(store.find(Node.ANY, Node.ANY, naming, dataset), MODELS).forEachRemaining(quad -> {
                copy(quad.getGraph(), quad.getSubject(), models);
                store.find(quad.getGraph(), quad.getSubject(), Node.ANY, Node.ANY)
                        .forEachRemaining(stated -> {
                            if (!NAMING.contains(stated.getPredicate()))
                                copy(quad.getGraph(), stated.getObject(), models);
                        });
            });
        return models;
    }

    private void copy(Node graph, Node subject, Graph into) {
        if (!subject.isLiteral())
            store.find(graph, subject, Node.ANY, Node.ANY).forEachRemaining(quad -> into.add(quad.asTriple()));
    }

    private CatalogRecord record(Node graph, Node node) {
        return new CatalogRecord(
                node,
                text(graph, node, Sam.source),
                Instant.parse(text(graph, node, DCTerms.issued.asNode())),
                Instant.parse(text(graph, node, DCTerms.modified.asNode())),
                graph);
    }

    private String text(Node graph, Node subject, Node property) {
        return store.find(graph, subject, property, Node.ANY).next().getObject().getLiteralLexicalForm();
    }

    /** Companies may publish catalogue records of their own; only ours count here. */
    private static boolean isRecords(Node graph) {
        return graph.isURI()
                && graph.getURI().startsWith("urn:samdata:source:")
                && graph.getURI().endsWith(":records");
    }
}
