package samdata.web.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.QueryExec;

/** How an answer is written; the names are those of {@code --format}. A graph is a table to nobody, so it is Turtle. */
enum AnswerFormat {
    table,
    csv,
    json,
    turtle;

    /** @throws WrongUse when this format cannot write what the query asks for */
    void write(Query query, QueryExec exec, OutputStream out) {
        if (query.isSelectType()) rowWriter().write(out, exec.select(), ARQ.getContext());
        else if (query.isAskType() && this == table)
            new PrintStream(out, true, StandardCharsets.UTF_8).println(exec.ask() ? "yes" : "no");
        else if (query.isAskType()) rowWriter().write(out, exec.ask(), ARQ.getContext());
        else write(query.isDescribeType() ? exec.describe() : exec.construct(), query, out);
    }

    private void write(Graph graph, Query query, OutputStream out) {
        RDFFormat format = switch (this) {
            case table, turtle -> RDFFormat.TURTLE_PRETTY;
            case json -> RDFFormat.JSONLD;
            case csv -> throw new WrongUse("The query asks for a graph: choose --format turtle or json");
        };
        graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        RDFWriter.source(graph).format(format).output(out);
    }

    private RowSetWriter rowWriter() {
        Lang lang = switch (this) {
            case table -> ResultSetLang.RS_Text;
            case csv -> ResultSetLang.RS_CSV;
            case json -> ResultSetLang.RS_JSON;
            case turtle -> throw new WrongUse("The query asks for rows: choose --format table, csv or json");
        };
        return RowSetWriterRegistry.getFactory(lang).create(lang);
    }
}
