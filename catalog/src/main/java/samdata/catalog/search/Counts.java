package samdata.catalog.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Turns the counts of a facet into the values that a reader of one language is shown. */
final class Counts {
    /** The most counted values of a facet that are listed; no reader goes further, and no answer grows without end. */
    private static final int MAX_VALUES = 1000;

    private final Snapshot snapshot;
    private final Facets facets;
    private final String lang;

    Counts(Snapshot snapshot, Facets facets, String lang) {
        this.snapshot = snapshot;
        this.facets = facets;
        this.lang = lang;
    }

    /** By count, then by name; every chosen value is among them. */
    List<Results.Value> of(Facet facet, int[] counts, Set<String> chosen) {
        Column column = snapshot.column(facet.id());
        int[] byName = column.byName(lang);
        List<String> values = IntStream.range(0, byName.length)
                .filter(place -> counts[byName[place]] > 0)
                .mapToLong(place -> ((long) -counts[byName[place]] << Integer.SIZE) + place)
                .sorted()
                .limit(MAX_VALUES)
                .mapToObj(key -> column.label(byName[(int) key]).value())
                .toList();
        Set<String> listed = new HashSet<>(values);
        List<String> all = new ArrayList<>(values);
        chosen.stream().filter(listed::add).sorted().forEach(all::add);
        return all.stream()
                .map(value -> value(facet, value, count(column, counts, value), chosen.contains(value), listed))
                .toList();
    }

    String label(Facet facet, String value) {
        Column column = snapshot.column(facet.id());
        int number = column.number(value);
        return number >= 0 ? column.label(number).in(lang) : facets.label(facet, value, lang);
    }

    private Results.Value value(Facet facet, String value, int count, boolean selected, Set<String> listed) {
        Optional<String> parent =
                facets.broader(facet, value).stream().filter(listed::contains).findFirst();
        return new Results.Value(value, label(facet, value), count, selected, parent);
    }

    private static int count(Column column, int[] counts, String value) {
        int number = column.number(value);
        return number < 0 ? 0 : counts[number];
    }
}
