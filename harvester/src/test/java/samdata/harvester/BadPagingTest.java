package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static samdata.harvester.WildServer.dawdle;
import static samdata.harvester.WildServer.wild;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import samdata.harvester.run.Outcome;

/** Sources whose pages do not lead to an end, or whose catalogue is smaller than it was. */
class BadPagingTest extends Zoo {
    private static final String FIRST = datasets(0, 3);
    private static final WildServer.Wild SECOND = turtle(datasets(3, DATASETS));

    @ParameterizedTest(name = "a source that {0}")
    @MethodSource({"circles", "missing", "smaller"})
    void isToldAndKeepsItsContent(Fault fault) {
        keepsTheOldContent(fault);
    }

    private static WildServer.Wild leadsTo(String next) {
        return turtle(FIRST + "<> a hydra:PagedCollection ; hydra:next " + next + " .");
    }

    /** The first page leads to {@code next}, which is answered so; the page after the second is as good as the first. */
    private static WildServer.Wild then(WildServer.Wild second) {
        return (ask, out) -> (ask.is("/catalog") ? leadsTo("</two>") : ask.is("/two") ? second : SECOND).to(ask, out);
    }

    static Stream<Fault> circles() {
        return Stream.of(
                rejected("is its own next page", "paging runs in a circle", leadsTo("</catalog>")),
                rejected("leads back to its first page", "paging runs in a circle", then(leadsTo("</catalog>"))),
                rejected("names one page twice", "paging runs in a circle", leadsTo("</two> , </two#again>")),
                rejected("has pages without an end", "harvest.max-pages", (ask, out) -> {
                    int page = ask.is("/catalog")
                            ? 0
                            : Integer.parseInt(ask.target().substring(1));
                    leadsTo("</" + (page + 1) + ">").to(ask, out);
                }));
    }

    static Stream<Fault> missing() {
        return Stream.of(
                rejected("lacks its second page", "Page 2 of the catalogue is missing|404", then(wild(404, "", ""))),
                rejected("fails on its second page", "Page 2 of the catalogue is missing|500", then(wild(500, "", ""))),
                rejected("closes on its second page", "Page 2 of the catalogue is missing", then((ask, out) -> {})),
                rejected(
                        "never answers for its second page",
                        "Page 2 of the catalogue is missing|harvest.stall",
                        then((ask, out) -> dawdle(ask, 20_000))),
                rejected(
                        "answers with a web page for its second page",
                        "a web page (HTML)",
                        then(wild(200, "text/html", "<!doctype html><html></html>"))),
                rejected("leaves its second page empty", "an empty body", then(wild(200, TURTLE, ""))),
                rejected(
                        "cuts its second page off",
                        "not readable Turtle",
                        then(turtle(datasets(3, 5) + "<https://mills.example/d/5> dct:title \"Sa"))),
                rejected(
                        "leads to a page on a private host",
                        "Page 2 of the catalogue is missing|10.0.0.1",
                        leadsTo("<http://10.0.0.1/two>")),
                rejected(
                        "leads to a page on a host that nobody has",
                        "Page 2 of the catalogue is missing|not known",
                        leadsTo("<http://nobody.invalid/two>")),
                rejected(
                        "leads to a file of ours",
                        "Page 2 of the catalogue is missing|only http and https",
                        leadsTo("<file:///etc/passwd>")),
                rejected("names its next page by words", "no URL", leadsTo("\"the [next] page\"")));
    }

    static Stream<Fault> smaller() {
        return Stream.of(
                held("becomes empty", "Only 0 of 6 datasets came", wild(200, TURTLE, "# nothing\n")),
                held(
                        "becomes an empty JSON object",
                        "Only 0 of 6 datasets came",
                        wild(200, "application/ld+json", "{}")),
                held(
                        "becomes empty in RDF/XML",
                        "Only 0 of 6 datasets came",
                        wild(
                                200,
                                "application/rdf+xml",
                                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"></rdf:RDF>")),
                held(
                        "misspells every type",
                        "Only 0 of 6 datasets came",
                        wild(200, TURTLE, "<https://mills.example/d/1> a <https://www.w3.org/ns/dcat#Dataset> .\n")),
                held(
                        "leaves its datasets to a catalogue of other things",
                        "Only 0 of 6 datasets came",
                        turtle("<urn:c> a dcat:Catalog ; dct:title \"All\"@en .")));
    }

    @Test
    void aSourceThatLosesMoreThanAFifthIsHeldUntilTheThirdEqualRun() {
        try (var server = new WildServer().behaves(turtle(datasets(0, 30)))) {
            var id = good(server, "dcat", "/catalog");
            server.behaves(turtle(datasets(0, 23)));
            var fault = held("", "Only 23 of 30 datasets came (0 new, 0 changed, 7 gone)|samdata source release", GOOD);

            keepsTheOldContent(fault, id);
            keepsTheOldContent(fault, id);
            var third = strictly(id);

            assertThat(third.outcome()).contains(Outcome.STORED);
            assertThat(third.datasets().removed()).isEqualTo(7);
        }
    }

    @Test
    void aSourceThatShrinksAnewEachTimeIsHeldEachTime() {
        try (var server = new WildServer().behaves(turtle(datasets(0, 30)))) {
            var id = good(server, "dcat", "/catalog");
            for (int left = 20; left > 16; left--) {
                server.behaves(turtle(datasets(0, left)));
                keepsTheOldContent(held("", "Only " + left + " of 30", GOOD), id);
            }
        }
    }

    @Test
    void aDatasetOnTwoPagesIsOneDataset() {
        try (var server = new WildServer().behaves(GOOD)) {
            var id = good(server, "dcat", "/catalog");
            server.behaves(then(turtle(datasets(2, DATASETS))));

            var run = strictly(id);

            assertThat(run.message()).isEmpty();
            assertThat(run.datasets().seen()).isEqualTo(DATASETS);
            assertThat(run.datasets().removed()).isZero();
        }
    }
}
