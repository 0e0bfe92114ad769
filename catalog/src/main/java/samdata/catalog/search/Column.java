package samdata.catalog.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiDocValues.MultiSortedSetDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/** The values of one facet in one state of the index, numbered from 0, ready to be counted and named. */
final class Column {
    private final String field;
    private final @Nullable OrdinalMap numbers;
    private final Label[] labels;
    private final Map<String, Integer> numberOf = new HashMap<>();
    /** Made when a language is first asked for; there are as many as languages of the site. */
    private final Map<String, int[]> byName = new ConcurrentHashMap<>();

    private Column(String field, @Nullable OrdinalMap numbers, Label[] labels) {
        this.field = field;
        this.numbers = numbers;
        this.labels = labels;
        for (int number = 0; number < labels.length; number++) numberOf.put(labels[number].value(), number);
    }

    static Column of(IndexReader reader, Facet facet) throws IOException {
        String field = Documents.countedIn(facet.id());
        Map<String, Label> stored = labels(reader, Documents.labelledIn(facet.id()));
        SortedSetDocValues values = MultiDocValues.getSortedSetValues(reader, field);
        Label[] labels = new Label[values == null ? 0 : Math.toIntExact(values.getValueCount())];
        for (int number = 0; values != null && number < labels.length; number++) {
            String value = values.lookupOrd(number).utf8ToString();
            Label label = stored.get(value);
            labels[number] = label == null ? Label.itself(value) : label;
        }
        return new Column(field, values instanceof MultiSortedSetDocValues many ? many.mapping : null, labels);
    }

    int size() {
        return labels.length;
    }

    Label label(int number) {
        return labels[number];
    }

    /** The number of a value, or -1. */
    int number(String value) {
        return numberOf.getOrDefault(value, -1);
    }

    /** How many of the hits have each value. */
    int[] count(FacetsCollector hits) throws IOException {
        int[] counts = new int[labels.length];
        if (counts.length > 0) for (MatchingDocs some : hits.getMatchingDocs()) count(some, counts);
        return counts;
    }

    /** All numbers, in the order in which a reader of the language would list the names. */
    int[] byName(String lang) {
        return byName.computeIfAbsent(lang.equals("sv") ? "sv" : "en", this::sortedByName);
    }

    private void count(MatchingDocs hits, int[] counts) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(hits.context().reader(), field);
        LongValues toNumber = numbers == null ? LongValues.IDENTITY : numbers.getGlobalOrds(hits.context().ord);
        DocIdSetIterator documents = hits.bits().iterator();
        if (documents == null) return;
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (!values.advanceExact(documents.docID())) continue;
            for (int left = values.docValueCount(); left > 0; left--) counts[(int) toNumber.get(values.nextOrd())]++;
        }
    }

    private int[] sortedByName(String lang) {
        List<BytesRef> keys = Arrays.stream(labels)
                .map(label -> TitleOrder.key(label.in(lang), lang))
                .toList();
        return IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparing((Integer number) -> keys.get(number))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** What most datasets call each value; of those equally many use, the first by name. */
    private static Map<String, Label> labels(IndexReader reader, String field) throws IOException {
        Map<Label, Integer> uses = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedSetDocValues packed = leaf.reader().getSortedSetDocValues(field);
            if (packed == null) continue;
            int[] used = uses(packed, leaf.reader().getLiveDocs());
            for (int number = 0; number < used.length; number++)
                if (used[number] > 0)
                    uses.merge(Label.unpacked(packed.lookupOrd(number).utf8ToString()), used[number], Integer::sum);
        }
        Map<String, Label> labels = new HashMap<>();
        uses.keySet().stream()
                .sorted(Comparator.comparing((Label label) -> uses.getOrDefault(label, 0))
                        .reversed()
                        .thenComparing(Label::en)
                        .thenComparing(Label::sv))
                .forEach(label -> labels.putIfAbsent(label.value(), label));
        return labels;
    }

    private static int[] uses(SortedSetDocValues values, @Nullable Bits live) throws IOException {
        int[] uses = new int[Math.toIntExact(values.getValueCount())];
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live != null && !live.get(values.docID())) continue;
            for (int left = values.docValueCount(); left > 0; left--) uses[(int) values.nextOrd()]++;
        }
        return uses;
    }
}
