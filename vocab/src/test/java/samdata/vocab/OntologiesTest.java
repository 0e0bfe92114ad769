package samdata.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
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
                        "year",
                        "fit",
                        "ready",
                        "permits",
                        "quality");
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

    @Test
    void everyConceptHasALabelInEnglishAndSwedish() {
        Graph schemes = Ontologies.schemes();

        assertThat(concepts(schemes))
                .isNotEmpty()
                .allSatisfy(concept -> assertThat(languages(schemes, concept, SKOS.prefLabel.asNode()))
                        .as("%s", concept)
                        .containsExactlyInAnyOrder("en", "sv"));
    }

    @Test
    void everyConceptStandsInASchemeThatIsThereAndBelowConceptsThatAreThere() {
        Graph schemes = Ontologies.schemes();
        Set<Node> concepts = concepts(schemes);
        Schemes known = Schemes.load();

        assertThat(concepts).allSatisfy(concept -> {
            assertThat(known.id(concept)).as("%s", concept).isPresent();
            assertThat(concepts).containsAll(objects(schemes, concept, SKOS.broader.asNode()));
        });
    }

    @Test
    void twoConceptsOfASchemeNeverShareAnId() {
        Schemes known = Schemes.load();

        for (Node scheme : subjects(known.graph(), RDF.Nodes.type, SKOS.ConceptScheme.asNode())) {
            Scheme concepts = known.get(scheme.getURI());
            assertThat(concepts.concepts().stream().map(concepts::id)).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyPropertyShapeIsLabelledAndEveryRuleSaysHowToMendItInBothLanguages() {
        Graph shapes = Ontologies.shapes();

        for (Node shape : subjects(shapes, sh("path"))) {
            assertThat(languages(shapes, shape, sh("name"))).containsExactlyInAnyOrder("en", "sv");
            if (!shapes.contains(shape, sh("severity"), Node.ANY)) continue;
            assertThat(languages(shapes, shape, sh("message"))).containsExactlyInAnyOrder("en", "sv");
            assertThat(languages(shapes, shape, Sam.fix)).containsExactlyInAnyOrder("en", "sv");
        }
    }

    @Test
    void everyRuleOfEveryProfileSaysWhatItMeansAndHowItIsMendedInBothLanguages() {
        Ontologies.profiles().forEach((name, shapes) -> {
            for (Node rule : subjects(shapes, sh("severity"))) {
                for (Node words : List.of(sh("message"), Sam.means, Sam.fix))
                    assertThat(languages(shapes, rule, words))
                            .as("%s %s of %s", words, objects(shapes, rule, sh("message")), name)
                            .containsExactlyInAnyOrder("en", "sv");
                assertThat(objects(shapes, rule, Sam.example)).hasSize(1);
                assertThat(objects(shapes, rule, RDFS.Nodes.seeAlso)).hasSize(name.equals("samdata") ? 0 : 1);
            }
        });
    }

    private static Node sh(String name) {
        return NodeFactory.createURI("http://www.w3.org/ns/shacl#" + name);
    }

    private static Set<Node> concepts(Graph graph) {
        return subjects(graph, RDF.Nodes.type, SKOS.Concept.asNode());
    }

    private static List<String> languages(Graph graph, Node subject, Node predicate) {
        return objects(graph, subject, predicate).stream()
                .map(Node::getLiteralLanguage)
                .toList();
    }

    private static Set<Node> subjects(Graph graph, Node predicate, Node object) {
        return graph.find(Node.ANY, predicate, object)
                .mapWith(Triple::getSubject)
                .toSet();
    }

    private static Set<Node> subjects(Graph graph, Node predicate) {
        return subjects(graph, predicate, Node.ANY);
    }

    private static List<Node> objects(Graph graph, Node subject, Node predicate) {
        return graph.find(subject, predicate, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
