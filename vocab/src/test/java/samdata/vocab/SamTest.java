package samdata.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

class SamTest {
    @Test
    void everyConstantIsATermOfTheOntologyUnderItsOwnName() throws IllegalAccessException {
        Graph terms = Ontologies.terms();

        for (Field field : constants()) {
            Node term = (Node) field.get(null);
            assertThat(term.getURI()).isEqualTo(Sam.NS + field.getName());
            assertThat(terms.contains(term, RDF.Nodes.type, Node.ANY))
                    .as("%s", term)
                    .isTrue();
        }
    }

    @Test
    void everyTermHasALabelInEnglishAndSwedishAndSaysWhatItMeans() {
        Graph terms = Ontologies.terms();

        Set<Node> subjects = own(terms.stream().map(Triple::getSubject).collect(Collectors.toSet()));

        assertThat(subjects).isNotEmpty().allSatisfy(term -> {
            assertThat(languages(terms, term, RDFS.Nodes.label)).containsExactlyInAnyOrder("en", "sv");
            assertThat(languages(terms, term, RDFS.Nodes.comment)).contains("en");
        });
    }

    @Test
    void everyTermThatShapesAndSchemesUseIsDefined() {
        Graph used = Ontologies.schemes();
        Ontologies.profiles().values().forEach(shapes -> GraphUtil.addInto(used, shapes));

        Set<Node> undefined = own(used.stream()
                .flatMap(triple -> List.of(triple.getPredicate(), triple.getObject()).stream())
                .collect(Collectors.toSet()));
        undefined.removeIf(term -> Ontologies.terms().contains(term, RDF.Nodes.type, Node.ANY));
        undefined.removeIf(term -> used.contains(term, RDF.Nodes.type, Node.ANY));

        assertThat(undefined).isEmpty();
    }

    private static List<Field> constants() {
        return Arrays.stream(Sam.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Node.class)
                .toList();
    }

    private static Set<Node> own(Set<Node> nodes) {
        return nodes.stream()
                .filter(node -> node.isURI() && node.getURI().startsWith(Sam.NS))
                .collect(Collectors.toSet());
    }

    private static List<String> languages(Graph graph, Node term, Node property) {
        return graph.find(term, property, Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLanguage())
                .toList();
    }
}
