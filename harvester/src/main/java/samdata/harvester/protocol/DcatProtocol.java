package samdata.harvester.protocol;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.read.RdfDocument;
import samdata.harvester.read.Reading;
import samdata.harvester.read.Syntax;
import samdata.harvester.source.Source;

/** A catalogue published as RDF in any syntax: whole, in hydra pages, or in the linked documents of a FAIR Data Point. */
public final class DcatProtocol implements Protocol {
    @Override
    public String name() {
        return "dcat";
    }

    @Override
    public Reading read(Source source, Visit visit) throws Refusal {
        return new Walk(visit).from(source.url());
    }

    private static final class Walk {
        private final Visit visit;
        private final Reading reading = new Reading();
        private final Deque<URI> pages = new ArrayDeque<>();
        private final FairDataPoint parts = new FairDataPoint();

        Walk(Visit visit) {
            this.visit = visit;
        }

        Reading from(URI root) throws Refusal {
            read(root, visit.get(root, Syntax.ACCEPT));
            while (true) {
                if (!pages.isEmpty()) {
                    var page = pages.remove();
                    read(page, visit.more(page, Syntax.ACCEPT));
                    continue;
                }
                var part = parts.next();
                if (part.isEmpty()) break;
                var document = part(part.get());
                if (document.isPresent()) read(part.get(), document.get());
            }
            parts.reportElsewhere(reading);
            return reading;
        }

        private void read(URI asked, Document document) throws Refusal {
            var page = HydraPage.of(RdfDocument.triples(document, visit, reading), document.url());
            page.stated().forEach(reading.stated()::add);
            visit.countDatasets(datasets(page.stated()));
            pages.addAll(page.next());
            parts.add(page.stated(), asked, document.url());
        }

        /** What the catalogue itself says is gone is gone; anything else is only out of reach just now. */
        private Optional<Document> part(URI url) throws Refusal {
            try {
                return Optional.of(visit.get(url, Syntax.ACCEPT));
            } catch (Refusal refusal) {
                if (!refusal.gone()) throw Refusal.rejected("A part of the catalogue cannot be read: " + refusal.why());
                reading.leftOut(
                        url.toString(),
                        "The catalogue names this, but it is not there.",
                        "Take it out of the catalogue, or bring it back.",
                        OptionalLong.empty());
                return Optional.empty();
            }
        }
    }

    private static long datasets(List<Triple> triples) {
        return triples.stream()
                .filter(triple -> triple.getPredicate().equals(RDF.Nodes.type)
                        && triple.getObject().equals(DCAT.Dataset.asNode()))
                .count();
    }
}
