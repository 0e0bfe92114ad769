package samdata.catalog.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Compares two nodes property by property. Nodes without a name are named by what is said of them, so one in which a value
 * changed has another name: it is found again by what both say, and compared in its turn.
 */
final class Comparison {
    private static final int DEPTH = 8;
    /** Pairs that are looked at one by one. */
    private static final int COMPARED = 40_000;
    /** A value that more nodes have does not tell which of them a node became. */
    private static final int SHARED = 20;

    private final Before before;
    private final List<PropertyChange> found = new ArrayList<>();
    private final Set<Node> met = new HashSet<>();

    Comparison(Before before) {
        this.before = before;
    }

    /** What the node itself lost and got, without the links in {@code left}. */
    List<PropertyChange> of(Node node, Set<Node> left) {
        met.add(node);
        Set<Node> properties = new TreeSet<>(Comparator.comparing(Node::toString));
        Stream.of(before.deleted(), before.added()).forEach(graph -> properties.addAll(properties(graph, node)));
        properties.removeAll(left);
        for (Node property : properties)
            compare(
                    List.of(property),
                    objects(before.deleted(), node, property),
                    objects(before.added(), node, property));
        return found;
    }

    /** All that differs between one node and another; one that is empty was not there. */
    List<PropertyChange> of(Optional<Node> was, Optional<Node> is) {
        compare(List.of(), was, is);
        return found;
    }

    /** The nodes below that were told with the one above. */
    Set<Node> met() {
        return met;
    }

    private void compare(List<Node> path, Optional<Node> was, Optional<Node> is) {
        if (path.size() >= DEPTH) return;
        was.ifPresent(met::add);
        is.ifPresent(met::add);
        Set<Triple> former = was.map(before::former).orElse(Set.of());
        Set<Triple> now = is.map(before::now).orElse(Set.of());
        Set<Node> properties = new TreeSet<>(Comparator.comparing(Node::toString));
        Stream.of(former, now).flatMap(Set::stream).forEach(triple -> properties.add(triple.getPredicate()));
        for (Node property : properties) {
            Set<Node> lost = objects(former, property);
            Set<Node> got = objects(now, property);
            Set<Node> both = new HashSet<>(lost);
            both.retainAll(got);
            lost.removeAll(both);
            got.removeAll(both);
            compare(longer(path, property), lost, got);
        }
    }

    private void compare(List<Node> path, Collection<Node> lost, Collection<Node> got) {
        List<Node> was = values(lost);
        List<Node> is = values(got);
        if (!was.isEmpty() || !is.isEmpty()) found.add(new PropertyChange(path, was, is));
        Set<Node> gone = parts(lost);
        Set<Node> come = parts(got);
        for (Pair pair : pairs(gone, come)) {
            compare(path, Optional.of(pair.was()), Optional.of(pair.is()));
            gone.remove(pair.was());
            come.remove(pair.is());
        }
        gone.forEach(node -> compare(path, Optional.of(node), Optional.empty()));
        come.forEach(node -> compare(path, Optional.empty(), Optional.of(node)));
    }

    /** Two nodes of which the second may be what the first became. */
    record Pair(Node was, Node is, long alike) {}

    /** Those that say most alike first; each node is in one pair. Two that are alone belong together anyway. */
    List<Pair> pairs(Collection<Node> gone, Collection<Node> come) {
        if ((long) gone.size() * come.size() > COMPARED) return pairsOfMany(gone, come);
        boolean alone = gone.size() == 1 && come.size() == 1;
        List<Pair> all = new ArrayList<>();
        for (Node was : gone) for (Node is : come) all.add(new Pair(was, is, alike(was, is)));
        all.sort(Comparator.comparingLong(Pair::alike).reversed());
        Set<Node> taken = new HashSet<>();
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : all)
            if ((alone || pair.alike() > 0) && !taken.contains(pair.was()) && !taken.contains(pair.is())) {
                taken.add(pair.was());
                taken.add(pair.is());
                pairs.add(pair);
            }
        return pairs;
    }

    /** Too many to hold each against each: found by the values they share, those aside that too many of them have. */
    private List<Pair> pairsOfMany(Collection<Node> gone, Collection<Node> come) {
        Map<Said, List<Node>> saying = new HashMap<>();
        for (Node is : come)
            for (Triple triple : before.now(is))
                saying.computeIfAbsent(Said.in(triple), any -> new ArrayList<>())
                        .add(is);
        saying.values().removeIf(nodes -> nodes.size() > SHARED);
        Set<Node> taken = new HashSet<>();
        List<Pair> pairs = new ArrayList<>();
        for (Node was : gone) {
            Map<Node, Long> alike = new LinkedHashMap<>();
            for (Triple triple : before.former(was))
                for (Node is : saying.getOrDefault(Said.in(triple), List.of()))
                    if (!taken.contains(is)) alike.merge(is, 1L, Long::sum);
            alike.entrySet().stream().max(Map.Entry.comparingByValue()).ifPresent(most -> {
                taken.add(most.getKey());
                pairs.add(new Pair(was, most.getKey(), most.getValue()));
            });
        }
        return pairs;
    }

    private long alike(Node was, Node is) {
        Set<Said> said = new HashSet<>();
        before.former(was).forEach(triple -> said.add(Said.in(triple)));
        return before.now(is).stream()
                .filter(triple -> said.contains(Said.in(triple)))
                .count();
    }

    private record Said(Node property, Node value) {
        static Said in(Triple triple) {
            return new Said(triple.getPredicate(), triple.getObject());
        }
    }

    private List<Node> values(Collection<Node> nodes) {
        return nodes.stream()
                .filter(node -> !before.isPart(node) || met.contains(node))
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private Set<Node> parts(Collection<Node> nodes) {
        return nodes.stream()
                .filter(node -> before.isPart(node) && !met.contains(node))
                .sorted(Comparator.comparing(Node::toString))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Node> longer(List<Node> path, Node property) {
        return Stream.concat(path.stream(), Stream.of(property)).toList();
    }

    private static Set<Node> properties(Graph graph, Node node) {
        return graph.find(node, Node.ANY, Node.ANY)
                .mapWith(Triple::getPredicate)
                .toSet();
    }

    private static List<Node> objects(Graph graph, Node node, Node property) {
        return graph.find(node, property, Node.ANY).mapWith(Triple::getObject).toList();
    }

    private static Set<Node> objects(Set<Triple> said, Node property) {
        Set<Node> objects = new LinkedHashSet<>();
        said.stream()
                .filter(triple -> triple.getPredicate().equals(property))
                .forEach(triple -> objects.add(triple.getObject()));
        return objects;
    }
}
