package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import samdata.catalog.check.Check;
import samdata.catalog.check.Violation;
import samdata.harvester.Report;
import samdata.harvester.Run;
import samdata.web.http.Languages;
import samdata.web.http.RdfSyntax;

/** What a harvest found wrong, as files that a company takes with it, in the language of the caller. */
final class FindingsDownload {
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

    FindingsDownload(Check check) {
        this.check = check;
    }

    Run inLanguage(Run run, Context ctx) {
        String lang = Languages.of(ctx);
        return run.saying(violation -> check.inLanguage(violation, lang));
    }

    /** RFC 4180 with a header; a row for each place that the run kept. */
    void csv(Run run, Context ctx) {
        String rows = inLanguage(run, ctx).violations().stream()
                .map(FindingsDownload::cells)
                .map(Csv::row)
                .collect(Collectors.joining());
        answer(run, ctx, "csv", "text/csv; charset=utf-8").result(Csv.row(COLUMNS.stream()) + rows);
    }

    void json(Run run, Context ctx) {
        String lang = Languages.of(ctx);
        ObjectNode json = NODES.objectNode().put("run", run.id()).put("source", run.source());
        ArrayNode profiles = json.putArray("profiles");
        for (Report.ByProfile profile :
                Report.of(inLanguage(run, ctx).violations()).profiles()) {
            ArrayNode rules = profiles.addObject()
                    .put("profile", profile.profile())
                    .put("title", check.title(profile.profile(), lang))
                    .putArray("rules");
            profile.rules().forEach(broken -> put(rules.addObject(), broken));
        }
        answer(run, ctx, "json", "application/json").json(json);
    }

    void turtle(Run run, Context ctx) {
        byte[] report = RdfSyntax.TURTLE.write(new ShaclReport(run).graph());
        answer(run, ctx, "ttl", RdfSyntax.TURTLE.mediaType()).result(report);
    }

    private static Context answer(Run run, Context ctx, String ending, String type) {
        return ctx.contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + run.id() + "-violations." + ending + "\"");
    }

    private static void put(ObjectNode json, Report.Broken broken) {
        Violation violation = broken.violation();
        json.put("rule", violation.rule().id())
                .put("severity", violation.severity())
                .put("path", violation.path())
                .put("message", violation.message())
                .put("means", violation.rule().meaning())
                .put("fix", violation.fix())
                .put("example", violation.rule().example())
                .put("clause", violation.rule().clause())
                .put("times", broken.times());
        ArrayNode places = json.putArray("places");
        broken.examples().forEach(finding -> {
            ObjectNode place =
                    places.addObject().put("dataset", finding.violation().dataset());
            finding.line().ifPresent(line -> place.put("line", line));
        });
    }

    private static Stream<String> cells(Run.Finding finding) {
        Violation violation = finding.violation();
        String line = finding.line().isPresent() ? Long.toString(finding.line().getAsLong()) : "";
        return Stream.of(
                violation.rule().profile(),
                violation.rule().id(),
                violation.severity(),
                violation.dataset(),
                line,
                violation.path(),
                violation.message(),
                violation.rule().meaning(),
                violation.fix(),
                violation.rule().example(),
                violation.rule().clause(),
                Long.toString(finding.times()));
    }
}
