package samdata.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

class RdfSyntaxTest {
    @Test
    void anIriThatBreaksTheRulesOfItsSchemeIsWrittenAsItWasStated() {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.add(NodeFactory.createURI("urn:uuid:1234"), RDF.Nodes.type, DCAT.Dataset.asNode());

        byte[] written = RdfSyntax.RDF_XML.write(graph);

        assertThat(new String(written, StandardCharsets.UTF_8)).contains("rdf:about=\"urn:uuid:1234\"");
    }
}
