package samdata.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import samdata.catalog.check.Check;
import samdata.catalog.check.Violation;
import samdata.harvester.run.Findings;
import samdata.harvester.run.Report;
import samdata.harvester.run.Run;
import samdata.harvester.run.Runs;
import samdata.web.http.Languages;
import samdata.web.http.Problem;
import samdata.web.http.RdfSyntax;

/**
 * Everything that a harvest found wrong, as files that a company takes with it, in the language of the caller. They are
 * written as they are unpacked, since there may be a million; what is damaged is not begun to be written.
 */
final class FindingsDownload {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> COLUMNS = List.of(
            "profile",
            "rule",
            "severity",
            "dataset",
            "line",
            "path",
            "message",
            "means",
            "fix",
            "example",
            "clause",
            "times");

    private final Check check;
    private final Runs runs;

    FindingsDownload(Check check, Runs runs) {
        this.check = check;
        this.runs = runs;
    }

    Run inLanguage(Run run, Context ctx) {
        String lang = Languages.of(ctx);
        return run.saying((Violation violation) -> check.inLanguage(violation, lang));
    }

    /** RFC 4180 with a header; a row for each place. */
    void csv(Run run, Context ctx) throws IOException {
        requireChecked(run);
        String lang = Languages.of(ctx);
        Findings all = runs.findings(run);
        answer(run, ctx, "csv", "text/csv; charset=utf-8");
        try (PrintWriter rows = new PrintWriter(ctx.outputStream(), false, StandardCharsets.UTF_8)) {
            rows.print(Csv.row(COLUMNS.stream()));
            all.each(finding -> rows.print(Csv.row(cells(finding, check.inLanguage(finding.violation(), lang)))));
        }
    }

    void json(Run run, Context ctx) throws IOException {
        requireChecked(run);
        String lang = Languages.of(ctx);
        Report report = Report.of(run.violations());
        Places places = new Places(runs.findings(run), report);
        answer(run, ctx, "json", "application/json");
        try (JsonGenerator json = JSON.createGenerator(ctx.outputStream())) {
            json.writeStartObject();
            json.writeStringField("run", run.id());
            json.writeStringField("source", run.source());
            json.writeArrayFieldStart("profiles");
            for (Report.ByProfile profile : report.profiles()) {
                json.writeStartObject();
                json.writeStringField("profile", profile.profile());
                json.writeStringField("title", check.title(profile.profile(), lang));
                json.writeArrayFieldStart("rules");
                for (Report.Broken broken : profile.rules()) write(json, broken, places, lang);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    void turtle(Run run, Context ctx) throws IOException {
        requireChecked(run);
        Findings all = runs.findings(run);
        answer(run, ctx, "ttl", RdfSyntax.TURTLE.mediaType());
        ShaclReport.write(run, all, ctx.outputStream());
    }

    /** An empty report would say that all is well. */
    private static void requireChecked(Run run) {
        if (run.isChecked()) return;
        throw Problem.notFound("It is not known what is wrong with what the run " + run.id() + " brought"
                + (run.message().isEmpty() ? "." : ": " + run.message()));
    }

    private static void answer(Run run, Context ctx, String ending, String type) {
        ctx.contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + run.id() + "-violations." + ending + "\"");
    }

    private void write(JsonGenerator json, Report.Broken broken, Places places, String lang) throws IOException {
        json.writeStartObject();
        for (var said : told(check.inLanguage(broken.violation(), lang)).properties())
            json.writeObjectField(said.getKey(), said.getValue());
        json.writeNumberField("times", broken.times());
        json.writeArrayFieldStart("places");
        for (Run.Finding finding : places.of(broken)) {
            json.writeStartObject();
            json.writeStringField("dataset", finding.violation().dataset());
            if (finding.line().isPresent())
                json.writeNumberField("line", finding.line().getAsLong());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static ObjectNode told(Violation violation) {
        return NODES.objectNode()
                .put("rule", violation.rule().id())
                .put("severity", violation.severity())
                .put("path", violation.path())
                .put("message", violation.message())
                .put("means", violation.rule().meaning())
                .put("fix", violation.fix())
                .put("example", violation.rule().example())
                .put("clause", violation.rule().clause());
    }

    private static Stream<String> cells(Run.Finding finding, Violation told) {
        String line = finding.line().isPresent() ? Long.toString(finding.line().getAsLong()) : "";
        return Stream.of(
                told.rule().profile(),
                told.rule().id(),
                told.severity(),
                told.dataset(),
                line,
                told.path(),
                told.message(),
                told.rule().meaning(),
                told.fix(),
                told.rule().example(),
                told.rule().clause(),
                Long.toString(finding.times()));
    }
}
