package samdata.catalog.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.store.Derivation;
import samdata.catalog.store.Diff;
import samdata.catalog.store.Entries;
import samdata.catalog.store.Entry;
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
    private final KeysAtHand atHand;

    /**
     * @param index the index as it is before the change that is being stored
     * @param atHand the keys of those datasets that this change has put into the index already
     */
    public Identities(Schemes schemes, Supplier<KeyHolders> index, KeysAtHand atHand) {
        this.weights = new Weights(schemes);
        this.index = index;
        this.atHand = atHand;
    }

    /** Nothing follows when nothing was harvested: links are derived from descriptions alone. */
    @Override
    public void of(
            DatasetGraph store,
            Set<Node> affected,
            Optional<Harvested> harvested,
            Consumer<Diff> use,
            Consumer<Entry> stands) {
        if (harvested.isEmpty()) return;
        Set<String> iris =
                affected.stream().filter(Node::isURI).map(Node::getURI).collect(Collectors.toCollection(TreeSet::new));
        diffs(store, iris, index.get(), new Descriptions(store, harvested, atHand))
                .forEach(use);
    }

    /** All links that the descriptions in the store give, whatever stands there. Needs a read transaction. */
    public Graph all(DatasetGraph store) {
        Set<String> all = new Entries(store, Graph.emptyGraph)
                .datasets()
                .map(Node::getURI)
                .collect(Collectors.toCollection(TreeSet::new));
        Descriptions descriptions = new Descriptions(store, Optional.empty(), new KeysAtHand());
        Graph wanted = GraphFactory.createDefaultGraph();
        pairs(all, KeyHolders.EMPTY, descriptions, any -> Set.of())
                .forEach(pairs -> write(pairs, descriptions, wanted));
        return wanted;
    }

    private Stream<Diff> diffs(DatasetGraph store, Set<String> affected, KeyHolders before, Descriptions descriptions) {
        LinkGraph stored = new LinkGraph(store);
        return pairs(affected, before, descriptions, stored::others)
                .map(pairs -> {
                    Graph wanted = GraphFactory.createDefaultGraph();
                    write(pairs, descriptions, wanted);
                    return Diff.of(Graphs.IDENTITY, stored.of(pairs.touched()), wanted);
                })
                .filter(diff -> !diff.isEmpty());
    }

    private void write(Pairs pairs, Descriptions descriptions, Graph wanted) {
        for (Link link : new Linker(weights, descriptions::of).links(pairs)) LinkGraph.write(link, wanted);
    }

    /**
     * Whatever pair may have been, or may now be, linked because of a dataset that changes; some thousands at a time.
     *
     * @param stored the datasets that one is linked to in the store
     */
    private Stream<Pairs> pairs(
            Set<String> affected, KeyHolders before, Descriptions descriptions, Function<String, Set<String>> stored) {
        Groups groups = new Groups(before, affected);
        descriptions.keys(affected, groups::add);
        groups.complete();
        Set<String> concerned = new TreeSet<>();
        groups.concerned(concerned);
        for (String iri : affected) {
            Set<String> others = stored.apply(iri);
            if (others.isEmpty()) continue;
            concerned.add(iri);
            concerned.addAll(others);
        }
        return Slices.of(concerned, AT_ONCE).map(some -> Pairs.of(weights, groups, some, stored));
    }

    /** The links of a dataset as they stand in the store, the surest first. Needs a read transaction. */
    public static List<Link> stored(DatasetGraph store, String iri) {
        return new LinkGraph(store).links(NodeFactory.createURI(iri));
    }
}
