package samdata.harvester;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/** A catalogue published as RDF in any syntax, whole or in hydra pages. */
final class DcatProtocol implements Protocol {
    @Override
    public String name() {
        return "dcat";
    }

    @Override
    public Reading read(Source source, Visit visit) throws Refusal {
        var reading = new Reading();
        var pages = new ArrayDeque<URI>();
        var document = visit.get(source.url(), Syntax.ACCEPT);
        while (true) {
            var page = HydraPage.of(RdfDocument.triples(document, visit, reading), document.url());
            page.stated().forEach(reading.stated()::add);
            visit.countDatasets(datasets(page.stated()));
            pages.addAll(page.next());
            if (pages.isEmpty()) return reading;
            document = visit.more(pages.remove(), Syntax.ACCEPT);
        }
    }

    private static long datasets(List<Triple> triples) {
        return triples.stream()
                .filter(triple -> triple.getPredicate().equals(RDF.Nodes.type)
                        && triple.getObject().equals(DCAT.Dataset.asNode()))
                .count();
    }
}
