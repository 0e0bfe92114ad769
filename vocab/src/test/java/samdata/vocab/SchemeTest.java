package samdata.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
            https://spdx.org/licenses/cdla-sharing-1.0.json                         | CDLA-Sharing-1.0
            https://spdx.org/licenses/CC-BY-SA-3.0.html#licenseText                 | CC-BY-SA-3.0
            https://creativecommons.org/licenses/by/4.0/deed.zh-hans                | CC-BY-4.0
            https://creativecommons.org/licenses/by/4.0/legalcode.txt               | CC-BY-4.0
            http://creativecommons.org/licenses/by/4.0/deed.en_US                   | CC-BY-4.0
            http://creativecommons.org/licenses/by/3.0/nz/                          | CC-BY-3.0
            https://creativecommons.org/licenses/by/2.5/dk/deed.da                  | CC-BY-2.5
            https://creativecommons.org/licenses/by/3.0/de/                         | CC-BY-3.0-DE
            https://creativecommons.org/licenses/by/3.0/igo/                        | CC-BY-3.0-IGO
            https://choosealicense.com/licenses/mit/                                | MIT
            https://opensource.org/licenses/MIT-0                                   | MIT-0
            https://www.gnu.org/licenses/gpl-3.0.en.html                            | GPL-3.0-only
            http://www.opendefinition.org/licenses/cc-zero                          | CC0-1.0
            http://publications.europa.eu/resource/authority/licence/CC_BYNCND      | LicenseRef-CC-BY-NC-ND
            http://dcat-ap.ch/vocabulary/licenses/terms_by                          | LicenseRef-opendata.swiss-BY
            https://opendata.swiss/terms-of-use#terms_open                          | LicenseRef-opendata.swiss-OPEN
            http://creativecommons.org/publicdomain/mark/1.0/other-pd               | LicenseRef-Public-Domain
            https://project-open-data.cio.gov/unknown-license/#v1-legacy            | NOASSERTION
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
            CC-BY 4.0                                                          | CC-BY-4.0
            CC-By Attribution 4.0 International                                | CC-BY-4.0
            SPDX:CC-BY-4.0                                                     | CC-BY-4.0
            license:cc-by-sa-4.0                                               | CC-BY-SA-4.0
            CC BY 4.0 License                                                  | CC-BY-4.0
            Creative Commons Attribution 4.0 International License.            | CC-BY-4.0
            Creative Commons Attribution Non Commercial 4.0                    | CC-BY-NC-4.0
            Attribution-ShareAlike                                             | LicenseRef-CC-BY-SA
            Creative Commons Erkännande-DelaLika 4.0                           | CC-BY-SA-4.0
            Creative Commons Namensnennung 4.0 International                   | CC-BY-4.0
            [CC BY-SA](https://creativecommons.org/licenses/by-sa/4.0/deed.en) | CC-BY-SA-4.0
            CC-BY-SA-4.0 (https://creativecommons.org/licenses/by-sa/4.0/)     | CC-BY-SA-4.0
            Licence Ouverte version 2.0  https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf | etalab-2.0
            Attribution 4.0 International (CC BY 4.0)                          | CC-BY-4.0
            CC0: Public Domain                                                 | CC0-1.0
            c-uda                                                              | C-UDA-1.0
            gpl-3.0                                                            | GPL-3.0-only
            openrail                                                           | LicenseRef-OpenRAIL-D
            gfdl                                                               | LicenseRef-GFDL
            unknown                                                            | NOASSERTION
            other                                                              | NOASSERTION
            notspecified                                                       | NOASSERTION
            License Not Specified                                              | NOASSERTION
            """)
    void aLicenceIsRecognisedByTheNamesPublishersGive(String name, String id) {
        assertThat(SCHEMES.licences().recognise(name).flatMap(SCHEMES::id)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "not CC0",
                "CC-BY or MIT",
                "CC0, CC-BY",
                "CC BY 4.0 for the images, unknown for the labels",
                "Open database",
                "unknown (CC0)",
                "[CC-BY-SA 4.0 International](https://creativecommons.org/licenses/by/4.0/)",
                "Creative Commons Attribution 4.0 International License. The photos have their own licenses.",
                "See https://creativecommons.org/licenses/by/4.0/",
                "Creative Commons",
                "see website",
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

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatIsFarTooLongForANameTakesNoTimeToBeNone() {
        String slashes = "https://licence.example" + "/".repeat(2_000_000) + "x";

        assertThat(SCHEMES.licences().recognise(slashes)).isEmpty();
        assertThat(SCHEMES.licences().recognise(NodeFactory.createURI(slashes))).isEmpty();
    }
}
