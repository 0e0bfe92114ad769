package samdata.harvester;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import samdata.harvester.read.PlainRdf;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;

/** Copies of real catalogues that nobody can have prepared for: other names, many more datasets, other syntaxes, pages. */
@EnabledIfEnvironmentVariable(named = Expected.FOLDER, matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlteredCataloguesTest {
    private static final List<Lang> OTHER_SYNTAXES = List.of(Lang.RDFXML, Lang.JSONLD, Lang.NTRIPLES);
    private static final String DESTATIS = "govdata-portals/destatis-catalog-original-input.rdf";

    private static final String HYDRA = """
            PREFIX hydra: <http://www.w3.org/ns/hydra/core#>
            """;

    /** How pages name the one after them: formatted with this page, the next page and the first. */
    private enum Dialect {
        OLD("""
            <%1$s> a hydra:PagedCollection ; hydra:totalItems "1000" ; hydra:itemsPerPage "100" ;
                hydra:firstPage "%3$s" ; hydra:nextPage "%2$s" .
            """),
        LITERALS("""
            <%1$s> a hydra:PagedCollection ; hydra:totalItems "1000" ; hydra:first "%3$s" ; hydra:next "%2$s" .
            """),
        VIEWS("""
            <%3$s#all> a hydra:Collection ; hydra:totalItems 1000 ; hydra:view <%1$s> .
            <%1$s> a hydra:PartialCollectionView ; hydra:first <%3$s> ; hydra:next <%2$s> .
            """);

        private final String statements;

        Dialect(String statements) {
            this.statements = HYDRA + statements;
        }
    }

    private Site site;
    private House house;
    private String source = "";

    @BeforeAll
    void open(@TempDir Path data) {
        site = new Site();
        house = new House(data);
    }

    @BeforeEach
    void register() {
        source = "copy-" + house.sources.list().size();
        house.register(source, site.url("/catalog"), Source.UNDETECTED);
        site.asked().clear();
    }

    @AfterAll
    void close() {
        house.close();
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        DESTATIS + ", 135, 135",
        "govdata-portals/brandenburg-catalog-original-input.rdf, 112, 212",
        "opendatasoft/catalog.ttl, 186, 186",
        "italy/alessandria/catalog.rdf, 5, 20",
        "udata/dcat/bnodes.jsonld, 3, 5"
    })
    void aCatalogueUnderOtherNamesIsTheSameInEverySyntax(String file, int datasets, int distributions) {
        var altered = Copies.altered(PlainRdf.withoutPages(read(file)));

        serve(altered, Lang.TURTLE);
        comesIn(altered, datasets, distributions);

        inOtherSyntaxes(altered);
    }

    @ParameterizedTest
    @ValueSource(strings = {DESTATIS, "alicante/catalog.rdf"})
    void aThousandDatasetsAreTheSameInEverySyntaxAndInPagesOfEveryDialect(String file) {
        var many = Copies.multiplied(Copies.altered(read(file)), 1_000);

        serve(many, Lang.TURTLE);
        comesIn(many, 1_000, 1_000);

        inOtherSyntaxes(many);
        var pages = Copies.pages(many, 100);
        var bytes = house.bytes();
        for (var dialect : Dialect.values()) {
            serve(pages, dialect);
            isUnchanged(dialect.name(), bytes);
            assertThat(site.asked()).contains("/catalog?page=10");
            site.asked().clear();
        }
    }

    @Test
    void aThousandDatasetsComeInByPages() {
        var many = Copies.multiplied(Copies.altered(read("opendatasoft/catalog.ttl")), 1_000);

        serve(Copies.pages(many, 100), Dialect.LITERALS);

        comesIn(many, 1_000, 1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "http://altered.example/a b, true",
        "http://altered.example/one http://altered.example/two, true",
        "http://altered.example/?filter[year]=2020, false",
        "http://ftp://altered.example/, false"
    })
    void anIriThatCannotBeOneCostsItsStatementsAndOneThatIsOnlyOddIsKept(String odd, boolean lost) {
        var catalogue = read(DESTATIS);
        var good = catalogue
                .find(Node.ANY, DCAT.accessURL.asNode(), Node.ANY)
                .next()
                .getObject();
        int naming = lost ? catalogue.find(Node.ANY, Node.ANY, good).toList().size() : 0;
        for (var lang : List.of(Lang.TURTLE, Lang.RDFXML, Lang.NTRIPLES)) {
            var quoted = lang.equals(Lang.RDFXML) ? "\"%s\"" : "<%s>";
            var body = new String(PlainRdf.written(catalogue, lang), UTF_8)
                    .replace(quoted.formatted(good.getURI()), quoted.formatted(odd))
                    .getBytes(UTF_8);
            site.page("/catalog", exchange -> Site.send(exchange, 200, lang.getHeaderString(), body));

            var run = house.run(source);

            assertThat(run.message()).isEmpty();
            assertThat(run.datasets().seen()).isEqualTo(135);
            assertThat(house.stated(source).size()).isEqualTo(catalogue.size() - naming);
            assertThat(run.violations())
                    .filteredOn(finding -> finding.violation().message().contains("is no IRI"))
                    .hasSize(naming)
                    .allMatch(finding -> finding.line().isPresent());
        }
    }

    /** As Bremen wrote them. */
    @Test
    void datesThatAreNoneAreKeptAsTheyAreWritten() {
        var dates = List.of("2021-01-28 GMT 01:51:03.34919300", "2021-1-28", "28.01.2021", "");
        var catalogue = read(DESTATIS);
        var dataset = Copies.datasets(catalogue).getFirst();
        dates.forEach(date -> catalogue.add(
                dataset, DCTerms.modified.asNode(), NodeFactory.createLiteralDT(date, XSDDatatype.XSDdateTime)));

        serve(catalogue, Lang.TURTLE);

        comesIn(catalogue, 135, 135);
        inOtherSyntaxes(catalogue);
    }

    private void comesIn(Graph written, int datasets, int distributions) {
        var run = house.run(source);

        assertThat(run.message()).isEmpty();
        assertThat(run.datasets()).isEqualTo(new Run.Datasets(datasets, datasets, 0, 0));
        var stated = house.answered(source);
        assertThat(PlainRdf.typed(stated, DCAT.Distribution.asNode())).hasSize(distributions);
        assertThat(PlainRdf.isomorphic(PlainRdf.unnamed(stated), written)).isTrue();
    }

    private void inOtherSyntaxes(Graph graph) {
        var bytes = house.bytes();
        for (var lang : OTHER_SYNTAXES) {
            serve(graph, lang);
            isUnchanged(lang.getName(), bytes);
        }
    }

    private void isUnchanged(String how, Map<String, String> bytes) {
        var run = house.run(source);
        assertThat(run.outcome()).as(how + " " + run.message()).contains(Outcome.UNCHANGED);
        assertThat(run.triples()).isEqualTo(Run.Triples.NONE);
        assertThat(house.bytes()).isEqualTo(bytes);
    }

    private static Graph read(String file) {
        var found = CorpusFile.named(file);
        return PlainRdf.read(found.content(), found.lang(), "http://corpora.example" + found.address());
    }

    private void serve(Graph graph, Lang lang) {
        var body = PlainRdf.written(graph, lang);
        site.page("/catalog", exchange -> Site.send(exchange, 200, lang.getHeaderString(), body));
    }

    private void serve(List<Graph> pages, Dialect dialect) {
        var first = site.url("/catalog");
        site.page("/catalog", exchange -> {
            var query = exchange.getRequestURI().getQuery();
            int page = query == null ? 1 : Integer.parseInt(query.substring("page=".length()));
            var paging = page == pages.size()
                    ? ""
                    : dialect.statements.formatted(
                            page == 1 ? first : first + "?page=" + page, first + "?page=" + (page + 1), first);
            var body = new String(PlainRdf.written(pages.get(page - 1), Lang.NTRIPLES), UTF_8) + paging;
            Site.send(exchange, 200, "text/turtle", body.getBytes(UTF_8));
        });
    }
}
