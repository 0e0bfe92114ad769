package samdata.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class ContextTest {
    @Test
    void fieldsUnderPrefixedKeysBecomeTheStatementsTheyMean() throws IOException {
        Graph graph = parse("""
                "@id": "http://example.org/d", "@type": "dcat:Dataset",
                "dct:title": {"@value": "Titel", "@language": "sv"},
                "sam:declaredTask": ["https://w3id.org/samdata/task/translation"],
                "dct:license": "http://creativecommons.org/licenses/by/4.0/",
                "it6:numberOfDatapoints": "12",
                "it6:collectionDate": "2026-01-02",
                "prov:qualifiedAttribution": {"prov:agent": "http://example.org/a", "sam:shareOfCost": "0.4"},
                "notes": "no key of ours"
                """);

        assertThat(graph.isIsomorphicWith(RDFParser.fromString("""
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct:  <http://purl.org/dc/terms/>
                PREFIX it6:  <http://data.europa.eu/it6/>
                PREFIX prov: <http://www.w3.org/ns/prov#>
                PREFIX sam:  <https://w3id.org/samdata/ns#>
                PREFIX xsd:  <http://www.w3.org/2001/XMLSchema#>
                <http://example.org/d> a dcat:Dataset ;
                    dct:title "Titel"@sv ;
                    sam:declaredTask <https://w3id.org/samdata/task/translation> ;
                    dct:license <http://creativecommons.org/licenses/by/4.0/> ;
                    it6:numberOfDatapoints "12"^^xsd:nonNegativeInteger ;
                    it6:collectionDate "2026-01-02"^^xsd:date ;
                    prov:qualifiedAttribution [ prov:agent <http://example.org/a> ; sam:shareOfCost 0.4 ] .
                """, Lang.TURTLE).toGraph()))
                .isTrue();
    }

    @Test
    void aValueThatSaysWhatItIsKeepsItsKind() throws IOException {
        Graph graph = parse("""
                "@id": "http://example.org/d",
                "dct:license": {"@value": "free as in beer"},
                "dct:issued": {"@value": "2026", "@type": "xsd:gYear"}
                """);

        assertThat(graph.isIsomorphicWith(RDFParser.fromString("""
                PREFIX dct:  <http://purl.org/dc/terms/>
                PREFIX xsd:  <http://www.w3.org/2001/XMLSchema#>
                <http://example.org/d> dct:license "free as in beer" ; dct:issued "2026"^^xsd:gYear .
                """, Lang.TURTLE).toGraph()))
                .isTrue();
    }

    private static Graph parse(String fields) throws IOException {
        try (InputStream stream = ContextTest.class.getResourceAsStream("/ontologies/ocd/context.jsonld")) {
            assertThat(stream).isNotNull();
            String context = new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
            String document = context.substring(0, context.length() - 1) + ", " + fields + "}";
            return RDFParser.fromString(document, Lang.JSONLD).toGraph();
        }
    }
}
