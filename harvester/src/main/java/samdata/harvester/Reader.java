package samdata.harvester;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import samdata.catalog.Knowledge;
import samdata.catalog.check.Violation;
import samdata.catalog.store.Harvested;
import samdata.catalog.store.Ledger;
import samdata.harvester.croissant.CroissantStructure;
import samdata.harvester.fetch.Fetcher;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Turn;
import samdata.harvester.fetch.Visit;
import samdata.harvester.protocol.DcatProtocol;
import samdata.harvester.protocol.DspProtocol;
import samdata.harvester.protocol.Protocol;
import samdata.harvester.protocol.SitemapProtocol;
import samdata.harvester.protocol.SparqlProtocol;
import samdata.harvester.protocol.cards.HfCardsProtocol;
import samdata.harvester.protocol.ckan.CkanProtocol;
import samdata.harvester.protocol.dcatus.DcatUsProtocol;
import samdata.harvester.protocol.file.FileProtocol;
import samdata.harvester.protocol.ldes.LdesProtocol;
import samdata.harvester.protocol.oai.OaiPmhProtocol;
import samdata.harvester.protocol.openml.OpenMlProtocol;
import samdata.harvester.read.Reading;
import samdata.harvester.run.Findings;
import samdata.harvester.run.Progress;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;

/** From a company's endpoint to statements that could be stored: read, named, recognised, checked. It stores nothing. */
final class Reader {
    private static final List<Protocol> PROTOCOLS = List.of(
            new DcatProtocol(),
            new SparqlProtocol(),
            new CkanProtocol(),
            new SitemapProtocol(),
            new HfCardsProtocol(),
            new LdesProtocol(),
            new DspProtocol(),
            new FileProtocol(),
            new DcatUsProtocol(),
            new OaiPmhProtocol(),
            new OpenMlProtocol());
    private static final int TYPES_TOLD = 5;

    private final Knowledge knowledge;
    private final Fetcher fetcher;
    private final Recogniser recogniser;
    private final Map<String, Protocol> protocols;

    Reader(Knowledge knowledge, Fetcher fetcher) {
        this.knowledge = knowledge;
        this.fetcher = fetcher;
        this.recogniser = new Recogniser(knowledge.shapes(), knowledge.schemes());
        this.protocols = PROTOCOLS.stream().collect(Collectors.toMap(Protocol::name, Function.identity()));
    }

    /** What protocols are called, sorted. */
    static List<String> protocols() {
        return PROTOCOLS.stream().map(Protocol::name).sorted().toList();
    }

    /** What a source said, ready to be stored. */
    record Brought(Harvested said, Findings findings, long datasets) {}

    Visit visit(Progress progress, Turn turn) {
        return fetcher.visit(progress, turn);
    }

    /** The source with the protocol that its address answers in, when none was given. */
    Source detected(Source source, Progress progress, Turn turn) throws Refusal {
        if (!source.protocol().equals(Source.UNDETECTED)) return source;
        try (var visit = visit(progress, turn)) {
            return source.detected(Detection.of(source.url(), visit));
        }
    }

    /** @param state what the last reading left to be told again; empty when all is to be read */
    Reading read(Source source, String state, Visit visit) throws Refusal {
        var protocol = protocols.get(source.protocol());
        if (protocol == null)
            throw Refusal.rejected(
                    "No protocol is named " + source.protocol() + "; there are " + String.join(", ", protocols()));
        return state.isEmpty() ? protocol.read(source, visit) : protocol.readSince(state, source, visit);
    }

    /**
     * What a source's statements mean: named, recognised and checked.
     *
     * @param before all that it stated before, asked for only when something of that stays
     */
    Brought brought(Source source, Reading reading, Supplier<Graph> before, Progress progress, Turn turn) {
        var said = said(source, reading, before, turn);
        return brought(source, said, reading.findings(), checked(said, progress, turn));
    }

    /** A source's statements with their blank nodes named, and what is recognised in them. */
    Harvested said(Source source, Reading reading, Supplier<Graph> before, Turn turn) {
        Normaliser.name(reading.stated(), source.id(), turn::check);
        return said(source, reading.whole(before), turn);
    }

    /** @param stated without blank nodes */
    Harvested said(Source source, Graph stated, Turn turn) {
        return new Harvested(source.id(), stated, recogniser.recognise(new TimedGraph(stated, turn)));
    }

    /** What the shapes find. */
    Findings checked(Harvested said, Progress progress, Turn turn) {
        progress.at(Progress.Phase.CHECKING, 0, Ledger.datasets(said).size());
        var timed = new Harvested(said.source(), new TimedGraph(said.stated(), turn), said.recognised());
        var packing = new Findings.Packing();
        knowledge.check().of(timed).forEach(violation -> packing.add(Run.Finding.of(violation)));
        return packing.done();
    }

    /**
     * @param unread what could not be read of it
     * @param checked what the shapes found
     */
    static Brought brought(Source source, Harvested said, List<Run.Finding> unread, Findings checked) {
        long datasets = Ledger.datasets(said).size();
        var packing = new Findings.Packing();
        noDataset(source, said.stated(), datasets).forEach(packing::add);
        unread.forEach(packing::add);
        CroissantStructure.findings(said.stated()).forEach(packing::add);
        checked.each(packing::add);
        return new Brought(said, packing.done(), datasets);
    }

    /** An answer without a single dataset may be right, but is more often a type that is misspelt. */
    private static Stream<Run.Finding> noDataset(Source source, Graph stated, long datasets) {
        if (datasets > 0) return Stream.empty();
        var violation = new Violation(
                source.url().toString(),
                "",
                "violation",
                "No dataset was found: nothing here is a dcat:Dataset or a schema.org Dataset." + types(stated),
                "Give each dataset the type http://www.w3.org/ns/dcat#Dataset, spelt so (http, not https).");
        return Stream.of(Run.Finding.of(violation));
    }

    /** What is described instead: a few of its types. */
    private static String types(Graph stated) {
        var types = stated.find(Node.ANY, RDF.Nodes.type, Node.ANY)
                .mapWith(triple -> "<" + triple.getObject() + ">")
                .toSet();
        if (types.isEmpty()) return "";
        return types.stream().sorted().limit(TYPES_TOLD).collect(Collectors.joining(", ", " What came is ", "."));
    }
}
