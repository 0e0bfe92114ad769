package samdata.vocab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Blank nodes that only the whole of their connections tells apart. Each gets a colour of its own: colours are refined by
 * those of the neighbours until nothing changes, and what still has equals falls into parts that are looked at one by one.
 * In a part where nothing differs one node is singled out, and the choice that gives the smallest description wins (as in
 * RDF Dataset Canonicalization, W3C 2024, which does the same with hashes of paths).
 *
 * <p>Trying every choice can take for ever, so after {@link #TRIES} looks at a statement the first choice is taken; that
 * is still exact wherever the equal ones are truly interchangeable. After {@link #END} looks the rest is told apart in
 * the order read, which loses nothing but may differ the next time.
 */
final class Tangle {
    private static final int TRIES = 300_000;
    private static final int END = 5_000_000;

    private final Map<Blank, String> colours = new HashMap<>();
    private final Function<Node, Blank> blanks;
    private final Fingerprint fingerprint;
    private final Runnable goesOn;
    private final String certificate;
    private int looks;

    /**
     * @param group nodes linked with each other and with no others; those that hang below one as trees stay out
     * @param goesOn called now and then; what it throws ends the work
     */
    Tangle(List<Blank> group, Function<Node, Blank> blanks, Fingerprint fingerprint, Runnable goesOn) {
        this.blanks = blanks;
        this.fingerprint = fingerprint;
        this.goesOn = goesOn;
        List<Blank> core = group.stream().filter(blank -> !blank.hangs()).toList();
        core.forEach(blank -> colours.put(blank, blank.content));
        this.certificate = solve(core);
    }

    /** A different colour for each node. */
    Map<Blank, String> colours() {
        return colours;
    }

    /** The same for tangles that are the same but for their labels. */
    String certificate() {
        return certificate;
    }

    private String solve(List<Blank> nodes) {
        refine(nodes);
        List<Blank> equal = byColour(nodes).stream()
                .filter(same -> same.size() > 1)
                .flatMap(List::stream)
                .toList();
        if (looks > END) order(equal);
        else if (equal.size() < nodes.size()) solveParts(equal);
        else choose(nodes);
        return describe(nodes);
    }

    private void refine(List<Blank> nodes) {
        int kinds = 0;
        while (kinds < byColour(nodes).size()) {
            goesOn.run();
            kinds = byColour(nodes).size();
            Map<Blank, String> refined = new HashMap<>();
            nodes.forEach(blank -> refined.put(blank, refined(blank)));
            colours.putAll(refined);
        }
    }

    private String refined(Blank blank) {
        List<String> lines = new ArrayList<>();
        for (Triple triple : blank.mentions)
            lines.add(Fingerprint.statement(triple, node -> blanks.apply(node) == blank ? "self" : colour(node)));
        looks += lines.size();
        return fingerprint.of(colour(blank), fingerprint.ofAll(lines));
    }

    /** Nodes in parts that no statement links are told apart part by part; equal parts are interchangeable. */
    private void solveParts(List<Blank> nodes) {
        Map<String, Integer> seen = new HashMap<>();
        for (List<Blank> part : parts(nodes)) {
            String description = solve(part);
            String which = Integer.toString(seen.merge(description, 1, Integer::sum));
            part.forEach(blank -> colours.put(blank, fingerprint.of(description, which, colour(blank))));
        }
    }

    private List<List<Blank>> parts(List<Blank> nodes) {
        LinkedHashSet<Blank> left = new LinkedHashSet<>(nodes);
        List<List<Blank>> parts = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Blank> part = new ArrayList<>();
            Deque<Blank> next = new ArrayDeque<>(List.of(left.removeFirst()));
            while (!next.isEmpty()) {
                Blank blank = next.remove();
                part.add(blank);
                for (Triple triple : blank.mentions)
                    BlankNodes.eachIn(triple, node -> {
                        if (left.remove(blanks.apply(node))) next.add(blanks.apply(node));
                    });
            }
            parts.add(part);
        }
        return parts;
    }

    private void choose(List<Blank> nodes) {
        List<Blank> candidates = byColour(nodes).stream()
                .filter(same -> same.size() > 1)
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
        Map<Blank, String> before = snapshot(nodes);
        Map<Blank, String> best = before;
        String smallest = "";
        for (Blank blank : candidates) {
            if (looks > TRIES && !smallest.isEmpty()) break;
            colours.putAll(before);
            colours.put(blank, fingerprint.of(colour(blank), "chosen"));
            String description = solve(nodes);
            if (!smallest.isEmpty() && smallest.compareTo(description) <= 0) continue;
            smallest = description;
            best = snapshot(nodes);
        }
        colours.putAll(best);
    }

    private void order(List<Blank> nodes) {
        int place = 0;
        for (Blank blank : nodes) colours.put(blank, fingerprint.of(colour(blank), Integer.toString(place++)));
    }

    private String describe(List<Blank> nodes) {
        Set<Triple> triples = new HashSet<>();
        nodes.forEach(blank -> triples.addAll(blank.mentions));
        looks += triples.size();
        return fingerprint.ofAll(triples.stream()
                .map(triple -> Fingerprint.statement(triple, this::colour))
                .toList());
    }

    /** The nodes by colour, in the order of colours. */
    private Collection<List<Blank>> byColour(List<Blank> nodes) {
        Map<String, List<Blank>> classes = new TreeMap<>();
        for (Blank blank : nodes)
            classes.computeIfAbsent(colour(blank), colour -> new ArrayList<>()).add(blank);
        return classes.values();
    }

    private Map<Blank, String> snapshot(List<Blank> nodes) {
        Map<Blank, String> copy = new HashMap<>();
        nodes.forEach(blank -> copy.put(blank, colour(blank)));
        return copy;
    }

    private String colour(Node node) {
        return colour(blanks.apply(node));
    }

    private String colour(Blank blank) {
        return colours.getOrDefault(blank, blank.content);
    }
}
