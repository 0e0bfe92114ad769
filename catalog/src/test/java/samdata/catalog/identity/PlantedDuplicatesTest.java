package samdata.catalog.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import samdata.vocab.Schemes;

/** Precision and recall over all pairs of three sources, with siblings, templates and shared pages among them. */
class PlantedDuplicatesTest {
    private static final Weights WEIGHTS = new Weights(Schemes.load());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsDescribedTwiceIsFoundAndWhatOnlyLooksAlikeIsNot(long seed) {
        Planted planted = new Planted(seed);

        Set<List<String>> found = new HashSet<>();
        for (Link link : links(planted.graphs))
            found.add(List.of(link.one().getURI(), link.other().getURI()));

        Set<List<String>> right = new HashSet<>(found);
        right.retainAll(planted.same);
        assertThat(planted.same).hasSizeGreaterThan(300);
        assertThat((double) right.size() / found.size()).as("precision").isGreaterThanOrEqualTo(0.98);
        assertThat((double) right.size() / planted.same.size()).as("recall").isGreaterThanOrEqualTo(0.90);
    }

    /** @param sources what each says */
    static List<Link> links(Map<String, Graph> sources) {
        Map<String, Fingerprint> all = new TreeMap<>();
        sources.forEach((source, said) -> said.find(Node.ANY, RDF.Nodes.type, DCAT.Dataset.asNode())
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toList()
                .forEach(dataset -> all.putIfAbsent(dataset.getURI(), FingerprintReader.read(said, dataset, source))));
        Groups groups = new Groups(KeyHolders.EMPTY, all.keySet());
        all.forEach((iri, now) -> groups.add(new Holder(iri, now.home()), now.hashes()));
        groups.complete();
        Set<String> concerned = new TreeSet<>();
        groups.concerned(concerned);
        return new Linker(WEIGHTS, iri -> Optional.ofNullable(all.get(iri)))
                .links(Pairs.of(WEIGHTS, groups, List.copyOf(concerned), none -> Set.of()));
    }
}
