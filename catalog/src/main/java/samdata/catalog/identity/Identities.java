package samdata.catalog.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.store.Derivation;
import samdata.catalog.store.Diff;
import samdata.catalog.store.Entries;
import samdata.catalog.store.Graphs;
import samdata.catalog.store.Harvested;
import samdata.vocab.Schemes;

/**
 * Keeps {@link Graphs#IDENTITY} in step with the descriptions. The same descriptions give the same links, in whatever order
 * they came; a change looks at the datasets that it affects and at those that share a rare value with one of them, before
 * or after.
 */
public final class Identities implements Derivation {
    private static final int AT_ONCE = 2000;

    private final Weights weights;
    private final Supplier<KeyHolders> index;

    /** @param index the index as it is before the change that is being stored */
    public Identities(Schemes schemes, Supplier<KeyHolders> index) {
        this.weights = new Weights(schemes);
        this.index = index;
    }

    /** The keys of a dataset, sorted, by which {@link KeyHolders} find it. */
    public static long[] keys(Graph said, Node dataset, String home) {
        return FingerprintReader.read(said, dataset, home).hashes();
    }

    /** Nothing follows when nothing was harvested: links are derived from descriptions alone. */
    @Override
    public void of(DatasetGraph store, Set<Node> affected, Optional<Harvested> harvested, Consumer<Diff> use) {
        if (harvested.isEmpty()) return;
        Set<String> iris =
                affected.stream().filter(Node::isURI).map(Node::getURI).collect(Collectors.toCollection(TreeSet::new));
        diffs(store, iris, index.get(), new Descriptions(store, harvested)).forEach(use);
    }

    /** All links that the descriptions in the store give, whatever stands there. Needs a read transaction. */
    public Graph all(DatasetGraph store) {
        Set<String> all = new Entries(store, Graph.emptyGraph)
                .datasets()
                .map(Node::getURI)
                .collect(Collectors.toCollection(TreeSet::new));
        Descriptions descriptions = new Descriptions(store, Optional.empty());
        Groups groups = groups(all, KeyHolders.EMPTY, descriptions);
        Linker linker = new Linker(weights, groups, descriptions::of);
        Set<String> concerned = new TreeSet<>();
        groups.concerned(groups.keys(), concerned);
        Graph wanted = GraphFactory.createDefaultGraph();
        Slices.of(concerned, AT_ONCE)
                .forEach(some -> LinkGraph.write(linker.links(some).values(), Set.of(), wanted));
        return wanted;
    }

    private Stream<Diff> diffs(DatasetGraph store, Set<String> affected, KeyHolders before, Descriptions descriptions) {
        LinkGraph stored = new LinkGraph(store);
        Groups groups = groups(affected, before, descriptions);
        Linker linker = new Linker(weights, groups, descriptions::of);
        Set<String> done = new HashSet<>();
        return Slices.of(concerned(affected, before, groups, stored), AT_ONCE)
                .map(some -> {
                    Graph now = stored.of(some, done);
                    Graph wanted = GraphFactory.createDefaultGraph();
                    LinkGraph.write(linker.links(some).values(), done, wanted);
                    done.addAll(some);
                    return Diff.of(Graphs.IDENTITY, now, wanted);
                })
                .filter(diff -> !diff.isEmpty());
    }

    private static Groups groups(Set<String> affected, KeyHolders before, Descriptions descriptions) {
        Groups groups = new Groups(before, affected);
        for (String iri : affected) descriptions.of(iri).ifPresent(groups::add);
        groups.sort();
        return groups;
    }

    private Set<String> concerned(Set<String> affected, KeyHolders before, Groups groups, LinkGraph links) {
        Set<String> concerned = new TreeSet<>();
        LongStream known = before.keys(affected).values().stream().flatMapToLong(LongStream::of);
        long[] keys = LongStream.concat(known, LongStream.of(groups.keys()))
                .sorted()
                .distinct()
                .toArray();
        groups.concerned(keys, concerned);
        for (String iri : affected) if (links.has(iri)) concerned.add(iri);
        return concerned;
    }

    /** The links of a dataset as they stand in the store, the surest first. Needs a read transaction. */
    public static List<Link> stored(DatasetGraph store, String iri) {
        return new LinkGraph(store).links(NodeFactory.createURI(iri));
    }
}
