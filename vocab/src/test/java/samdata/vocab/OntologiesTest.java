package samdata.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
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
}
