package samdata.web.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The figures of one bench, as a table for people and as JSON. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String BARE = """
            *Bare* is Jena as it comes, in a process of its own with the Java options of `./samdata serve`, on the same
            documents and before samdata. They are in memory and the shapes are read; then, source by source, each once:
            RIOT parses, `ShaclValidator` checks by the shapes that samdata applies, and one transaction writes to an empty
            TDB2. *Parsing alone, often repeated* is the median of nine times in that process, after ten others.

            """;

    private final LocalDate day;
    private final Machine machine;
    private final int datasets;
    private final long triples;
    private final List<Measure> measures = new ArrayList<>();

    Report(LocalDate day, Machine machine, int datasets, long triples) {
        this.day = day;
        this.machine = machine;
        this.datasets = datasets;
        this.triples = triples;
    }

    void add(Measure measure) {
        measures.add(measure);
    }

    /** Writes {@code DAY.md} and {@code DAY.json} and returns the first. */
    Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path table = folder.resolve(day + ".md");
        Files.writeString(table, markdown());
        Files.writeString(folder.resolve(day + ".json"), json());
        return table;
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("# Benchmark of ").append(day).append("\n\n");
        text.append("Machine: ").append(machine.text()).append(".\n\n");
        text.append(datasets).append(" invented datasets, ").append(triples);
        text.append(" triples, from four sources of DCAT Turtle in hydra pages over HTTP on the same machine;\n");
        text.append("`./samdata bench --datasets ").append(datasets).append("` makes this table anew.\n\n");
        text.append(BARE);
        text.append("| what | figure | unit | goal |\n| --- | ---: | --- | --- |\n");
        for (Measure measure : measures)
            text.append("| ")
                    .append(String.join(" | ", measure.what(), measure.text(), measure.unit(), measure.goal()))
                    .append(" |\n");
        return text.toString();
    }

    private String json() {
        ObjectNode json = JSON.createObjectNode().put("day", day.toString());
        json.putObject("machine")
                .put("cores", machine.cores())
                .put("memoryGb", machine.memoryGb())
                .put("processor", machine.processor())
                .put("system", machine.system())
                .put("jdk", machine.jdk());
        json.put("datasets", datasets).put("triples", triples);
        ArrayNode list = json.putArray("measures");
        for (Measure measure : measures)
            list.addObject()
                    .put("what", measure.what())
                    .put("value", measure.value())
                    .put("unit", measure.unit())
                    .put("goal", measure.goal());
        return json.toPrettyString() + "\n";
    }
}
