package samdata.catalog.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesFolderTest {
    private static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix sam: <https://w3id.org/samdata/ns#> .
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            """;
    private static final Graph DATASET = CheckTest.graph("<urn:a> a dcat:Dataset .");

    @TempDir
    Path folder;

    @Test
    void aShapesFileIsAProfileNamedByItsFile() throws IOException {
        write("house", """
                <urn:shape> a sh:NodeShape ; sh:targetClass dcat:Dataset ;
                    sh:property [ sh:path dct:identifier ; sh:minCount 1 ; sh:message "No number." ] .
                """);

        Check check = Check.ours().and(folder);

        assertThat(check.problems()).isEmpty();
        assertThat(check.of(DATASET))
                .filteredOn(ShapesFolderTest::ofHouse)
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.message()).isEqualTo("No number.");
                    assertThat(found.severity()).isEqualTo("violation");
                    assertThat(found.rule().id()).isEqualTo("Dataset.identifier.MinCount");
                });
    }

    @Test
    void aFileThatDoesNotParseIsNamedAndTheOthersRun() throws IOException {
        write("broken", "<urn:shape> a sh:NodeShape ; ; sh:targetClass");
        write("house", """
                <urn:shape> sh:targetClass dcat:Dataset ; sh:property [ sh:path dct:identifier ; sh:minCount 1 ] .
                """);

        Check check = Check.ours().and(folder);

        assertThat(check.problems())
                .singleElement()
                .asString()
                .startsWith("broken.ttl is not used: it cannot be read as Turtle: ")
                .contains("line: 5");
        assertThat(check.of(DATASET))
                .filteredOn(ShapesFolderTest::ofHouse)
                .extracting(Violation::message)
                .containsExactly("There are too few values. (minCount[1])");
        assertThat(check.of(DATASET)).hasSize(Check.ours().of(DATASET).size() + 1);
    }

    @Test
    void aPropertyShapeThatIsNotThereCostsItselfAlone() throws IOException {
        write("house", """
                <urn:shape> sh:targetClass dcat:Dataset ; sh:property <urn:gone> , <urn:here> .
                <urn:here> sh:path dct:identifier ; sh:minCount 1 .
                <urn:bad> sh:targetClass dcat:Dataset ; sh:property [ sh:path dct:title ; sh:minCount "many" ] .
                """);

        Check check = Check.ours().and(folder);

        assertThat(check.problems()).hasSize(2);
        assertThat(check.problems().getFirst()).contains("urn:gone");
        assertThat(check.problems().getFirst()).startsWith("house.ttl: line 5: urn:shape names");
        assertThat(check.problems().getLast())
                .startsWith("house.ttl: line 7: urn:bad is left out, for its property dct:title: ");
        assertThat(check.of(DATASET))
                .filteredOn(ShapesFolderTest::ofHouse)
                .singleElement()
                .satisfies(found -> assertThat(found.rule().id()).isEqualTo("urn:here"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh:property [ sh:path dct:title ; sh:minCount \"many\" ]",
                "sh:property [ sh:path dct:title ; sh:minCount dct:many ]",
                "sh:property [ sh:path dct:title ; sh:minCount 1.5 ]",
                "sh:property [ sh:path dct:title ; sh:datatype \"string\" ]",
                "sh:property [ sh:path dct:title ; sh:nodeKind sh:Nothing ]",
                "sh:property [ sh:path dct:title ; sh:pattern \"(\" ]",
                "sh:property [ sh:path dct:title ; sh:pattern \"a\" ; sh:flags \"z\" ]",
                "sh:property [ sh:path dct:title ; sh:in dct:many ]",
                "sh:property [ sh:path dct:title ; sh:languageIn ( 1 ) ]",
                "sh:property [ sh:path dct:title ; sh:uniqueLang \"perhaps\" ]",
                "sh:property [ sh:path dct:title ; sh:class \"class\" ]",
                "sh:property [ sh:path dct:title ; sh:severity \"high\" ]",
                "sh:property [ sh:path \"title\" ; sh:minCount 1 ]",
                "sh:property [ sh:path ( ) ; sh:minCount 1 ]",
                "sh:property [ sh:path [ sh:nothing dct:title ] ; sh:minCount 1 ]",
                "sh:property [ sh:path dct:title , dct:name ; sh:minCount 1 ]",
                "sh:property [ sh:path dct:title ; sh:or dct:many ]",
                "sh:property [ sh:path dct:title ; sh:node \"node\" ]",
                "sh:sparql [ sh:select \"SELECT nothing\" ]",
                "sh:sparql [ sh:select \"ASK { ?s ?p ?o }\" ]",
                "sh:sparql [ sh:select 7 ]",
                "sh:sparql [ sh:message \"No query\" ]",
                "sh:not <urn:shape>",
                "sh:closed \"yes\""
            })
    void whatIsWrongWithAShapeIsToldInWords(String broken) throws IOException {
        write("house", "<urn:shape> a sh:NodeShape ; sh:targetClass dcat:Dataset ; " + broken + " .");

        Check check = Check.ours().and(folder);
        check.of(DATASET);

        assertThat(check.problems())
                .allSatisfy(problem -> assertThat(problem)
                        .startsWith("house.ttl")
                        .doesNotContain("Exception", "Error:", "Node_", "java.", "org.apache", "null"));
    }

    @Test
    void aNameThatSamdataHasAndAFolderThatIsNotThereAreTold() throws IOException {
        write("dcat-ap", "<urn:shape> sh:targetClass dcat:Dataset .");

        assertThat(Check.ours().and(folder).problems())
                .singleElement()
                .asString()
                .contains("another name");
        assertThat(Check.ours().and(folder.resolve("none")).problems())
                .containsExactly("The shapes folder none cannot be read: it is not there");
        assertThat(Check.ours().and(folder.resolve("dcat-ap.ttl")).problems())
                .containsExactly(
                        "The shapes folder dcat-ap.ttl cannot be read: it is no folder, or not samdata's to read");
    }

    private void write(String name, String turtle) throws IOException {
        Files.writeString(folder.resolve(name + ".ttl"), PREFIXES + turtle);
    }

    private static boolean ofHouse(Violation found) {
        return found.rule().profile().equals("house");
    }
}
