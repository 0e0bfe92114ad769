package samdata.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import samdata.catalog.search.Results;
import samdata.web.pages.SearchView.Choice;

/**
 * The values of one facet in reading order, narrower ones below their broader one, parted into the few that are shown at
 * once and the rest. Chosen values, and those above them, are always among the first.
 */
final class FacetTree {
    private static final int FIRST = 8;

    private final String facet;
    private final Map<String, Results.Value> values = new LinkedHashMap<>();
    private final Map<String, List<Results.Value>> below = new LinkedHashMap<>();
    private final List<Results.Value> tops = new ArrayList<>();
    private final Set<String> first;

    FacetTree(Results.FacetValues facet) {
        this.facet = facet.facet();
        facet.values().forEach(value -> values.putIfAbsent(value.value(), value));
        for (Results.Value value : values.values()) {
            Optional<String> parent = value.parent().filter(values::containsKey);
            if (parent.isPresent())
                below.computeIfAbsent(parent.get(), above -> new ArrayList<>()).add(value);
            else tops.add(value);
        }
        this.first = firstOnes();
    }

    List<Choice> first() {
        List<Choice> choices = new ArrayList<>();
        tops.forEach(top -> walk(top, 0, value -> first.contains(value) ? Showing.CHOICE : Showing.NONE, choices));
        return choices;
    }

    List<Choice> more() {
        Set<String> leading = new HashSet<>();
        values.values().stream()
                .filter(value -> !first.contains(value.value()))
                .forEach(value -> above(value).forEach(leading::add));
        List<Choice> choices = new ArrayList<>();
        tops.forEach(top -> walk(
                top,
                0,
                value -> !first.contains(value)
                        ? Showing.CHOICE
                        : leading.contains(value) ? Showing.HEADING : Showing.NONE,
                choices));
        return choices;
    }

    private enum Showing {
        CHOICE,
        HEADING,
        NONE
    }

    private interface Shown {
        Showing of(String value);
    }

    private Set<String> firstOnes() {
        Set<String> ones = values.values().stream()
                .sorted(Comparator.comparingLong(Results.Value::count)
                        .reversed()
                        .thenComparingInt(value -> above(value).size()))
                .limit(values.size() <= FIRST + 2 ? values.size() : FIRST)
                .map(Results.Value::value)
                .collect(Collectors.toCollection(HashSet::new));
        values.values().stream().filter(Results.Value::selected).forEach(value -> {
            ones.add(value.value());
            ones.addAll(above(value));
        });
        return ones;
    }

    private List<String> above(Results.Value value) {
        List<String> chain = new ArrayList<>();
        Optional<String> parent = value.parent();
        while (parent.isPresent() && values.containsKey(parent.get()) && !chain.contains(parent.get())) {
            chain.add(parent.get());
            parent = Optional.ofNullable(values.get(parent.get())).flatMap(Results.Value::parent);
        }
        return chain;
    }

    private void walk(Results.Value value, int depth, Shown shown, List<Choice> choices) {
        Showing showing = shown.of(value.value());
        if (showing != Showing.NONE)
            choices.add(new Choice(
                    "f-" + facet + "-" + Integer.toHexString(value.value().hashCode()),
                    facet,
                    value.value(),
                    value.label(),
                    value.count(),
                    value.selected(),
                    Math.min(depth, 4),
                    showing == Showing.HEADING));
        below.getOrDefault(value.value(), List.of()).forEach(narrower -> walk(narrower, depth + 1, shown, choices));
    }
}
