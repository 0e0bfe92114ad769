package samdata.vocab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Blank nodes that only the whole of their connections tells apart. Each gets a colour of its own: colours are refined by
 * those of the neighbours until nothing changes, and where some stay equal, one is singled out and the choice that gives
 * the smallest description wins (as in RDF Dataset Canonicalization, W3C 2024, which does the same with hashes of paths).
 *
 * <p>Trying every choice can take for ever, so after {@link #TRIES} looks at a statement the first choice is taken; that
 * is still exact wherever the equal ones are truly interchangeable. After {@link #END} looks the rest is told apart in
 * the order read, which loses nothing but may differ the next time.
 */
final class Tangle {
    private static final int TRIES = 300_000;
    private static final int END = 3_000_000;

    private final List<Blank> core;
    private final Function<Node, Blank> blanks;
    private final Fingerprint fingerprint;
    private int looks;

    private record Choice(String certificate, Map<Blank, String> colours) {}

    Tangle(List<Blank> group, Function<Node, Blank> blanks, Fingerprint fingerprint) {
        this.core = group.stream().filter(blank -> !blank.hangs()).toList();
        this.blanks = blanks;
        this.fingerprint = fingerprint;
    }

    /** A different colour for each node, except those that hang below one of them as trees. */
    Map<Blank, String> colours() {
        Map<Blank, String> colours = new HashMap<>();
        core.forEach(blank -> colours.put(blank, blank.content));
        return choose(refine(colours)).colours();
    }

    /** The same for tangles that are the same but for their labels. */
    String certificate(Map<Blank, String> colours) {
        Set<Triple> triples = new HashSet<>();
        core.forEach(blank -> triples.addAll(blank.mentions));
        List<String> lines = new ArrayList<>();
        triples.forEach(triple -> lines.add(Fingerprint.statement(triple, node -> colour(node, colours))));
        looks += lines.size();
        return fingerprint.ofAll(lines);
    }

    private Map<Blank, String> refine(Map<Blank, String> colours) {
        Map<Blank, String> old = colours;
        while (true) {
            Map<Blank, String> next = new HashMap<>();
            for (Blank blank : core) next.put(blank, refined(blank, old));
            if (kinds(next) == kinds(old)) return next;
            old = next;
        }
    }

    private String refined(Blank blank, Map<Blank, String> colours) {
        List<String> lines = new ArrayList<>();
        for (Triple triple : blank.mentions)
            lines.add(Fingerprint.statement(
                    triple, node -> blanks.apply(node) == blank ? "self" : colour(node, colours)));
        looks += lines.size();
        return fingerprint.of(colours.getOrDefault(blank, ""), fingerprint.ofAll(lines));
    }

    private String colour(Node node, Map<Blank, String> colours) {
        Blank blank = blanks.apply(node);
        return colours.getOrDefault(blank, blank.content);
    }

    private static long kinds(Map<Blank, String> colours) {
        return colours.values().stream().distinct().count();
    }

    private Choice choose(Map<Blank, String> colours) {
        List<Blank> equals = equals(colours);
        if (equals.isEmpty()) return new Choice(certificate(colours), colours);
        if (looks > END) return choose(ordered(colours));
        Choice best = choose(refine(single(equals.getFirst(), colours)));
        for (Blank blank : equals.subList(1, equals.size())) {
            if (looks > TRIES) return best;
            Choice other = choose(refine(single(blank, colours)));
            if (other.certificate().compareTo(best.certificate()) < 0) best = other;
        }
        return best;
    }

    /** The smallest set of nodes with one colour; of several, the one whose colour comes first. */
    private List<Blank> equals(Map<Blank, String> colours) {
        Map<String, List<Blank>> classes = new TreeMap<>();
        for (Blank blank : core)
            classes.computeIfAbsent(colours.getOrDefault(blank, ""), colour -> new ArrayList<>())
                    .add(blank);
        return classes.values().stream()
                .filter(nodes -> nodes.size() > 1)
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private Map<Blank, String> single(Blank blank, Map<Blank, String> colours) {
        Map<Blank, String> changed = new HashMap<>(colours);
        changed.merge(blank, "one", (colour, mark) -> fingerprint.of(colour, mark));
        return changed;
    }

    private Map<Blank, String> ordered(Map<Blank, String> colours) {
        Map<Blank, String> changed = new HashMap<>();
        for (Blank blank : core)
            changed.put(
                    blank, fingerprint.of(colours.getOrDefault(blank, ""), "order", Integer.toString(changed.size())));
        return changed;
    }
}
