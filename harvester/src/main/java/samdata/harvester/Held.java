package samdata.harvester;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.harvester.run.Run;
import samdata.harvester.source.AtomicFile;

/** Harvests that shrank and wait to be let in, one a source under {@code held/} of the data folder. */
final class Held {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path folder;

    /** @param runs the runs in a row that brought this content */
    record Waiting(String digest, List<String> runs) {}

    Held(Path data) {
        this.folder = data.resolve("held");
    }

    Optional<Waiting> of(String source) {
        try {
            var file = folder.resolve(source + ".json");
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Waiting.class)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps what a run brought, and says how many runs in a row brought the same. */
    int keep(Run run, Graph stated) {
        var digest = GraphDigest.of(stated);
        List<String> runs = new ArrayList<>();
        of(run.source())
                .filter(before -> before.digest().equals(digest))
                .ifPresent(before -> runs.addAll(before.runs()));
        runs.add(run.id());
        try {
            var bytes = new ByteArrayOutputStream();
            RDFDataMgr.write(bytes, stated, Lang.NTRIPLES);
            AtomicFile.write(folder.resolve(run.source() + ".nt"), bytes.toByteArray());
            AtomicFile.write(folder.resolve(run.source() + ".json"), JSON.writeValueAsBytes(new Waiting(digest, runs)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a held harvest in " + folder, e);
        }
        return runs.size();
    }

    Graph stated(String source) {
        var graph = GraphFactory.createDefaultGraph();
        try (var in = Files.newInputStream(folder.resolve(source + ".nt"))) {
            RDFParser.source(in).lang(Lang.NTRIPLES).checking(false).parse(graph);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the held harvest of " + source, e);
        }
        return graph;
    }

    void forget(String source) {
        try {
            Files.deleteIfExists(folder.resolve(source + ".json"));
            Files.deleteIfExists(folder.resolve(source + ".nt"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the held harvest of " + source + " from " + folder, e);
        }
    }
}
