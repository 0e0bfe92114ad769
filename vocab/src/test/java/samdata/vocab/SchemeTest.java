package samdata.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemeTest {
    private static final Schemes SCHEMES = Schemes.load();
    private static final String EU = "http://publications.europa.eu/resource/authority/";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://creativecommons.org/licenses/by/4.0/                            | CC-BY-4.0
            http://creativecommons.org/licenses/by/4.0                              | CC-BY-4.0
            https://www.creativecommons.org/licenses/by/4.0/legalcode               | CC-BY-4.0
            https://creativecommons.org/licenses/by/4.0/deed.sv                     | CC-BY-4.0
            https://creativecommons.org/licenses/by/4.0/legalcode.de                | CC-BY-4.0
            https://creativecommons.org/licenses/by/4.0/?ref=chooser-v1             | CC-BY-4.0
            http://spdx.org/licenses/CC-BY-4.0                                      | CC-BY-4.0
            https://spdx.org/licenses/CC-BY-4.0.html                                | CC-BY-4.0
            http://publications.europa.eu/resource/authority/licence/CC_BY_4_0      | CC-BY-4.0
            http://publications.europa.eu/resource/authority/licence/CC_BYNCSA_4_0  | CC-BY-NC-SA-4.0
            http://dcat-ap.de/def/licenses/cc-by/4.0                                | CC-BY-4.0
            http://dcat-ap.de/def/licenses/dl-by-de/2.0                             | DL-DE-BY-2.0
            http://dcat-ap.de/def/licenses/dl-zero-de/2_0                           | DL-DE-ZERO-2.0
            https://www.govdata.de/dl-de/zero-2-0                                   | DL-DE-ZERO-2.0
            http://opendatacommons.org/licenses/odbl/summary/                       | ODbL-1.0
            http://www.opendatacommons.org/licenses/odbl/1.0/                       | ODbL-1.0
            https://wiki.data.gouv.fr/images/9/9d/Licence_Ouverte.pdf               | LicenseRef-etalab-1.0
            http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/ | OGL-UK-3.0
            https://data.norge.no/nlod/no/2.0                                       | NLOD-2.0
            https://data.norge.no/nlod/no                                           | LicenseRef-NLOD
            https://opendefinition.org/licenses/cc-by/                              | LicenseRef-CC-BY
            https://creativecommons.org/publicdomain/zero/1.0/deed.en               | CC0-1.0
            https://www.apache.org/licenses/LICENSE-2.0.html                        | Apache-2.0
            """)
    void aLicenceIsRecognisedByTheAddressesPublishersGive(String iri, String id) {
        assertThat(SCHEMES.licences().recognise(NodeFactory.createURI(iri)).flatMap(SCHEMES::id))
                .contains(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CC-BY-4.0                                                          | CC-BY-4.0
            cc by 4.0                                                          | CC-BY-4.0
            CC_BY_4_0                                                          | CC-BY-4.0
            Creative Commons Attribution 4.0 International (CC BY 4.0)         | CC-BY-4.0
            https://creativecommons.org/licenses/by/4.0/                       | CC-BY-4.0
            cc-by                                                              | LicenseRef-CC-BY
            cc0                                                                | CC0-1.0
            odbl                                                               | ODbL-1.0
            Open Database License (ODbL)                                       | ODbL-1.0
            Licence Ouverte version 2.0                                        | etalab-2.0
            dl-de/by-2-0                                                       | DL-DE-BY-2.0
            Datenlizenz Deutschland – Namensnennung – Version 2.0              | DL-DE-BY-2.0
            """)
    void aLicenceIsRecognisedByTheNamesPublishersGive(String name, String id) {
        assertThat(SCHEMES.licences().recognise(name).flatMap(SCHEMES::id)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "other",
                "none",
                "see website",
                "notspecified",
                "cc",
                "by",
                "free to use",
                "https://creativecommons.org/licenses/",
                "https://example.org/licence",
                "http://dcat-ap.de/def/licenses/other-closed",
                "https://creativecommons.org/licenses/by/9.0/"
            })
    void whatIsNoKnownLicenceStaysAsWritten(String written) {
        assertThat(SCHEMES.licences().recognise(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sv",
                "SV",
                "swe",
                "Swedish",
                "svenska",
                EU + "language/SWE",
                "http://id.loc.gov/vocabulary/iso639-1/sv",
                "http://lexvo.org/id/iso639-3/swe"
            })
    void aLanguageIsRecognisedByCodeNameAndAddress(String written) {
        Scheme languages = SCHEMES.get(EU + "language");

        assertThat(languages.recognise(written).map(languages::id)).contains("sv");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, CSV",
        "csv, CSV",
        "CSV, CSV",
        "https://www.iana.org/assignments/media-types/text/csv, CSV",
        "application/json, JSON",
        "OGC:WMS, WMS_SRVC",
        "shapefile, SHP",
        "xlsx, XLSX",
        "application/ld+json, JSON_LD",
        "http://publications.europa.eu/resource/authority/file-type/GPKG_OGC, GPKG",
        "parquet, PARQUET",
        "http://publications.europa.eu/resource/authority/file-type/PARQUET, PARQUET"
    })
    void aFormatIsRecognisedByMediaTypeEndingAndAddress(String written, String id) {
        Scheme formats = SCHEMES.get("https://w3id.org/samdata/format");

        assertThat(formats.recognise(written).map(formats::id)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "object-detection, object-detection",
        "Object Detection, object-detection",
        "objektdetektering, object-detection",
        "http://openml.org/openml/task-type#clustering, clustering"
    })
    void aTaskIsRecognisedInBothLanguages(String written, String id) {
        Node task = SCHEMES.tasks().recognise(written).orElseThrow();

        assertThat(SCHEMES.tasks().id(task)).isEqualTo(id);
    }
}
