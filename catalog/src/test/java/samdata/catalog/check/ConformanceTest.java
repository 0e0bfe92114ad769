package samdata.catalog.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.ConstraintOp;
import org.apache.jena.shacl.parser.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each shape of a value decided as Jena decides it, over values of every kind. */
class ConformanceTest {
    private static final Graph DATA = CheckTest.graph("""
            <urn:dataset> a dcat:Dataset ; dct:title "T" ; dct:issued "2025-01-01"^^xsd:date , "2025" , "x"^^xsd:date .
            <urn:sub> a <urn:Sub> . <urn:Sub> <http://www.w3.org/2000/01/rdf-schema#subClassOf> dcat:Dataset .
            <urn:titled> dct:title "T" .
            """);
    private static final List<Node> VALUES = List.of(
            NodeFactory.createURI("urn:dataset"),
            NodeFactory.createURI("urn:sub"),
            NodeFactory.createURI("urn:titled"),
            NodeFactory.createURI("urn:nothing"),
            NodeFactory.createLiteralString("2025"),
            NodeFactory.createLiteralLang("text", "en"),
            NodeFactory.createLiteralDT("2025-01-01", NodeFactory.getType("http://www.w3.org/2001/XMLSchema#date")),
            NodeFactory.createLiteralDT("x", NodeFactory.getType("http://www.w3.org/2001/XMLSchema#date")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh:or ( [ sh:class dcat:Dataset ] [ sh:nodeKind sh:Literal ] )",
                "sh:or ( [ sh:datatype xsd:date ] [ sh:nodeKind sh:IRI ; sh:closed true ] )",
                "sh:and ( [ sh:nodeKind sh:IRI ] [ sh:closed true ; sh:ignoredProperties ( dct:title ) ] )",
                "sh:and ( [ sh:nodeKind sh:IRI ] [ sh:closed true ; sh:property [ sh:path dct:title ; sh:minCount 1 ] ] )",
                "sh:not [ sh:pattern \"^2025\" ]",
                "sh:not [ sh:or ( [ sh:datatype xsd:date ] [ sh:class dcat:Dataset ] ) ]",
                "sh:node [ sh:property [ sh:path dct:title ; sh:minCount 1 ] ]",
                "sh:xone ( [ sh:nodeKind sh:Literal ] [ sh:class dcat:Dataset ] )",
            })
    void aValueKeepsToAShapeWhenJenaSaysSo(String constraint) {
        Shapes shapes = Shapes.parse(
                RDFParser.fromString("""
                        @prefix dcat: <http://www.w3.org/ns/dcat#> .
                        @prefix dct: <http://purl.org/dc/terms/> .
                        @prefix sh: <http://www.w3.org/ns/shacl#> .
                        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                        <urn:s> a sh:NodeShape ; sh:targetNode <urn:x> ;
                        """ + constraint + " .", Lang.TURTLE).toGraph());
        Shape shape = shapes.getShape(NodeFactory.createURI("urn:s"));
        ConstraintOp operation =
                (ConstraintOp) shape.getConstraints().iterator().next();
        ValidationContext context = ValidationContext.create(shapes, DATA);
        Conformance conformance = new Conformance(DATA, context);

        for (Node value : VALUES)
            assertThat(conformance.holds(operation, value))
                    .as("%s", value)
                    .isEqualTo(operation.validate(context, DATA, value) == null);
    }
}
