package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import samdata.vocab.Ontologies;
import samdata.vocab.Schemes;

class RecogniserTest {
    private final Recogniser recogniser = new Recogniser(Ontologies.shapes(), Schemes.load());

    @Test
    void aBlankNodeMeansWhatItIsLabelledWith() {
        Graph recognised = recognise("""
                <urn:dist> dct:format [ a dct:IMT ; rdfs:label "XLSX" ; rdf:value "application/x-unheard-of" ] .
                """);

        assertThat(recognised.contains(
                        NodeFactory.createURI("urn:dist"),
                        DCTerms.format.asNode(),
                        NodeFactory.createURI("http://publications.europa.eu/resource/authority/file-type/XLSX")))
                .isTrue();
    }

    @Test
    void anAddressOfCroissantIsALinkThoughItsContextGivesItALanguage() {
        Graph recognised = recognise("""
                PREFIX sc: <https://schema.org/>
                <urn:d> a sc:Dataset ; sc:url "https://mills.example/d"@en ; sc:license "https://creativecommons.org/licenses/by/4.0/"@en .
                """);

        Node dataset = NodeFactory.createURI("urn:d");
        assertThat(recognised.contains(
                        dataset, DCAT.landingPage.asNode(), NodeFactory.createURI("https://mills.example/d")))
                .isTrue();
        assertThat(recognised.contains(
                        dataset,
                        DCTerms.license.asNode(),
                        NodeFactory.createURI("https://w3id.org/samdata/licence/CC-BY-4.0")))
                .isTrue();
    }

    @Test
    void whatIsNotKnownStaysAsWritten() {
        Graph recognised = recognise("""
                <urn:dist> dct:format [ rdfs:label "papyrus" ] ; dct:license "ask us nicely" .
                """);

        assertThat(recognised.find(Node.ANY, Node.ANY, Node.ANY).toList()).isEmpty();
    }

    private Graph recognise(String turtle) {
        String prefixes = """
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                """;
        Graph stated = RDFParser.fromString(prefixes + turtle, Lang.TURTLE).toGraph();
        return recogniser.recognise(Normaliser.named(stated, "company"));
    }
}
