package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import samdata.vocab.Ontologies;
import samdata.vocab.Sam;
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
    void aTaskMayBeSaidByAKeywordASubjectOrWhatItIsAbout() {
        Graph recognised = recognise("""
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX sc: <https://schema.org/>
                <urn:k> a dcat:Dataset ; dcat:keyword "Object detection"@en , "road" .
                <urn:s> a dcat:Dataset ; dct:subject <https://w3id.org/samdata/task/translation> .
                <urn:a> a sc:Dataset ; sc:about [ a sc:DefinedTerm ; sc:name "question-answering" ] .
                <urn:w> a sc:Dataset ; sc:keywords "image, text-classification" .
                """);

        assertThat(tasks(recognised, "urn:k")).containsExactly("object-detection");
        assertThat(tasks(recognised, "urn:s")).containsExactly("translation");
        assertThat(tasks(recognised, "urn:a")).containsExactly("question-answering");
        assertThat(tasks(recognised, "urn:w")).containsExactly("text-classification");
    }

    @Test
    void anMldcatTaskIsATaskOfTheDataItReads() {
        Graph recognised = recognise("""
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX it6: <http://data.europa.eu/it6/>
                <urn:t> a it6:Task ; it6:sourceData <urn:d> ; it6:hasTaskType <https://w3id.org/samdata/task/image-segmentation> .
                <urn:d> a dcat:Dataset .
                """);

        assertThat(tasks(recognised, "urn:d")).containsExactly("image-segmentation");
    }

    @Test
    void aWordThatOnlySaysWhatKindOfDataItIsIsNoTask() {
        Graph recognised = recognise("""
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                <urn:d> a dcat:Dataset ; dcat:keyword "audio" , "text" , "image" , "video" , "tabular" , "multimodal" ,
                    "time series" , "other" , "document" , "computer vision" , "detection" , "classification" , "SLU" , "biology" .
                """);

        assertThat(tasks(recognised, "urn:d")).isEmpty();
    }

    @Test
    void whatIsNotKnownStaysAsWritten() {
        Graph recognised = recognise("""
                <urn:dist> dct:format [ rdfs:label "papyrus" ] ; dct:license "ask us nicely" .
                """);

        assertThat(recognised.find(Node.ANY, Node.ANY, Node.ANY).toList()).isEmpty();
    }

    private static List<String> tasks(Graph recognised, String dataset) {
        return recognised
                .find(NodeFactory.createURI(dataset), Sam.declaredTask, Node.ANY)
                .mapWith(triple -> triple.getObject().getURI())
                .mapWith(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                .toList();
    }

    private Graph recognise(String turtle) {
        String prefixes = """
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                """;
        Graph stated = RDFParser.fromString(prefixes + turtle, Lang.TURTLE).toGraph();
        Normaliser.name(stated, "company", () -> {});
        return recogniser.recognise(stated);
    }
}
