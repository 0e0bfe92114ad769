package samdata.web.linked;

import java.time.Instant;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;

/** A graph being written, with the values our own documents have. */
record Triples(Graph graph) {
    static Triples onto(Graph graph) {
        return new Triples(graph);
    }

    Triples type(Node subject, Resource type) {
        graph.add(subject, RDF.Nodes.type, type.asNode());
        return this;
    }

    Triples add(Node subject, org.apache.jena.rdf.model.Property property, Node object) {
        graph.add(subject, property.asNode(), object);
        return this;
    }

    static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    static Node text(String text, String lang) {
        return NodeFactory.createLiteralLang(text, lang);
    }

    static Node number(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }

    static Node time(Instant time) {
        return NodeFactory.createLiteralDT(time.toString(), XSDDatatype.XSDdateTime);
    }
}
