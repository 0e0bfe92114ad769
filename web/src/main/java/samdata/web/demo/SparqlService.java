package samdata.web.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/** A read-only SPARQL 1.1 endpoint: a query by GET, by POST of a form or by POST of the query itself. */
final class SparqlService implements Endpoint {
    private static final String QUERY_TYPE = "application/sparql-query";
    private static final AcceptList ROWS = AcceptList.create(
            "application/sparql-results+json",
            "application/sparql-results+xml",
            "text/csv",
            "text/tab-separated-values");
    private static final AcceptList GRAPHS =
            AcceptList.create("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json");

    private final DatasetGraph dataset;

    SparqlService(Graph graph) {
        this.dataset = DatasetGraphFactory.wrap(graph);
    }

    @Override
    public Answer answer(Request request) {
        if (!request.path().equals("/sparql")) return Answer.problem(404, "The SPARQL endpoint is at /sparql");
        String text = text(request);
        if (text == null) return Answer.problem(400, "No query: it is sent as the parameter query");
        try {
            return run(QueryFactory.create(text), request.header("accept").orElse("*/*"));
        } catch (QueryException e) {
            return Answer.problem(400, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String text(Request request) {
        String type = request.header("content-type").orElse("");
        if (request.method().equals("POST") && type.startsWith(QUERY_TYPE)) return request.body();
        if (request.method().equals("POST")) return Request.form(request.body()).get("query");
        return request.query().get("query");
    }

    private Answer run(Query query, String accept) {
        try (QueryExec exec = QueryExec.dataset(dataset)
                .query(query)
                .set(ARQ.httpServiceAllowed, false)
                .timeout(30, TimeUnit.SECONDS)
                .build()) {
            if (query.isSelectType()) return rows(exec.select(), accept);
            if (query.isAskType()) return truth(exec.ask(), accept);
            if (query.isConstructType()) return graph(exec.construct(), accept);
            if (query.isDescribeType()) return graph(exec.describe(), accept);
            return Answer.problem(400, "Only SELECT, ASK, CONSTRUCT and DESCRIBE are answered here");
        }
    }

    private static Answer rows(RowSet rows, String accept) {
        return written(accept, (writer, out) -> writer.write(out, rows, ARQ.getContext()));
    }

    private static Answer truth(boolean truth, String accept) {
        return written(accept, (writer, out) -> writer.write(out, truth, ARQ.getContext()));
    }

    private static Answer written(String accept, BiConsumer<RowSetWriter, ByteArrayOutputStream> write) {
        MediaType type = AcceptList.match(new AcceptList(accept), ROWS);
        if (type == null) return Answer.problem(406, "Offered are " + ROWS);
        Lang lang = RDFLanguages.contentTypeToLang(type.getContentTypeStr());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write.accept(RowSetWriterRegistry.getFactory(lang).create(lang), out);
        return Answer.of(type.getContentTypeStr(), out.toString(StandardCharsets.UTF_8));
    }

    private static Answer graph(Graph graph, String accept) {
        MediaType type = AcceptList.match(new AcceptList(accept), GRAPHS);
        if (type == null) return Answer.problem(406, "Offered are " + GRAPHS);
        Lang lang = RDFLanguages.contentTypeToLang(type.getContentTypeStr());
        return Answer.of(
                type.getContentTypeStr(), RDFWriter.source(graph).lang(lang).asString());
    }
}
