package samdata.harvester.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.junit.jupiter.api.Test;
import samdata.harvester.Site;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.read.Terms;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;
import samdata.harvester.source.Source;

class SparqlProtocolTest extends ProtocolContract {
    static {
        ARQ.init();
    }

    private volatile Graph catalogue = GraphFactory.createDefaultGraph();

    @Override
    protected String protocol() {
        return "sparql";
    }

    @Override
    protected String address() {
        site.page("/sparql", this::answer);
        return site.url("/sparql");
    }

    @Override
    protected void publish(int datasets) {
        catalogue = turtle(datasets);
    }

    private static Graph turtle(int datasets) {
        return RDFParser.fromString(
                        """
                        PREFIX dcat: <http://www.w3.org/ns/dcat#>
                        PREFIX dct: <http://purl.org/dc/terms/>
                        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                        PREFIX prov: <http://www.w3.org/ns/prov#>
                        <https://mills.example/> a foaf:Agent ; foaf:name "Mills" .
                        <https://mills.example/unrelated> dct:title "Nothing to do with data" .
                        """
                                + IntStream.range(0, datasets)
                                        .mapToObj("""
                                                <https://mills.example/d/%1$d> a dcat:Dataset ; dct:title "Blades %1$d"@en ;
                                                    dct:publisher <https://mills.example/> ;
                                                    prov:qualifiedAttribution [ prov:agent <https://mills.example/> ; dcat:hadRole [ dct:title "x" ] ] ;
                                                    dcat:distribution <https://mills.example/f/%1$d> .
                                                <https://mills.example/f/%1$d> dcat:accessURL <https://mills.example/%1$d.csv> .
                                                <https://mills.example/m/%1$d> prov:used <https://mills.example/d/%1$d> .
                                                """::formatted)
                                        .collect(Collectors.joining()),
                        Lang.TURTLE)
                .toGraph();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestMethod().equals("POST")
                ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                : exchange.getRequestURI().getRawQuery();
        var text = java.util.Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith("query="))
                .map(part -> URLDecoder.decode(part.substring(6), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        var bytes = new ByteArrayOutputStream();
        try (var execution = QueryExec.dataset(DatasetGraphFactory.wrap(catalogue))
                .query(text)
                .build()) {
            RDFDataMgr.write(bytes, execution.construct(), Lang.NTRIPLES);
        }
        Site.send(exchange, 200, "application/n-triples", bytes.toByteArray());
    }

    @Test
    void aSmallEndpointIsTakenWhole() throws Refusal {
        publish(5);

        assertThat(read(new SparqlProtocol()).isIsomorphicWith(catalogue)).isTrue();
    }

    @Test
    void aLargeEndpointIsTakenByPagesWithWhatBelongsToItsDatasetsAlone() throws Refusal {
        publish(45);

        var read = read(new SparqlProtocol(10, 7));

        var expected = turtle(45);
        expected.remove(
                Terms.of("https://mills.example/", "unrelated"),
                org.apache.jena.graph.Node.ANY,
                org.apache.jena.graph.Node.ANY);
        assertThat(read.isIsomorphicWith(expected)).isTrue();
    }

    @Test
    void anAnswerThatIsNestedTooDeeplyIsRejected() {
        site.answersOnly(Site.text(200, "text/turtle", "<urn:a> <urn:b> " + "[ <urn:b> ".repeat(200_000)));

        var run = house.run("company");

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).contains("nested too deeply");
    }

    @Test
    void aUnionThatHoldsItsStatementsTwiceIsNotCutOff() throws Refusal {
        var once = turtle(5);
        catalogue = new GraphBase() {
            @Override
            protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
                return once.find(pattern).andThen(once.find(pattern));
            }
        };

        assertThat(read(new SparqlProtocol()).isIsomorphicWith(once)).isTrue();
    }

    private Graph read(SparqlProtocol protocol) throws Refusal {
        var source = Source.of("x", URI.create(address()).toString(), "sparql", null, null, null);
        try (var visit = house.fetcher.visit(Progress.NONE)) {
            return protocol.read(source, visit).stated();
        }
    }
}
