package samdata.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.Catalog;
import samdata.catalog.check.Check;
import samdata.catalog.search.Search;
import samdata.vocab.Schemes;
import samdata.web.demo.Company;
import samdata.web.demo.Style;

/**
 * Measures samdata from outside: a process of its own harvests invented companies over HTTP and answers searches and
 * queries, beside a plain Fuseki over the same triples in the same run.
 */
public final class Bench implements AutoCloseable {
    private static final int PAGE = 100;
    private static final int SEARCHES = 500;
    private static final int WARM_UP = 300;
    private static final int REPEATS = 15;
    private static final int ROUNDS = 8;
    private static final List<String> QUERIES = List.of(
            "1-count-datasets",
            "2-datasets-per-publisher",
            "3-licences-of-distributions",
            "4-title-filter",
            "5-large-open-images",
            "6-collectors-and-funders",
            "7-tasks-by-year",
            "8-one-dataset");
    private static final List<Map<String, String>> CHOICES = List.of(
            Map.of(),
            Map.of("licence", "CC-BY-4.0"),
            Map.of("format", "CSV", "language", "SWE"),
            Map.of("modality", "image"),
            Map.of("year", "2021", "licence", "CC0-1.0"));

    private final Path launcher;
    private final Path work;
    private final int datasets;
    private final PrintWriter out;
    private final Corpus corpus;
    private final List<Company> companies = new ArrayList<>();
    private final Report report;

    /**
     * @param launcher ./samdata
     * @param work an empty folder, for the data of this run
     * @param out told how far it has come
     */
    public Bench(Path launcher, Path work, int datasets, LocalDate day, PrintWriter out) throws IOException {
        this.launcher = launcher;
        this.work = work;
        this.datasets = datasets;
        this.out = out;
        this.corpus = new Corpus(datasets, Schemes.load());
        say("Inventing " + datasets + " datasets ...");
        long stated = 0;
        for (int i = 0; i < Corpus.SOURCES; i++) {
            Graph graph = corpus.source(i, 0);
            stated += graph.size();
            companies.add(Company.start("bench-" + i, Style.dcat(PAGE), graph, 0));
        }
        this.report = new Report(day, Machine.here(), datasets, stated);
    }

    /** Measures everything and returns the table, written to {@code folder}. */
    public Path run(Path folder) throws Exception {
        Bare.Cost bare = bare();
        Path data = work.resolve("data");
        harvests(data, bare);
        direct(data);
        sparql(data);
        return report.write(folder);
    }

    /** What the same bytes cost without samdata. */
    private Bare.Cost bare() throws Exception {
        say("Parsing, checking and storing without samdata ...");
        List<Baseline> documents = written();
        List<String> profiles = Check.ours().profiles(documents.getFirst().parsed());
        Bare.Cost bare = Bare.inItsOwnProcess(
                launcher,
                Files.createDirectories(work.resolve("bare")),
                profiles,
                companies.stream().map(Company::url).toList());
        double bytes = documents.stream().mapToLong(Baseline::bytes).sum();
        add(Measure.of("documents harvested", bytes / 1e6, "MB of Turtle"));
        add(Measure.of("parsing alone, often repeated", bare.parsingAgain(), "s"));
        add(Measure.of("bare: parsing", bare.parsing(), "s"));
        add(Measure.of("bare: SHACL (" + String.join(", ", profiles) + ")", bare.checking(), "s"));
        add(Measure.of("bare: writing to TDB2", bare.storing(), "s"));
        add(Measure.of("bare: together", bare.sum(), "s"));
        add(Measure.of("bare: together, processor time", bare.processor(), "s"));
        return bare;
    }

    /** All documents as they are now: each company's server has then written each of its own once. */
    private List<Baseline> written() throws Exception {
        List<Baseline> documents = new ArrayList<>();
        for (Company company : companies) documents.add(Baseline.of(company.url()));
        return documents;
    }

    private void harvests(Path data, Bare.Cost bare) throws Exception {
        try (Child samdata = Child.serve(launcher, data);
                Caller caller = new Caller(samdata.url())) {
            add(new Measure("start with an empty store", samdata.secondsToReady(), "s", "below 4"));
            for (Company company : companies) caller.register(company.id(), company.url());
            double idle = samdata.processor();
            double first = harvest(caller, "stored");
            add(Measure.of("first harvest", first, "s"));
            add(Measure.of("first harvest, processor time", samdata.processor() - idle, "s"));
            add(new Measure("first harvest", datasets / first, "datasets/s", "at least 300"));
            add(new Measure("its rate, against bare", 100 * bare.sum() / first, "%", "at least 60"));
            double unchanged = harvest(caller, "unchanged");
            add(new Measure(
                    "unchanged re-harvest of a source, by ETag",
                    1000 * unchanged / companies.size(),
                    "ms",
                    "below 100"));
            companies.forEach(Company::forgetful);
            double read = harvest(caller, "unchanged");
            add(Measure.of("unchanged re-harvest, servers without ETag", read, "s"));
            add(new Measure(
                    "that, against parsing alone, often repeated", read / bare.parsingAgain(), "times", "at most 2"));
            changes(caller, samdata, bare);
            searches(caller);
            decisions(caller);
            add(Measure.of("peak resident memory, harvest and search", samdata.peakMemory(), "MB"));
        }
        add(Measure.of("store on disk", megabytes(data.resolve("store")), "MB"));
        add(Measure.of("change log on disk", megabytes(data.resolve("changes")), "MB"));
        add(Measure.of("search index on disk", megabytes(data.resolve("index")), "MB"));
    }

    private double harvest(Caller caller, String outcome) throws Exception {
        double seconds = 0;
        for (Company company : companies) {
            JsonNode run = caller.harvest(company.id());
            if (!run.path("outcome").asText().equals(outcome))
                throw new IOException(
                        "The harvest of " + company.id() + " ended otherwise than " + outcome + ": " + run);
            seconds += Caller.seconds(run);
        }
        return seconds;
    }

    /** One dataset of a hundred has another title, again and again: parsing alone is held against it often repeated, too. */
    private void changes(Caller caller, Child samdata, Bare.Cost bare) throws Exception {
        Timings rounds = new Timings();
        for (int round = 1; round <= ROUNDS; round++) {
            for (int i = 0; i < companies.size(); i++) companies.get(i).describe(corpus.source(i, round));
            written();
            double before = samdata.processor();
            double seconds = harvest(caller, "stored");
            if (round > 1) rounds.add(seconds);
            else {
                add(Measure.of("re-harvest with 1 % changed, the first time", seconds, "s"));
                add(Measure.of(
                        "re-harvest with 1 % changed, the first time, processor time",
                        samdata.processor() - before, "s"));
            }
        }
        double again = rounds.median() / 1000;
        add(Measure.of("re-harvest with 1 % changed, often repeated", again, "s"));
        add(new Measure(
                "that, against parsing alone, often repeated", again / bare.parsingAgain(), "times", "at most 3"));
    }

    private void searches(Caller caller) throws Exception {
        say("Searching ...");
        Timings timings = new Timings();
        for (int i = 0; i < WARM_UP; i++) caller.get(searchPath(i), "application/json");
        for (int i = 0; i < SEARCHES; i++) {
            String path = searchPath(i);
            timings.time(() -> caller.get(path, "application/json"));
        }
        add(Measure.of("search with all facets over HTTP, p50", timings.median(), "ms"));
        add(new Measure("search with all facets over HTTP, p95", timings.percentile(0.95), "ms", "below 15"));
    }

    /** Ten datasets in a basket, and the datasets that match a need. */
    private void decisions(Caller caller) throws Exception {
        StringBuilder ten = new StringBuilder("/api/licences/combine?use=publish-derived");
        JsonNode hits = new ObjectMapper().readTree(caller.get("/api/search?size=10&sort=title", "application/json"));
        hits.path("results")
                .forEach(hit -> ten.append("&dataset=").append(hit.path("id").asText()));
        String need = "/api/match?task=object-detection&permits=train-commercial&minRows=1000";
        add(new Measure(
                "ten datasets in a basket over HTTP, p95", percentile(caller, ten.toString()), "ms", "below 50"));
        add(Measure.of("matches of a need over HTTP, p95", percentile(caller, need), "ms"));
    }

    private static double percentile(Caller caller, String path) throws Exception {
        Timings timings = new Timings();
        for (int i = 0; i < 10; i++) caller.get(path, "application/json");
        for (int i = 0; i < 50; i++) timings.time(() -> caller.get(path, "application/json"));
        return timings.percentile(0.95);
    }

    private void direct(Path data) throws Exception {
        Timings timings = new Timings();
        try (Catalog catalog = Catalog.open(data)) {
            for (int i = 0; i < WARM_UP; i++) catalog.search(search(i));
            for (int i = 0; i < SEARCHES; i++) {
                Search search = search(i);
                timings.time(() -> catalog.search(search));
            }
            new Judging(catalog).measured().forEach(this::add);
            Graph everything = GraphFactory.createDefaultGraph();
            catalog.read(dataset -> {
                dataset.find().forEachRemaining(quad -> everything.add(quad.asTriple()));
                return everything;
            });
            say("Loading " + everything.size() + " triples into a plain Fuseki ...");
            PlainFuseki.start(work.resolve("plain"), everything).close();
        }
        add(Measure.of("search with all facets in the process, p50", timings.median(), "ms"));
        add(Measure.of("search with all facets in the process, p95", timings.percentile(0.95), "ms"));
        add(Measure.of("a plain Fuseki's store on disk", megabytes(work.resolve("plain")), "MB"));
    }

    private void sparql(Path data) throws Exception {
        try (PlainFuseki plain = PlainFuseki.start(work.resolve("plain"), GraphFactory.createDefaultGraph());
                Child samdata = Child.serve(launcher, data);
                Caller ours = new Caller(samdata.url());
                Caller theirs = new Caller(plain.url())) {
            add(new Measure("start over the harvested store", samdata.secondsToReady(), "s", "below 4"));
            double logs = 0;
            for (String name : QUERIES) logs += Math.log(compared(name, ours, theirs));
            add(new Measure(
                    "SPARQL mix against plain Fuseki, geometric mean",
                    Math.exp(logs / QUERIES.size()),
                    "times",
                    "at most 1.3"));
        }
    }

    /** How many times as long as plain Fuseki we take for one query; both must give the same rows. */
    private double compared(String name, Caller ours, Caller theirs) throws Exception {
        String path = "/sparql?query=" + Caller.encoded(query(name));
        String accept = "application/sparql-results+json";
        int rows = rows(ours.get(path, accept));
        if (rows != rows(theirs.get(path, accept)))
            throw new IOException("Query " + name + " gives other rows than a plain Fuseki");
        Timings here = new Timings();
        Timings there = new Timings();
        for (int i = 0; i < REPEATS; i++) {
            here.time(() -> ours.get(path, accept));
            there.time(() -> theirs.get(path, accept));
        }
        add(Measure.of("SPARQL " + name + " (" + rows + " rows), samdata", here.median(), "ms"));
        add(Measure.of("SPARQL " + name + ", plain Fuseki", there.median(), "ms"));
        return here.median() / there.median();
    }

    private static int rows(String json) throws IOException {
        return new ObjectMapper()
                .readTree(json)
                .path("results")
                .path("bindings")
                .size();
    }

    private static String query(String name) throws IOException {
        try (InputStream stream = Bench.class.getResourceAsStream("/bench/queries/" + name + ".rq")) {
            if (stream == null) throw new IllegalStateException("No query " + name + " on the class path");
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String words(int number) {
        List<String> words = Corpus.searchWords();
        return number % 7 == 0 ? "" : words.get(number % words.size());
    }

    private static String searchPath(int number) {
        StringBuilder path = new StringBuilder("/api/search?q=").append(Caller.encoded(words(number)));
        CHOICES.get(number % CHOICES.size())
                .forEach((facet, value) ->
                        path.append('&').append(facet).append('=').append(Caller.encoded(value)));
        return path.toString();
    }

    private static Search search(int number) {
        Map<String, Set<String>> chosen = new TreeMap<>();
        CHOICES.get(number % CHOICES.size()).forEach((facet, value) -> chosen.put(facet, Set.of(value)));
        return new Search(words(number), chosen, 1, 20, Search.Sort.RELEVANCE, "en");
    }

    private static double megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) bytes += Files.size(file);
            return bytes / 1e6;
        }
    }

    private void add(Measure measure) {
        report.add(measure);
        say(measure.what() + ": " + measure.text() + " " + measure.unit()
                + (measure.goal().isEmpty() ? "" : " (" + measure.goal() + ")"));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void close() {
        companies.forEach(Company::close);
    }
}
