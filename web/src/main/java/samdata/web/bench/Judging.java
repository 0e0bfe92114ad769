package samdata.web.bench;

import java.util.List;
import org.apache.jena.graph.Node;
import samdata.catalog.Catalog;
import samdata.catalog.store.Entry;
import samdata.catalog.suitability.Suitability;

/** How long it takes to judge, in the process. */
final class Judging {
    private static final int DATASETS = 100;
    private final Catalog catalog;

    Judging(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Measure> measured() throws Exception {
        Suitability suitability = catalog.suitability();
        List<Node> tasks = List.copyOf(catalog.schemes().tasks().concepts());
        List<String> all = catalog.datasets();
        List<Entry> some = all.stream()
                .limit(DATASETS)
                .flatMap(iri -> catalog.entryOf(iri).stream())
                .toList();
        for (Entry entry : some) suitability.assess(entry);
        Timings each = new Timings();
        for (Entry entry : some) each.time(() -> tasks.forEach(task -> suitability.assess(entry, task)));
        Timings whole = new Timings();
        whole.time(catalog::rejudge);
        return List.of(
                new Measure("judging, a dataset and task", each.median() / tasks.size(), "ms", "below 2"),
                Measure.of(
                        "judging all that is stored of a dataset, reading it included",
                        whole.median() / all.size(),
                        "ms"));
    }
}
