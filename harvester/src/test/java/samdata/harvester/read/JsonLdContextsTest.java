package samdata.harvester.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import samdata.harvester.House;
import samdata.harvester.fetch.AddressRule;
import samdata.harvester.fetch.Fetcher;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.run.Progress;

class JsonLdContextsTest {
    private final Fetcher fetcher = new Fetcher(House.SETTINGS, AddressRule.allowing(List.of()), "test");

    @AfterEach
    void close() {
        fetcher.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://schema.org/",
                "http://schema.org",
                "https://w3id.org/dspace/v0.8/context.json",
                "https://w3id.org/dspace/2024/1/context.json",
                "https://w3id.org/dspace/2025/1/context.jsonld",
                "https://w3id.org/dspace/2025/1/odrl-profile.jsonld",
                "https://w3id.org/edc/dspace/v0.0.1",
                "http://www.w3.org/ns/odrl.jsonld",
                "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld",
                "https://semiceu.github.io/DCAT-AP/releases/3.0.1/context/dcat-ap.jsonld",
                "https://semiceu.github.io/uri.semic.eu-generated/DCAT-AP/releases/3.0.0/html/examples/context.jsonld",
                "https://semiceu.github.io/LinkedDataEventStreams/context.jsonld"
            })
    void aContextThatIsKnownIsOneThatJsonLdTakes(String address) throws Refusal {
        assertThat(JsonLdContexts.knows(address)).isTrue();
        assertThat(triples("{\"@context\": \"" + address + "\", \"@id\": \"urn:a\", \"@type\": \"urn:b\"}"))
                .containsExactly(Triple.create(iri("urn:a"), RDF.Nodes.type, iri("urn:b")));
    }

    @Test
    void anotherIsNot() {
        assertThat(JsonLdContexts.knows("https://mills.example/context.jsonld")).isFalse();
    }

    @Test
    void theContextOfDcatApGivesItsLabelsTheirMeaning() throws Refusal {
        var triples = triples("""
                {"@context": "https://semiceu.github.io/DCAT-AP/releases/3.0.1/context/dcat-ap.jsonld", "@type": "Catalogue", "@id": "urn:c",
                 "title": {"@value": "Mills", "@language": "en"}, "releaseDate": {"@value": "2026-01-01", "@type": "xsd:date"},
                 "dataset": [{"@id": "urn:d", "@type": "Dataset", "keyword": ["saw", "blade"],
                   "datasetDistribution": {"@type": "Distribution", "accessUrl": "https://mills.example/x", "byteSize": "12"}}]}
                """);

        assertThat(triples)
                .contains(
                        Triple.create(
                                iri("urn:c"), DCTerms.title.asNode(), NodeFactory.createLiteralLang("Mills", "en")),
                        Triple.create(iri("urn:c"), DCTerms.issued.asNode(), Values.date("2026-01-01")),
                        Triple.create(iri("urn:c"), DCAT.dataset.asNode(), iri("urn:d")),
                        Triple.create(iri("urn:d"), DCAT.keyword.asNode(), Values.text("blade")))
                .anyMatch(triple -> triple.getPredicate().equals(DCAT.accessURL.asNode())
                        && triple.getObject().equals(iri("https://mills.example/x")))
                .anyMatch(triple -> triple.getPredicate().equals(DCAT.byteSize.asNode())
                        && triple.getObject().equals(Values.count(12)));
    }

    @Test
    void theContextOfItsExamplesHasTitlesByLanguage() throws Refusal {
        var triples = triples("""
                {"@context": "https://semiceu.github.io/uri.semic.eu-generated/DCAT-AP/releases/3.0.0/html/examples/context.jsonld",
                 "@graph": [{"@id": "example-ds:Bees", "@type": ["Dataset", "DatasetMemberOfADatasetSeries"],
                   "title": {"en": "Bees"}, "inSeries": "example-ser:All"}]}
                """);
        var bees = iri("https://data.gov.gr/id/dataset/Bees");

        assertThat(triples)
                .containsExactlyInAnyOrder(
                        Triple.create(bees, RDF.Nodes.type, DCAT.Dataset.asNode()),
                        Triple.create(bees, DCTerms.title.asNode(), NodeFactory.createLiteralLang("Bees", "en")),
                        Triple.create(
                                bees,
                                Terms.of(Terms.DCAT, "inSeries"),
                                iri("https://data.gov.gr/id/datasetseries/All")));
    }

    @Test
    void theContextOfOdrlGivesItsWordsTheirMeaning() throws Refusal {
        var odrl = "http://www.w3.org/ns/odrl/2/";

        assertThat(triples("""
                {"@context": "http://www.w3.org/ns/odrl.jsonld", "uid": "urn:p", "type": "Offer",
                 "permission": [{"uid": "urn:r", "action": "reproduce", "target": "urn:t"}]}
                """))
                .containsExactlyInAnyOrder(
                        Triple.create(iri("urn:p"), RDF.Nodes.type, iri(odrl + "Offer")),
                        Triple.create(iri("urn:p"), iri(odrl + "permission"), iri("urn:r")),
                        Triple.create(iri("urn:r"), iri(odrl + "action"), iri(odrl + "reproduce")),
                        Triple.create(iri("urn:r"), iri(odrl + "target"), iri("urn:t")));
    }

    @ParameterizedTest
    @CsvSource({
        "'#', https://mills.example/#title",
        "'/ns/', https://mills.example/ns/title",
        "'terms/', https://mills.example/terms/title",
        "'', https://mills.example/title"
    })
    void aVocabularyNextToTheDocumentNamesItsProperties(String vocabulary, String property) throws Refusal {
        assertThat(triples(
                        "{\"@context\": {\"@vocab\": \"" + vocabulary + "\"}, \"@id\": \"saws\", \"title\": \"Saws\"}"))
                .containsExactly(Triple.create(iri("https://mills.example/saws"), iri(property), Values.text("Saws")));
    }

    @Test
    void soDoesOneOfTheContextOfATerm() throws Refusal {
        assertThat(triples("""
                {"@context": {"@version": 1.1, "part": {"@id": "urn:part", "@context": {"@vocab": "#"}}},
                 "@id": "urn:a", "part": {"@id": "urn:b", "title": "Saws"}}
                """))
                .contains(Triple.create(iri("urn:b"), iri("https://mills.example/#title"), Values.text("Saws")));
    }

    @Test
    void anAbsoluteVocabularyKeepsApartWhatHasAnIdWithASpace() throws Refusal {
        assertThat(triples("""
                {"@context": {"@vocab": "urn:v:"}, "@graph": [{"@id": "a b", "title": "Saws"}, {"@id": "c d", "title": "Axes"}]}
                """))
                .extracting(Triple::getSubject)
                .containsExactlyInAnyOrder(iri("https://mills.example/a%20b"), iri("https://mills.example/c%20d"));
    }

    private List<Triple> triples(String json) throws Refusal {
        try (var visit = fetcher.visit(Progress.NONE)) {
            return JsonLdDocument.triples(json, URI.create("https://mills.example/"), visit, new Reading());
        }
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
