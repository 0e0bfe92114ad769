package samdata.harvester.croissant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import samdata.harvester.House;
import samdata.harvester.Site;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;

/** One Croissant description in each of its versions, broken in one place at a time: what is wrong is named, with its place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CroissantFaultsTest {
    private House house;
    private Site site;
    private int published;

    @BeforeAll
    void open(@TempDir Path folder) {
        house = new House(folder);
        site = new Site();
    }

    @AfterAll
    void close() {
        house.close();
        site.close();
    }

    private static Arguments fault(String version, String name, String from, String to, String... words) {
        return Arguments.of(version, name, from, to, List.of(words));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("1.0", "metadata_bad_type", "sc:Dataset", "sc:WRONG", "violation", "WRONG", "Dataset"),
                fault("1.0", "metadata_without_name", "\"name\": \"signs\",", "", "name", "no name"),
                fault("1.0", "metadata_without_licence", "\"license\":", "\"other\":", "license", "no licence"),
                fault("1.0", "metadata_without_url", "\"url\":", "\"other\":", "url", "no address"),
                fault("1.0", "metadata_without_date", "\"datePublished\":", "\"other\":", "datePublished"),
                fault("1.0", "metadata_without_description", "\"description\": \"Signs.\",", "", "description"),
                fault("1.0", "metadata_without_creator", "\"creator\":", "\"other\":", "creator"),
                fault("1.0", "metadata_without_conformsTo", "\"conformsTo\":", "\"other\":", "conformsTo"),
                fault("1.0", "metadata_of_no_version", "croissant/1.0", "croissant/7.3", "conformsTo", "version"),
                fault("1.0", "metadata_bad_date", "2025-01-02", "last week", "datePublished", "not a date"),
                fault("1.0", "metadata_bad_version", "1.2.0", "newest", "version", "MAJOR.MINOR.PATCH"),
                fault("1.0", "metadata_without_version", "\"version\":", "\"other\":", "version"),
                fault("1.0", "metadata_without_citation", "\"citeAs\": \"Ex", "\"other\": \"Ex", "citeAs"),
                fault(
                        "1.0",
                        "file_bad_type",
                        "cr:FileObject\", \"@id\": \"signs.csv",
                        "sc:WRONG\", \"@id\": \"signs.csv",
                        "signs.csv",
                        "WRONG",
                        "FileObject"),
                fault(
                        "1.0",
                        "file_without_type",
                        "\"@type\": \"cr:FileObject\", \"@id\": \"signs.csv",
                        "\"@id\": \"signs.csv",
                        "signs.csv",
                        "no type"),
                fault(
                        "1.0",
                        "file_without_address",
                        "\"contentUrl\": \"https://example.org/signs.zip\",",
                        "",
                        "signs.zip",
                        "contentUrl"),
                fault(
                        "1.0",
                        "file_without_format",
                        "\"encodingFormat\": \"text/csv\",",
                        "",
                        "signs.csv",
                        "encodingFormat"),
                fault("1.0", "file_without_checksum", "\"sha256\":", "\"other\":", "sha256", "no checksum"),
                fault("1.0", "file_bad_checksum", "9f86d081884c", "xyz", "sha256", "64"),
                fault(
                        "1.0",
                        "file_in_nothing",
                        "\"containedIn\": { \"@id\": \"signs.zip\" }",
                        "\"containedIn\": { \"@id\": \"NOTHERE\" }",
                        "signs.csv",
                        "containedIn",
                        "NOTHERE"),
                fault(
                        "1.0",
                        "file_in_itself",
                        "\"containedIn\": { \"@id\": \"signs.zip\" }",
                        "\"containedIn\": { \"@id\": \"signs.csv\" }",
                        "signs.csv",
                        "contained in itself"),
                fault(
                        "1.0",
                        "files_with_one_id",
                        "\"@id\": \"signs.csv\", \"name\": \"signs.csv\"",
                        "\"@id\": \"signs.zip\", \"name\": \"signs.csv\"",
                        "signs.zip",
                        "share the name"),
                fault("1.0", "file_set_without_pattern", "\"includes\": \"*.jpg\",", "", "photos", "includes"),
                fault(
                        "1.0",
                        "records_bad_type",
                        "cr:RecordSet\", \"@id\": \"records",
                        "sc:WRONG\", \"@id\": \"records",
                        "records",
                        "WRONG",
                        "RecordSet"),
                fault(
                        "1.0",
                        "records_key_names_nothing",
                        "\"key\": { \"@id\": \"records/number\" }",
                        "\"key\": { \"@id\": \"NOTHERE\" }",
                        "records",
                        "key",
                        "NOTHERE"),
                fault(
                        "1.0",
                        "records_without_fields",
                        "\"field\": [ { \"@type\": \"cr:Field\", \"@id\": \"kinds/name\", \"name\": \"name\", \"dataType\": \"sc:Text\" } ],",
                        "",
                        "kinds",
                        "no fields"),
                fault(
                        "1.0",
                        "records_data_of_other_columns",
                        "{ \"kinds/name\": \"stop\" }",
                        "{ \"kinds/colour\": \"stop\" }",
                        "kinds",
                        "kinds/colour",
                        "data"),
                fault(
                        "1.0",
                        "records_data_of_texts",
                        "{ \"kinds/name\": \"stop\" }",
                        "\"stop\"",
                        "kinds",
                        "no list of records"),
                fault("1.0", "records_data_empty", "[ { \"kinds/name\": \"stop\" } ]", "[ ]", "kinds"),
                fault(
                        "1.0",
                        "enumeration_without_values",
                        "\"data\": [ { \"kinds/name\": \"stop\" } ]",
                        "\"description\": \"x\"",
                        "kinds",
                        "enumeration without a value"),
                fault(
                        "1.0",
                        "join_undeclared",
                        "\"references\": {",
                        "\"other\": {",
                        "records",
                        "signs.csv",
                        "photos",
                        "references"),
                fault(
                        "1.0",
                        "field_bad_type",
                        "cr:Field\", \"@id\": \"records/number",
                        "sc:WRONG\", \"@id\": \"records/number",
                        "number",
                        "WRONG",
                        "Field"),
                fault("1.0", "field_without_data_type", "\"dataType\": \"sc:Integer\",", "", "number", "dataType"),
                fault(
                        "1.0",
                        "field_without_source",
                        "\"source\": { \"fileSet\"",
                        "\"other\": { \"fileSet\"",
                        "photo",
                        "source"),
                fault(
                        "1.0",
                        "field_source_names_nothing",
                        "\"fileObject\": { \"@id\": \"signs.csv\" }, \"extract\": { \"column\": \"number\"",
                        "\"fileObject\": { \"@id\": \"NOTHERE\" }, \"extract\": { \"column\": \"number\"",
                        "number",
                        "source",
                        "NOTHERE"),
                fault(
                        "1.0",
                        "field_source_of_no_kind",
                        "\"fileObject\": { \"@id\": \"signs.csv\" }, \"extract\": { \"column\": \"number\"",
                        "\"extract\": { \"column\": \"number\"",
                        "number",
                        "source",
                        "neither a file"),
                fault(
                        "1.0",
                        "field_source_of_two_kinds",
                        "\"fileObject\": { \"@id\": \"signs.csv\" }, \"extract\": { \"column\": \"number\"",
                        "\"fileObject\": { \"@id\": \"signs.csv\" }, \"fileSet\": { \"@id\": \"photos\" }, \"extract\": { \"column\": \"number\"",
                        "number",
                        "more than one origin"),
                fault(
                        "1.0",
                        "field_references_nothing",
                        "\"references\": { \"fileSet\": { \"@id\": \"photos\" }",
                        "\"references\": { \"field\": { \"@id\": \"NOTHERE\" }",
                        "number",
                        "references",
                        "NOTHERE"),
                fault(
                        "1.0",
                        "field_extracted_twice",
                        "\"extract\": { \"column\": \"number\" }",
                        "\"extract\": { \"column\": \"number\", \"jsonPath\": \"$.a\" }",
                        "number",
                        "column, jsonPath"),
                fault(
                        "1.0",
                        "field_file_property",
                        "\"fileProperty\": \"filename\"",
                        "\"fileProperty\": \"colour\"",
                        "photo",
                        "fileProperty",
                        "colour"),
                fault(
                        "1.0",
                        "field_json_path",
                        "\"extract\": { \"column\": \"number\" }",
                        "\"extract\": { \"jsonPath\": \"$.a[0\" }",
                        "number",
                        "jsonPath",
                        "$.a[0"),
                fault(
                        "1.0",
                        "field_transform_of_nothing",
                        "\"transform\": { \"regex\": \"(.*).jpg\" }",
                        "\"transform\": { \"colour\": \"red\" }",
                        "photo",
                        "transform"),
                fault("1.0", "field_bad_regex", "(.*).jpg", "(.*.jpg", "photo", "regex", "(.*.jpg"),
                fault(
                        "1.0",
                        "field_in_no_parent",
                        "\"dataType\": \"sc:Integer\",",
                        "\"dataType\": \"sc:Integer\", \"parentField\": { \"source\": { \"field\": { \"@id\": \"NOTHERE\" } } },",
                        "number",
                        "parentField",
                        "NOTHERE"),
                fault("0.8", "metadata_bad_type", "sc:Dataset", "sc:WRONG", "violation", "WRONG", "Dataset"),
                fault("0.8", "metadata_without_name", "\"name\": \"signs\",", "", "name", "no name"),
                fault(
                        "0.8",
                        "metadata_bad_name",
                        "\"name\": \"signs\",",
                        "\"name\": \"signs/and more\",",
                        "signs/and more",
                        "characters"),
                fault("0.8", "file_bad_type", "sc:FileObject", "sc:WRONG", "signs.csv", "WRONG", "FileObject"),
                fault("0.8", "file_without_name", "\"name\": \"signs.csv\",", "", "FileObject", "name"),
                fault("0.8", "file_without_address", "\"contentUrl\":", "\"other\":", "signs.csv", "contentUrl"),
                fault("0.8", "file_without_format", "\"encodingFormat\":", "\"other\":", "signs.csv", "encodingFormat"),
                fault(
                        "0.8",
                        "file_in_nothing",
                        "\"encodingFormat\":",
                        "\"containedIn\": \"NOTHERE\", \"encodingFormat\":",
                        "signs.csv",
                        "containedIn",
                        "NOTHERE"),
                fault(
                        "0.8",
                        "files_of_one_name",
                        "\"name\": \"photos.csv\"",
                        "\"name\": \"signs.csv\"",
                        "signs.csv",
                        "share the name"),
                fault("0.8", "records_bad_type", "ml:RecordSet", "sc:WRONG", "records", "WRONG", "RecordSet"),
                fault("0.8", "records_without_name", "\"name\": \"records\",", "", "RecordSet", "name"),
                fault("0.8", "field_bad_type", "ml:Field", "sc:WRONG", "number", "WRONG", "Field"),
                fault("0.8", "field_without_name", "\"name\": \"number\",", "", "Field", "name"),
                fault("0.8", "field_without_source", "\"source\": {", "\"other\": {", "number", "source"),
                fault(
                        "0.8",
                        "field_source_names_nothing",
                        "\"distribution\": \"signs.csv\"",
                        "\"distribution\": \"NOTHERE\"",
                        "number",
                        "source",
                        "NOTHERE"),
                fault("0.8", "field_without_data_type", "\"dataType\": \"sc:Integer\",", "", "number", "dataType"),
                fault(
                        "0.8",
                        "join_undeclared",
                        "{ \"distribution\": \"signs.csv\", \"extract\": { \"column\": \"photo\" } }",
                        "{ \"distribution\": \"photos.csv\", \"extract\": { \"column\": \"photo\" } }",
                        "records",
                        "signs.csv",
                        "photos.csv",
                        "references"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void whatIsWrongIsNamedWithItsMeaningItsMendAndAnExample(
            String version, String name, String from, String to, List<String> words) throws IOException {
        var whole = described(version);
        assertThat(whole).as(name).contains(from);

        var run = harvested(whole.replace(from, to));

        assertThat(run.outcome()).contains(Outcome.STORED);
        assertThat(run.violations())
                .filteredOn(found -> words.stream().allMatch(words(found)::contains))
                .anySatisfy(found -> assertThat(List.of(
                                found.violation().fix(),
                                found.violation().rule().meaning(),
                                found.violation().rule().example()))
                        .noneMatch(String::isEmpty));
    }

    @Test
    void aSoundDescriptionIsToldOfNothingInItsBuild() throws IOException {
        for (String version : List.of("1.0", "0.8"))
            assertThat(harvested(described(version)).violations())
                    .filteredOn(found -> found.violation().rule().id().isEmpty())
                    .as(version)
                    .isEmpty();
    }

    private Run harvested(String description) throws IOException {
        var id = "croissant-" + published++;
        site.page("/" + id + ".json", "application/ld+json", description);
        house.register(id, site.url("/" + id + ".json"), Source.UNDETECTED);
        return house.run(id);
    }

    private static String described(String version) throws IOException {
        try (var in = Objects.requireNonNull(
                CroissantFaultsTest.class.getResourceAsStream("croissant-" + version + ".json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String words(Run.Finding finding) {
        var found = finding.violation();
        return found.severity() + " " + found.path() + " " + found.message() + " " + found.fix();
    }
}
