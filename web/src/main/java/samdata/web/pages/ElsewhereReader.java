package samdata.web.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import samdata.catalog.Catalog;
import samdata.catalog.identity.Evidence;
import samdata.catalog.identity.Link;
import samdata.vocab.Labels;

/** Where the same dataset is described, too, and why we think that it is the same. */
final class ElsewhereReader {
    private final Catalog catalog;
    private final Description description;
    private final Page page;

    ElsewhereReader(Catalog catalog, Description description, Page page) {
        this.catalog = catalog;
        this.description = description;
        this.page = page;
    }

    List<DatasetView.Elsewhere> of(String iri) {
        return catalog.alsoAt(iri).stream()
                .map(link -> elsewhere(link, iri))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<DatasetView.Elsewhere> elsewhere(Link link, String iri) {
        return catalog.entryOf(link.otherThan(iri))
                .map(entry -> new DatasetView.Elsewhere(
                        entry.id(),
                        Labels.of(entry.view(), entry.iri(), page.lang()),
                        entry.sources(),
                        percent(link.score()),
                        link.evidence().stream().map(this::reason).toList()));
    }

    private DatasetView.Reason reason(Evidence evidence) {
        return new DatasetView.Reason(
                Labels.of(catalog.vocabulary(), evidence.kind().concept(), page.lang()),
                evidence.properties().stream()
                        .map(description::property)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                evidence.values().stream().map(this::said).toList(),
                evidence.similarity().isPresent()
                        ? percent(evidence.similarity().getAsDouble())
                        : "");
    }

    /** The name of a concept that we know, anything else as it is. */
    private String said(String value) {
        if (value.isBlank() || value.contains(" ")) return value;
        Node node = NodeFactory.createURI(value);
        return catalog.schemes().id(node).isPresent() ? Labels.of(catalog.vocabulary(), node, page.lang()) : value;
    }

    private String percent(double share) {
        return page.text().number(Math.round(share * 100));
    }
}
