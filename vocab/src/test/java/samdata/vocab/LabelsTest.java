package samdata.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void aReaderOfSwedishGetsTheSwedishLabelThoughThePreferredOneIsEnglish() {
        Graph vocabulary = Ontologies.vocabulary();

        String label =
                Labels.of(vocabulary, NodeFactory.createURI("https://w3id.org/samdata/task/object-detection"), "sv");

        assertThat(label).isEqualTo("Objektdetektering");
    }

    @Test
    void whereTheLanguageIsMissingEnglishServesBeforeAnyOther() {
        Graph graph = RDFParser.fromString("""
                PREFIX dct: <http://purl.org/dc/terms/>
                <http://example.org/d> dct:title "Titre"@fr , "Title"@en , "Titel"@de .
                """, Lang.TURTLE).toGraph();

        assertThat(Labels.of(graph, NodeFactory.createURI("http://example.org/d"), "sv"))
                .isEqualTo("Title");
        assertThat(Labels.of(graph, NodeFactory.createURI("http://example.org/d"), "de"))
                .isEqualTo("Titel");
    }

    @Test
    void aTermOfAnotherVocabularyIsCalledByAWordOfTheReadersLanguage() {
        assertThat(Labels.of(Ontologies.vocabulary(), DCTerms.publisher.asNode(), "sv"))
                .isEqualTo("utgivare");
    }

    @Test
    void whatHasNoLabelIsCalledByTheEndOfItsAddress() {
        Graph empty = RDFParser.fromString("", Lang.TURTLE).toGraph();

        assertThat(Labels.of(empty, NodeFactory.createURI("http://example.org/data/roads/"), "sv"))
                .isEqualTo("roads");
    }
}
