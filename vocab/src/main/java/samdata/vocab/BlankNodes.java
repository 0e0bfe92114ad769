package samdata.vocab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Gives each blank node an IRI that follows from what is said of it, so that the same description read twice is the same
 * graph. Nothing is merged: two blank nodes of equal content keep two names.
 *
 * <p>A node is known by its content, which is all that stands below it, together with its place, which is the statements
 * that point at it. One that several statements point at is known by content alone while no other is like it. So a change
 * in one dataset leaves the names in others as they are. Only where this does not tell nodes apart, in cycles and between
 * look-alikes with shared parts, the nodes that hang together are named as a whole, by {@link Tangle}.
 */
public final class BlankNodes {
    public static final String PREFIX = "urn:samdata:genid:";

    private final Fingerprint fingerprint = new Fingerprint();
    private final Map<Node, Blank> blanks = new LinkedHashMap<>();
    private final Map<String, Integer> shared = new HashMap<>();
    private final Map<Position, Integer> positions = new HashMap<>();
    private final Map<String, Integer> given = new HashMap<>();
    private final String salt;
    private final Runnable goesOn;

    /** Content and the statements that point at a node: what tells it from others before any has a name. */
    private record Position(String content, Set<Edge> from) {}

    private record Edge(Node from, Node by) {}

    private BlankNodes(Graph graph, String salt, Runnable goesOn) {
        this.salt = salt;
        this.goesOn = goesOn;
        graph.find().forEachRemaining(this::add);
    }

    /**
     * A copy of {@code graph} without blank nodes. Isomorphic graphs give equal copies, and the copy with its names read
     * as blank nodes is isomorphic to the graph. (Of graphs made to be hard, where {@link Tangle} gives up, only the
     * second holds.)
     *
     * @param salt keeps the names of two sources apart
     */
    public static Graph named(Graph graph, String salt) {
        Graph copy = GraphFactory.createDefaultGraph();
        graph.find().forEachRemaining(copy::add);
        name(copy, salt, () -> {});
        return copy;
    }
    /**
     * As {@link #named(Graph, String)}, but in the graph itself: a large one need not be in memory twice.
     *
     * @param goesOn called now and then while hard parts are named; what it throws ends the work
     */
    public static void name(Graph graph, String salt, Runnable goesOn) {
        BlankNodes names = new BlankNodes(graph, salt, goesOn);
        if (names.blanks.isEmpty()) return;
        names.describe();
        names.place();
        names.groups().forEach(names::name);
        Set<Triple> mentioning = new HashSet<>();
        names.blanks.values().forEach(blank -> mentioning.addAll(blank.mentions));
        for (Triple triple : mentioning) {
            graph.delete(triple);
            graph.add(names.named(triple));
        }
    }

    private void add(Triple triple) {
        if (isPlain(triple.getSubject()) && isPlain(triple.getObject())) return;
        Set<Blank> mentioned = new HashSet<>(4);
        eachIn(triple, node -> mentioned.add(blank(node)));
        if (mentioned.isEmpty()) return;
        Blank one = mentioned.iterator().next();
        for (Blank blank : mentioned) {
            blank.mentions.add(triple);
            blank.join(one);
            blank.quoted |=
                    triple.getSubject().isTripleTerm() || triple.getObject().isTripleTerm();
        }
        if (triple.getSubject().isBlank()) blank(triple.getSubject()).out.add(triple);
        if (triple.getObject().isBlank()) blank(triple.getObject()).in.add(triple);
    }

    private static boolean isPlain(Node term) {
        return !term.isBlank() && !term.isTripleTerm();
    }

    /** Visits the blank nodes of a statement, those in triple terms too. */
    static void eachIn(Triple triple, Consumer<Node> visit) {
        for (Node term : List.of(triple.getSubject(), triple.getObject())) {
            if (term.isBlank()) visit.accept(term);
            if (term.isTripleTerm()) eachIn(term.getTriple(), visit);
        }
    }

    private Blank blank(Node node) {
        return blanks.computeIfAbsent(node, unseen -> new Blank());
    }

    /** Content, from the leaves upwards. What is in a cycle or above one is never reached and has none. */
    private void describe() {
        Deque<Blank> ready = new ArrayDeque<>();
        for (Blank blank : blanks.values()) {
            blank.waiting = blank.quoted ? Integer.MAX_VALUE : blank.children().size();
            if (blank.waiting == 0) ready.add(blank);
        }
        while (!ready.isEmpty()) {
            Blank blank = ready.remove();
            describe(blank);
            for (Triple triple : blank.in) {
                if (!triple.getSubject().isBlank()) continue;
                Blank parent = blank(triple.getSubject());
                if (--parent.waiting == 0) ready.add(parent);
            }
        }
    }

    private void describe(Blank blank) {
        List<String> lines = new ArrayList<>();
        for (Triple triple : blank.out)
            lines.add(Fingerprint.line(triple.getPredicate(), triple.getObject(), node -> blank(node).content));
        blank.content = fingerprint.ofAll(lines);
        blank.tree = blank.children().stream().map(this::blank).allMatch(child -> child.tree && child.in.size() == 1);
    }

    private void place() {
        Set<String> doubtful = new HashSet<>();
        for (Blank blank : blanks.values()) {
            if (blank.in.size() > 1) shared.merge(blank.content, 1, Integer::sum);
            if (!blank.tree) doubtful.add(blank.content);
        }
        for (Blank blank : blanks.values())
            if (doubtful.contains(blank.content)) positions.merge(position(blank), 1, Integer::sum);
    }

    private static Position position(Blank blank) {
        return new Position(
                blank.content,
                blank.in.stream()
                        .map(triple -> new Edge(triple.getSubject(), triple.getPredicate()))
                        .collect(Collectors.toSet()));
    }

    private Collection<List<Blank>> groups() {
        Map<Blank, List<Blank>> groups = new LinkedHashMap<>();
        for (Blank blank : blanks.values())
            groups.computeIfAbsent(blank.leader(), leader -> new ArrayList<>()).add(blank);
        return groups.values();
    }

    /** Names the nodes of one group, parents before children. */
    private void name(List<Blank> group) {
        if (!group.stream().allMatch(this::isTold)) nameTangle(group);
        Deque<Blank> ready = new ArrayDeque<>();
        for (Blank blank : group) {
            blank.waiting = (int) blank.in.stream()
                    .map(Triple::getSubject)
                    .filter(parent -> parent.isBlank() && !blank(parent).named())
                    .count();
            if (blank.waiting == 0 && !blank.named()) ready.add(blank);
        }
        while (!ready.isEmpty()) {
            Blank blank = ready.remove();
            blank.name = once(key(blank));
            for (Node child : blank.children()) if (--blank(child).waiting == 0) ready.add(blank(child));
        }
    }

    /** Whether content and place are its own, or it shares them with nodes that it could be swapped with. */
    private boolean isTold(Blank blank) {
        if (!blank.described()) return false;
        return blank.tree || standsAlone(blank) || positions.getOrDefault(position(blank), 0) == 1;
    }

    private boolean standsAlone(Blank blank) {
        return blank.in.size() > 1 && shared.getOrDefault(blank.content, 0) == 1;
    }

    private void nameTangle(List<Blank> group) {
        Tangle tangle = new Tangle(group, this::blank, fingerprint, goesOn);
        String whole = once(tangle.certificate());
        tangle.colours().forEach((blank, colour) -> blank.name = fingerprint.of(whole, colour));
    }

    private String key(Blank blank) {
        if (standsAlone(blank)) return fingerprint.of("shared", blank.content);
        List<String> from = new ArrayList<>();
        for (Triple triple : blank.in)
            from.add(Fingerprint.line(triple.getPredicate(), triple.getSubject(), node -> blank(node).name));
        return fingerprint.of(blank.content, fingerprint.ofAll(from));
    }

    /** A name from {@code key} that was not given before. */
    private String once(String key) {
        int times = given.merge(key, 1, Integer::sum);
        return fingerprint.of(salt, key, Integer.toString(times));
    }

    private Triple named(Triple triple) {
        if (isPlain(triple.getSubject()) && isPlain(triple.getObject())) return triple;
        return Triple.create(named(triple.getSubject()), triple.getPredicate(), named(triple.getObject()));
    }

    private Node named(Node term) {
        if (term.isBlank()) return NodeFactory.createURI(PREFIX + blank(term).name);
        return term.isTripleTerm() ? NodeFactory.createTripleTerm(named(term.getTriple())) : term;
    }
}
