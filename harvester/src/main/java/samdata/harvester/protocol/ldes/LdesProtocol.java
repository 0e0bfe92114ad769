package samdata.harvester.protocol.ldes;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.protocol.Protocol;
import samdata.harvester.read.RdfDocument;
import samdata.harvester.read.Reading;
import samdata.harvester.source.Source;

/**
 * A Linked Data Event Stream, such as a DCAT-AP feed: all pages that its relations lead to, of which the newest version of
 * each thing counts. A stream is a log: what it does not name any more was not taken back, so what is known stays until a
 * deletion comes, and pages that never change are read once.
 */
public final class LdesProtocol implements Protocol {
    private static final String ACCEPT = "application/trig, text/turtle;q=0.9, application/ld+json;q=0.9,"
            + " application/n-quads;q=0.8, application/n-triples;q=0.7, application/rdf+xml;q=0.6, */*;q=0.1";

    @Override
    public String name() {
        return "ldes";
    }

    @Override
    public Reading read(Source source, Visit visit) throws Refusal {
        return read(source, visit, Optional.empty());
    }

    @Override
    public Reading readSince(String state, Source source, Visit visit) throws Refusal {
        return read(source, visit, LdesState.of(state));
    }

    private static Reading read(Source source, Visit visit, Optional<LdesState> known) throws Refusal {
        return new Walk(source.url(), visit, known.orElseGet(LdesState::new)).from(source.url(), known.isPresent());
    }

    /** One way through the pages, each of them once. */
    private static final class Walk {
        private final Visit visit;
        private final LdesState state;
        private final Reading reading = new Reading();
        private final Set<URI> seen = new HashSet<>();
        private final Deque<URI> queue = new ArrayDeque<>();
        private LdesStream stream;
        private boolean described;
        private boolean windowed;

        Walk(URI root, Visit visit, LdesState state) {
            this.visit = visit;
            this.state = state;
            this.stream = LdesStream.of(GraphFactory.createDefaultGraph(), NodeFactory.createURI(root.toString()));
        }

        Reading from(URI root, boolean known) throws Refusal {
            read(root, visit.get(root, ACCEPT), true);
            while (!queue.isEmpty()) {
                var url = queue.remove();
                if (!seen.add(url)) continue;
                var settled = state.settled(url);
                if (settled.isPresent()) queue.addAll(settled.get());
                else read(url, visit.more(url, ACCEPT), false);
            }
            state.forEach(reading.stated()::add);
            visit.countDatasets(reading.stated()
                    .find(Node.ANY, RDF.Nodes.type, DCAT.Dataset.asNode())
                    .toList()
                    .size());
            if (!known && windowed) {
                // what fell out of the window was never deleted
                reading.former().restStays();
                state.deleted().forEach(reading.former()::goes);
            }
            reading.former().remember(state.text());
            return reading;
        }

        private void read(URI asked, Document document, boolean root) throws Refusal {
            seen.addAll(List.of(asked, document.url()));
            var page = new LdesPage(RdfDocument.statements(document, visit, reading), document.url(), asked);
            if (root && !page.isOfStream())
                throw Refusal.rejected(document.url() + " is RDF, but no page of an event stream: it has no"
                        + " tree:member, tree:view or tree:relation");
            understand(page, root);
            page.versions(stream, visit, reading).forEach(state::add);
            state.putLeftovers(asked, page.leftovers(stream, root));
            var next = page.next();
            queue.addAll(next);
            if (!root && (page.isImmutable(asked) || visit.isImmutable(asked))) {
                state.settle(asked, List.copyOf(next));
                visit.neverChanges(asked);
            }
        }

        /** The stream is as the first page that describes it says; a view may not, and the pages it leads to do. */
        private void understand(LdesPage page, boolean root) throws Refusal {
            windowed |= LdesStream.isWindowed(page.graph());
            if (described || !page.hasStream()) return;
            var iri = page.stream();
            described = LdesStream.isDescribed(page.graph(), iri);
            if (root || described) stream = LdesStream.of(page.graph(), iri);
        }
    }
}
