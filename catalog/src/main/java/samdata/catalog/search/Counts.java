package samdata.catalog.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.LabelAndValue;
import samdata.vocab.Labels;

/** Turns counted values into what a reader of one language is shown. */
final class Counts {
    /** The most counted values of a facet that are listed; no reader goes further, and no answer grows without end. */
    private static final int MAX_VALUES = 1000;

    private static final Comparator<Results.Value> ORDER = Comparator.comparingLong(Results.Value::count)
            .reversed()
            .thenComparing(Results.Value::label, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Results.Value::value);

    private final Snapshot snapshot;
    private final Facets facets;
    private final String lang;

    Counts(Snapshot snapshot, Facets facets, String lang) {
        this.snapshot = snapshot;
        this.facets = facets;
        this.lang = lang;
    }

    List<Results.Value> of(Facet facet, org.apache.lucene.facet.Facets counted, Set<String> chosen) throws IOException {
        Map<String, Long> counts = counts(facet, counted);
        for (String value : chosen) if (!counts.containsKey(value)) counts.put(value, count(facet, counted, value));
        List<Results.Value> values = new ArrayList<>(counts.size());
        Set<String> listed = new HashSet<>(counts.keySet());
        counts.forEach((value, count) -> values.add(new Results.Value(
                value, label(facet, value), count, chosen.contains(value), parent(facet, value, listed))));
        values.sort(ORDER);
        return values;
    }

    String label(Facet facet, String value) {
        return facets.concept(facet, value)
                .map(this::label)
                .orElseGet(() -> snapshot.labels().of(facet.id(), value).in(lang));
    }

    private String label(Node concept) {
        Graph graph = facets.schemes().graph();
        return Labels.of(graph, concept, lang);
    }

    private Optional<String> parent(Facet facet, String value, Set<String> listed) {
        return facets.concept(facet, value).stream()
                .flatMap(concept -> facets.broader(concept).stream())
                .filter(listed::contains)
                .findFirst();
    }

    private Map<String, Long> counts(Facet facet, org.apache.lucene.facet.Facets counted) throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (!snapshot.counted().containsKey(facet.id())) return counts;
        FacetResult top = counted.getTopChildren(MAX_VALUES, facet.id());
        if (top == null) return counts;
        for (LabelAndValue value : top.labelValues) counts.put(value.label, value.value.longValue());
        return counts;
    }

    private long count(Facet facet, org.apache.lucene.facet.Facets counted, String value) throws IOException {
        if (!snapshot.counted().containsKey(facet.id())) return 0;
        return Math.max(0, counted.getSpecificValue(facet.id(), value).longValue());
    }
}
