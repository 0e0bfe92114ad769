package samdata.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

class OntologiesTest {
    @Test
    void theShapesDeclareTheFacetsOfTheSearchPage() {
        Graph shapes = Ontologies.shapes();

        List<String> facets = shapes.find(Node.ANY, Sam.facet, Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList();

        assertThat(facets)
                .containsExactlyInAnyOrder(
                        "task",
                        "modality",
                        "licence",
                        "publisher",
                        "theme",
                        "keyword",
                        "format",
                        "language",
                        "source",
                        "year");
    }

    @Test
    void everySchemeThatAShapeRecognisesValuesInIsThere() {
        Schemes schemes = Schemes.load();

        List<String> named = Ontologies.shapes()
                .find(Node.ANY, Sam.recognisedIn, Node.ANY)
                .mapWith(triple -> triple.getObject().getURI())
                .toList();

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(iri -> assertThat(schemes.get(iri).concepts()).isNotEmpty());
    }

    @Test
    void inTheStoreAConceptHasOnePreferredLabelAndAllItsLabelsAsPlainLabels() {
        Graph schemes = Ontologies.schemes();
        Graph vocabulary = Ontologies.vocabulary();

        for (Node concept : subjects(schemes, SKOS.prefLabel.asNode())) {
            assertThat(objects(vocabulary, concept, SKOS.prefLabel.asNode()))
                    .as("%s", concept)
                    .singleElement()
                    .satisfies(label -> assertThat(label.getLiteralLanguage()).isEqualTo("en"));
            assertThat(objects(vocabulary, concept, RDFS.Nodes.label))
                    .containsAll(objects(schemes, concept, SKOS.prefLabel.asNode()));
        }
    }

    @Test
    void readingTheVocabularyAgainChangesNothing() {
        Graph first = Ontologies.vocabulary();

        Graph again = Ontologies.vocabulary();

        assertThat(again.find().toSet()).isEqualTo(first.find().toSet());
        assertThat(first.stream()
                        .filter(triple -> triple.getSubject().isBlank()
                                || triple.getObject().isBlank()))
                .isEmpty();
    }

    private static Set<Node> subjects(Graph graph, Node predicate) {
        return graph.find(Node.ANY, predicate, Node.ANY)
                .mapWith(Triple::getSubject)
                .toSet();
    }

    private static List<Node> objects(Graph graph, Node subject, Node predicate) {
        return graph.find(subject, predicate, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
