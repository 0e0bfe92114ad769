package samdata.harvester;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.quality.Quality;
import samdata.catalog.quality.QualityRules;
import samdata.catalog.store.Entry;

/**
 * The points of real descriptions beside a calculation by hand: their triples, read with the tables of
 * https://data.europa.eu/mqa/methodology. Each line is an indicator, its points and what was read.
 */
class QualityByHandTest {
    private static final String FOLDER = "SAMDATA_CORPORA";
    private static final String TURTLE = "text/turtle";
    private static final String XML = "application/rdf+xml";

    @TempDir
    Path data;

    @Test
    void schoolZonesOfNewYorkAtOpendatasoft() throws IOException {
        var quality = measured(
                "catalogues/opendatasoft/catalog.ttl",
                TURTLE,
                "http://public.opendatasoft.com/api/datasets/1.0/2013-2014-nyc-school-zones");

        assertThat(quality).satisfies(is("sufficient", 155, """
                keyword-usage 30                 "gis, map, 2013-2014 school zones ..."
                categories 30                    opendatasoft.com/id/theme/education-...
                geo-search 0
                time-based-search 0
                access-url-accessibility 50      http://public.opendatasoft.com/explore/dataset/.../download/?format=json
                download-url 0
                download-url-accessibility 0
                format 0
                media-type 0                     "application/json" is said by dct:mediaType, which there is not
                format-vocabulary 0
                non-proprietary 0
                machine-readable 0
                dcat-ap-compliance 30            title, description, accessURL
                licence 0
                licence-vocabulary 0
                access-restrictions 0
                access-restrictions-vocabulary 0
                contact-point 0
                publisher 10                     http://schools.nyc.gov
                rights 0
                file-size 0
                date-of-issue 0
                modification-date 5              "2013-08-23T08:46:32+00:00"
                """));
    }

    @Test
    void theDirectoryOfAuthoritiesOfBrandenburg() throws IOException {
        var quality = measured(
                "catalogues/govdata-portals/brandenburg-catalog-original-input.ttl",
                TURTLE,
                "https://backend.datenadler.de/kataloge/mik/dcat_catalog-1/behoerdenverzeichnis");

        assertThat(quality).satisfies(is("good", 235, """
                keyword-usage 0
                categories 30                    data-theme/GOVE
                geo-search 0
                time-based-search 0
                access-url-accessibility 50      "https://service.brandenburg.de/lis/list.php?..." as text
                download-url 20
                download-url-accessibility 30    "https://service.brandenburg.de/sixcms/list.php?..." as text
                format 20                        "CSV"@de
                media-type 10                    "CSV"@de
                format-vocabulary 0              both are words
                non-proprietary 20               CSV
                machine-readable 20              CSV
                dcat-ap-compliance 0             the dataset has no description
                licence 20                       dcat-ap.de/def/licenses/dl-zero-de/2.0
                licence-vocabulary 0             not an IRI of the EU
                access-restrictions 0
                access-restrictions-vocabulary 0
                contact-point 0
                publisher 10                     backend.datenadler.de/publishers/foaf_agent-1
                rights 0
                file-size 0
                date-of-issue 0
                modification-date 5              "2020-12-08"
                """));
    }

    @Test
    void theEuropeanElection2014AtDestatis() throws IOException {
        var quality = measured(
                "catalogues/govdata-portals/destatis-catalog-original-input.rdf",
                XML,
                "https://bundeswahlleiter.de/europawahlen/2014/ergebnisse");

        assertThat(quality).satisfies(is("good", 240, """
                keyword-usage 30                 "Regionales", "Wahl" ...
                categories 30                    data-theme/GOVE
                geo-search 0                     only dcatde:politicalGeocodingLevelURI
                time-based-search 0
                access-url-accessibility 50      https://bundeswahlleiter.de/europawahlen/2014/ergebnisse.html
                download-url 0
                download-url-accessibility 0
                format 20                        file-type/HTML
                media-type 0
                format-vocabulary 0              the format is, a media type is missing
                non-proprietary 20               HTML
                machine-readable 0               HTML is not on the list
                dcat-ap-compliance 30            title, description, accessURL
                licence 20                       dcat-ap.de/def/licenses/dl-by-de/2.0
                licence-vocabulary 0             not an IRI of the EU
                access-restrictions 0
                access-restrictions-vocabulary 0
                contact-point 20                 vcard of Statistisches Bundesamt
                publisher 10                     ckan.govdata.de/organization/statistisches-bundesamt
                rights 0
                file-size 0
                date-of-issue 5                  "2015-06-01"
                modification-date 5              "2015-06-01"
                """));
    }

    @Test
    void theStaffOfTheUniversityOfAlicante() throws IOException {
        var quality = measured(
                "catalogues/alicante/catalog.rdf",
                XML,
                "https://utc.ua.es/documentos/ua-en-cifras/anual/2022/052-01-pdi-regimenjuridico-2022.xlsx");

        assertThat(quality).satisfies(is("good", 225, """
                keyword-usage 30                 "pas", "pdi", "personal", "tasas"
                categories 30                    "educacion"
                geo-search 20                    Autonomia/Comunitat-Valenciana
                time-based-search 0
                access-url-accessibility 50      "https://utc.ua.es/documentos/....xlsx" as text
                download-url 0
                download-url-accessibility 0
                format 20                        [ rdfs:label "XLSX" ]
                media-type 0
                format-vocabulary 0
                non-proprietary 0                XLSX is not on the list
                machine-readable 20              XLSX is
                dcat-ap-compliance 30            title, description, accessURL
                licence 0                        on the dataset, not on the distribution
                licence-vocabulary 0
                access-restrictions 0
                access-restrictions-vocabulary 0
                contact-point 0
                publisher 10                     datos.gob.es/.../U00100001
                rights 0
                file-size 5                      22232
                date-of-issue 5                  "2023-05-29T10:00:10+00:00"
                modification-date 5              "2024-02-02T10:47:19+00:00"
                """));
    }

    @Test
    void theTreesOfAlessandriaInFourFilesOfEqualPoints() throws IOException {
        var quality = measured(
                "catalogues/italy/alessandria/catalog.rdf",
                XML,
                "https://github.com/ComunediAlessandria/open-data/alberi");

        assertThat(quality.distribution().orElseThrow().getURI()).endsWith("/alberi/csv8");
        assertThat(quality).satisfies(is("good", 240, """
                keyword-usage 30                 "Alberi", "Territorio", "Verde pubblico"
                categories 30                    data-theme/ENVI
                geo-search 0
                time-based-search 0
                access-url-accessibility 50      https://raw.githubusercontent.com/ComunediAlessandria/...
                download-url 0
                download-url-accessibility 0
                format 20                        <CSV>, an address beside the catalogue's
                media-type 0
                format-vocabulary 0
                non-proprietary 0                that address is no format
                machine-readable 0
                dcat-ap-compliance 30            title, description, four times accessURL
                licence 20                       creativecommons.org/licenses/by/4.0/
                licence-vocabulary 0             not an IRI of the EU
                access-restrictions 10           access-right/PUBLIC
                access-restrictions-vocabulary 5
                contact-point 20                 https://www.comune.alessandria.it
                publisher 10                     Comune di Alessandria
                rights 5                         access-right/PUBLIC
                file-size 0
                date-of-issue 5                  "2025-02-06"
                modification-date 5              "2026-02-03"
                """));
    }

    @Test
    void theTrafficSignsOfTheSwedishTransportAdministration() throws IOException {
        var quality = measured(
                "catalogues/mobility/examples/SE NAP_dataset_expressed in mobilityDCAT-AP_minimum population_240205.xml",
                XML,
                "https://www.trafficdata.se/dataset/ec459578-a11f-4728-acaa-16b08ae45cfa");

        assertThat(quality).satisfies(is("sufficient", 175, """
                keyword-usage 0
                categories 0                     only mobilitydcatap:mobilityTheme
                geo-search 20                    a dct:Location of Sweden
                time-based-search 0
                access-url-accessibility 50      "http://www.trafikverket.se/tjanster/..." as text
                download-url 0
                download-url-accessibility 0
                format 20                        file-type/XML
                media-type 0
                format-vocabulary 0              the format is, a media type is missing
                non-proprietary 20               XML
                machine-readable 20              XML
                dcat-ap-compliance 30            title, description, accessURL
                licence 0
                licence-vocabulary 0
                access-restrictions 0
                access-restrictions-vocabulary 0
                contact-point 0
                publisher 10                     trafficdata.se/organization/...
                rights 5                         a dct:RightsStatement
                file-size 0
                date-of-issue 0
                modification-date 0
                """));
    }

    @Test
    void theLibrariesOfTheSwedishProfilesExampleInTwoFilesOfUnequalPoints() throws IOException {
        var quality =
                measured("standards/dcat-ap-se/exempel/rekommenderat.ttl", TURTLE, "https://example.com/dataset1");

        assertThat(quality.distribution().orElseThrow()).hasToString("https://example.com/distribution1");
        assertThat(quality).satisfies(is("excellent", 360, """
                keyword-usage 30                 "bibliotek", "library"
                categories 30                    data-theme/EDUC
                geo-search 20                    sws.geonames.org/2661886
                time-based-search 20             2010 to 2012
                access-url-accessibility 50      http://example.com/download
                download-url 20                  which the other file, an API, has not
                download-url-accessibility 30    http://example.com/download
                format 20                        "text/csv"
                media-type 0
                format-vocabulary 0              a word, and no media type
                non-proprietary 20               CSV
                machine-readable 20              CSV
                dcat-ap-compliance 30            title, description, twice accessURL
                licence 20                       creativecommons.org/publicdomain/zero/1.0/
                licence-vocabulary 0             not an IRI of the EU
                access-restrictions 10           access-right/PUBLIC
                access-restrictions-vocabulary 5
                contact-point 20                 example.com/contactpoint1
                publisher 10                     example.com/publisher1
                rights 0
                file-size 0
                date-of-issue 5                  "2020-01-01"
                modification-date 0
                """));
    }

    @Test
    void theAirOfMadridAsTheSpanishProfileDescribesIt() throws IOException {
        var quality = measured(
                "catalogues/dcat-ap-es/ttl/1.0.0/E_DCAT-AP-ES_full.ttl",
                TURTLE,
                "http://dcat-ap-es.ejemplo.org/dataset/calidad-aire-madrid");

        assertThat(quality.distribution().orElseThrow().getURI()).endsWith("-CSV");
        assertThat(quality.nextBestFixes()).allMatch(fix -> fix.indicator().isOurs());
        assertThat(quality).satisfies(is("excellent", 405, """
                keyword-usage 30                 "air quality"@en ...
                categories 30                    datos.gob.es/kos/sector-publico/sector/medio-ambiente
                geo-search 20                    datos.gob.es/.../Pais/España
                time-based-search 20             2020 to 2024
                access-url-accessibility 50      http://dcat-ap-es.ejemplo.org/download/calidad-aire-madrid.csv
                download-url 20                  which the JSON distribution has not
                download-url-accessibility 30    http://dcat-ap-es.ejemplo.org/files/calidad-aire-madrid.csv
                format 20                        file-type/CSV
                media-type 10                    media-types/text/csv
                format-vocabulary 10             both are IRIs of their vocabularies
                non-proprietary 20               CSV
                machine-readable 20              CSV
                dcat-ap-compliance 30            title, description, twice accessURL
                licence 20                       licence/CC_BY_4_0
                licence-vocabulary 10            of the EU
                access-restrictions 10           access-right/PUBLIC
                access-restrictions-vocabulary 5
                contact-point 20                 datos.gob.es
                publisher 10                     .../E0DAT0001
                rights 5                         access-right/PUBLIC
                file-size 5                      2456789
                date-of-issue 5                  "2024-01-01"
                modification-date 5              "2025-01-15"
                """));
    }

    private Quality measured(String file, String type, String dataset) throws IOException {
        var corpora = System.getenv(FOLDER);
        Assumptions.assumeTrue(corpora != null, FOLDER + " names no folder of catalogues");
        var path = Path.of(corpora).resolve(file);
        Assumptions.assumeTrue(Files.exists(path), path + " is not there");
        var body = Files.readAllBytes(path);
        try (var site = new Site();
                var house = new House(data)) {
            site.page("/catalog", exchange -> Site.send(exchange, 200, type, body));
            house.register("real", site.url("/catalog"), "dcat");
            assertThat(house.run("real").message()).isEmpty();
            var entry = house.catalog.datasets("real").stream()
                    .map(iri -> house.catalog.entryOf(iri).orElseThrow())
                    .filter(each -> isCalled(each, dataset))
                    .toList();
            assertThat(entry).hasSize(1);
            return QualityRules.of(house.catalog.schemes()).measure(entry.getFirst());
        }
    }

    /** A blank node has no name to find it by, but its file has an address. */
    private static boolean isCalled(Entry entry, String name) {
        return entry.iri().getURI().equals(name)
                || entry.stated()
                        .find()
                        .mapWith(Triple::getObject)
                        .filterKeep(object -> object.isLiteral()
                                && object.getLiteralLexicalForm().equals(name))
                        .hasNext();
    }

    /** The rating, the sum, and every line of the calculation: an indicator, its points, and why. */
    private static Consumer<Quality> is(String rating, int points, String byHand) {
        Map<String, Integer> expected = new LinkedHashMap<>();
        byHand.lines()
                .map(line -> List.of(line.split(" +", 3)))
                .forEach(line -> assertThat(expected.put(line.get(0), Integer.valueOf(line.get(1))))
                        .isNull());
        return quality -> {
            var found = quality.measured().stream()
                    .filter(each -> !each.indicator().isOurs())
                    .collect(toMap(each -> each.indicator().id(), each -> each.points(), Integer::sum, TreeMap::new));
            assertThat(found).isEqualTo(new TreeMap<>(expected));
            assertThat(expected.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(points);
            assertThat(quality.points()).isEqualTo(points);
            assertThat(quality.outOf()).isEqualTo(405);
            assertThat(quality.rating()).hasToString("https://w3id.org/samdata/rating/" + rating);
        };
    }
}
