package samdata.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The process that {@link DiskFullTest} starts on a small disk: ends with 0 when all went as it should. */
final class SmallDisk {
    private static final int TIMES = Boolean.getBoolean("samdata.long") ? 40 : 20;
    private static final int DATASETS = 60;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final Path disk;
    private final HttpServer company;
    private String base = "";
    private volatile int version;
    private int failed;

    private SmallDisk(Path disk) throws IOException {
        this.disk = disk;
        this.company = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        company.createContext("/", this::serve);
        company.start();
    }

    public static void main(String[] args) {
        try {
            new SmallDisk(Path.of(args[0])).run();
            System.out.println("all is well");
            System.exit(0);
        } catch (Throwable e) {
            e.printStackTrace(System.out);
            System.exit(1);
        }
    }

    private void run() throws IOException {
        Random random = new Random(Long.getLong("samdata.seed", 1));
        Config config = Config.read(
                Map.of(
                        "data",
                        disk.resolve("data").toString(),
                        "port",
                        "0",
                        "admin-token",
                        RunningServer.TOKEN,
                        "allow-address",
                        "127.0.0.0/8"),
                Map.of());
        Duration slowest = Duration.ZERO;
        try (Running running = Running.open(config)) {
            base = running.serve().url();
            require(register("mill") == 201, "registering while there is room");
            require(stored(), "the first harvest");
            int before = version;
            for (int time = 1; time <= TIMES; time++) {
                version = time;
                long left = random.nextInt(4) == 0 ? 0 : random.nextLong(6_000_000);
                fill(left);
                write("other" + time);
                int said = read("full time " + time + ", " + left + " bytes left");
                require(said == before || said == version, "version " + said + " of the datasets");
                Files.delete(disk.resolve("filler"));
                Duration back = untilStored();
                if (back.compareTo(slowest) > 0) slowest = back;
                require(read("room again") == version, "the datasets are as the company says them");
                List<String> wrong = running.catalog().inconsistencies();
                require(wrong.isEmpty(), String.join("\n", wrong));
                before = version;
            }
        }
        try (Running running = Running.open(config)) {
            require(running.catalog().inconsistencies().isEmpty(), "check after a restart");
            require(running.catalog().datasets().size() == DATASETS, "all datasets after a restart");
        }
        System.out.println("disk full: " + TIMES + " times, every read answered, writes answered " + answers + ", "
                + failed + " harvests failed for want of room, stored again at most " + slowest.toMillis()
                + " ms after there was room, nothing lost");
    }

    /** Asks to harvest and to register; each is done, or answered with 507 or 503. */
    private void write(String other) {
        int harvest = send("POST", "/api/sources/mill/harvest", "").statusCode();
        require(harvest == 202 || harvest == 507 || harvest == 503, "harvesting answered " + harvest);
        if (harvest == 202 && ended().equals("failed")) {
            String why = newestRun().path("message").asText();
            require(why.contains("disk of this server is full"), "a run failed: " + why);
            failed++;
        }
        int registered = register(other);
        require(registered == 201 || registered == 507 || registered == 503, "registering answered " + registered);
        answers.merge(harvest, 1, Integer::sum);
        answers.merge(registered, 1, Integer::sum);
    }

    /** The version that all datasets are of. */
    private int read(String when) {
        for (String path : List.of("/", "/api/search?q=dataset", "/sources/mill", "/catalog.ttl", "/api/sources")) {
            int status = send("GET", path, "").statusCode();
            require(status == 200, when + ": " + path + " answered " + status);
        }
        String query =
                "SELECT ?version (COUNT(*) AS ?n) { ?d <http://purl.org/dc/terms/description> ?version } GROUP BY"
                        + " ?version";
        HttpResponse<String> answer =
                send("GET", "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "");
        require(answer.statusCode() == 200, when + ": SPARQL answered " + answer.statusCode());
        JsonNode rows = json(answer.body()).at("/results/bindings");
        require(rows.size() == 1, when + ": the datasets are of different versions: " + rows);
        require(rows.at("/0/n/value").asInt() == DATASETS, when + ": " + rows);
        return Integer.parseInt(rows.at("/0/version/value").asText().replace("Version ", ""));
    }

    private Duration untilStored() {
        long begun = System.nanoTime();
        while (!stored() || send("GET", "/health/ready", "").statusCode() != 200)
            require(
                    System.nanoTime() - begun < BACK_WITHIN.toNanos(),
                    "stored again within " + BACK_WITHIN.toSeconds() + " s");
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean stored() {
        if (send("POST", "/api/sources/mill/harvest", "").statusCode() != 202) return false;
        return List.of("stored", "unchanged").contains(ended());
    }

    /** The outcome of the newest run, when it has one. */
    private String ended() {
        while (true) {
            JsonNode run = newestRun();
            if (!run.path("ended").isNull()) return run.path("outcome").asText();
        }
    }

    private JsonNode newestRun() {
        return json(send("GET", "/api/sources/mill", "").body()).path("lastRun");
    }

    private int register(String id) {
        return send("POST", "/api/sources", """
                {"id": "%s", "url": "http://127.0.0.1:%d/%s.ttl", "protocol": "dcat", "every": "never"}
                """.formatted(
                                id, company.getAddress().getPort(), id))
                .statusCode();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Authorization", "Bearer " + RunningServer.TOKEN)
                            .header("Accept", path.startsWith("/sparql") ? "application/sparql-results+json" : "*/*")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Leaves only so many bytes of the disk. */
    private void fill(long left) throws IOException {
        long room = Files.getFileStore(disk).getUsableSpace() - left;
        byte[] block = new byte[1 << 16];
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            for (; room > 0; room -= block.length) filler.write(block, 0, (int) Math.min(block.length, room));
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known = exchange.getRequestURI().getPath().equals("/mill.ttl");
            byte[] body = known ? description().getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", "text/turtle");
            exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
            if (known) exchange.getResponseBody().write(body);
        }
    }

    private String description() {
        StringBuilder turtle = new StringBuilder("""
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                """);
        for (int i = 0; i < DATASETS; i++) turtle.append("""
                    <https://e.org/d/%1$d> a dcat:Dataset ; dct:title "Dataset %1$d"@en ; dct:description "Version %2$d" ;
                        dcat:keyword "k%2$d-%1$d" .
                    """.formatted(i, version));
        return turtle.toString();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static void require(boolean met, String what) {
        if (!met) throw new IllegalStateException(what);
    }
}
