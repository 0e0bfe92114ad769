package samdata.harvester;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import samdata.harvester.read.Genid;
import samdata.harvester.read.PlainRdf;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;

/**
 * Every RDF catalogue of the corpora, served over HTTP and harvested into one catalogue by what detection finds. The
 * figures were counted by other parsers; what comes out again is compared with what Jena alone reads in the file.
 */
@EnabledIfEnvironmentVariable(named = Expected.FOLDER, matches = ".+")
class CatalogueSuiteTest extends CorporaSuite {
    private static final Pattern WITH_SPACE = Pattern.compile("(?<=rdf:resource=\")[^\" ]+ [^\"]*(?=\")");

    static Stream<CorpusFile> readable() {
        return CorpusFile.all().filter(CorpusFile::isRead).filter(CatalogueSuiteTest::isWhole);
    }

    static Stream<CorpusFile> withBadIris() {
        return CorpusFile.all().filter(CorpusFile::hasBadIri);
    }

    static Stream<CorpusFile> broken() {
        return CorpusFile.all().filter(file -> !file.isRead() && !file.hasBadIri());
    }

    private static boolean isWhole(CorpusFile file) {
        return !PlainRdf.isPartOfMore(
                PlainRdf.read(file.content(), file.lang(), "http://corpora.example" + file.address()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void aCatalogueComesInAsItWasCountedAndOutAsItWasWrittenAndIsWrittenOnce(CorpusFile file) {
        var written = PlainRdf.read(file.content(), file.lang(), site.url(file.address()));

        var first = harvest(file);

        assertThat(first.message()).isEmpty();
        assertThat(first.outcome()).contains(written.isEmpty() ? Outcome.UNCHANGED : Outcome.STORED);
        assertThat(written.size()).isEqualTo(Integer.parseInt(file.figures().get("triples")));
        var stated = house.answered(first.source());
        assertThat(PlainRdf.isomorphic(PlainRdf.unnamed(stated), PlainRdf.withoutPages(written)))
                .as("what comes out is what was written")
                .isTrue();
        Measures.of(file)
                .forEach((measure, expected) -> assertThat(Measures.measured(measure, stated))
                        .as(measure)
                        .isEqualTo(expected));
        assertThat(first.datasets().added())
                .isGreaterThanOrEqualTo(
                        PlainRdf.typed(stated, DCAT.Dataset.asNode()).size());
        var bytes = house.bytes();
        isUnchanged(house.run(first.source()), bytes);
        if (written.isEmpty()) return;
        serve(file, Lang.NTRIPLES, PlainRdf.shuffled(written));
        isUnchanged(house.run(first.source()), bytes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withBadIris")
    void aBadIriCostsItsStatementAndNothingElse(CorpusFile file) {
        var text = new String(file.content(), UTF_8);
        Set<String> bad = new HashSet<>();
        var mended = WITH_SPACE.matcher(text).replaceAll(found -> {
            bad.add(found.group().replace(" ", "%20"));
            return found.group().replace(" ", "%20");
        });
        var written = PlainRdf.read(mended.getBytes(UTF_8), file.lang(), site.url(file.address()));
        var good = written.find()
                .filterDrop(triple -> bad.contains(triple.getObject().toString()))
                .toList();

        var run = harvest(file);

        assertThat(run.outcome()).contains(Outcome.STORED);
        assertThat(good).hasSizeLessThan(written.size());
        assertThat(PlainRdf.isomorphic(PlainRdf.unnamed(house.answered(run.source())), PlainRdf.of(good)))
                .isTrue();
        assertThat(run.violations())
                .filteredOn(finding -> finding.violation().message().contains("is no IRI"))
                .hasSize(written.size() - good.size())
                .allMatch(finding -> finding.line().isPresent());
        assertThat(file.figures().getOrDefault("full content triples", "" + written.size()))
                .isEqualTo("" + written.size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aFileThatNobodyCanReadIsRejectedWithItsReasonAndLeavesNothing(CorpusFile file) {
        var generation = house.catalog.generation();

        var run = harvest(file);

        assertThat(run.outcome()).contains(Outcome.REJECTED);
        assertThat(run.message()).matches(".*(line \\d+|context).*");
        assertThat(house.catalog.generation()).isEqualTo(generation);
    }

    private Run harvest(CorpusFile file) {
        var id = Genid.hash(file.path()).substring(0, 16);
        serve(file, file.lang(), file.content());
        house.register(id, site.url(file.address()), Source.UNDETECTED);
        return house.run(id);
    }

    private void serve(CorpusFile file, Lang lang, byte[] body) {
        site.page("/" + file.path(), exchange -> Site.send(exchange, 200, lang.getHeaderString(), body));
    }

    private void isUnchanged(Run run, Map<String, String> bytes) {
        assertThat(run.message()).isEmpty();
        assertThat(run.outcome()).contains(Outcome.UNCHANGED);
        assertThat(run.triples()).isEqualTo(Run.Triples.NONE);
        assertThat(house.bytes()).isEqualTo(bytes);
    }
}
