package samdata.web.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import samdata.web.http.Problem;
import samdata.web.http.Problems;

/** Fuseki's protocol and result formats with our rules: reading only, within limits, errors as problem details. */
final class Queries extends SPARQL_QueryDataset {
    private static final int LONGEST = 1_000_000;

    private final Limits limits;

    Queries(Limits limits) {
        this.limits = limits;
    }

    /** Fuseki would answer with plain text. */
    @Override
    protected void executeLifecycle(HttpAction action) {
        try {
            super.executeLifecycle(action);
        } catch (Problem e) {
            answer(action, e);
        } catch (QueryCancelledException e) {
            answer(action, timeout());
        } catch (ActionErrorException e) {
            answer(action, e.getRC() >= 500 ? unexpected(action, e) : refused(e));
        } catch (QueryException e) {
            answer(action, Problem.badRequest(String.valueOf(e.getMessage())));
        } catch (RuntimeException | StackOverflowError e) {
            answer(action, unexpected(action, e));
        }
    }

    @Override
    protected void executeBody(HttpAction action) {
        try (InputStream body = action.getRequestInputStream()) {
            byte[] bytes = body.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) throw Problem.tooLarge("A query may have " + LONGEST + " bytes.");
            execute(new String(bytes, StandardCharsets.UTF_8), action);
        } catch (IOException e) {
            throw Problem.badRequest("The query did not arrive whole.");
        }
    }

    @Override
    protected void execute(String text, HttpAction action) {
        Query query = Reading.parse(text);
        action.beginRead();
        try {
            Pair<DatasetGraph, Query> asked = decideDataset(action, query, text);
            try (QueryExec execution = createQueryExec(action, asked.getRight(), asked.getLeft())) {
                TextBudget.open(execution.getContext());
                sendResults(action, run(execution, asked.getRight(), bounds(action)), query.getPrologue());
            }
        } finally {
            action.endRead();
        }
    }

    /** The operator's own queries may have answers of any size. */
    private Limits bounds(HttpAction action) {
        boolean isOperator = action.getRequest().getAttribute(QueryGate.OPERATOR) != null;
        return isOperator ? new Limits(limits.time(), Long.MAX_VALUE, Long.MAX_VALUE) : limits;
    }

    private QueryExecResult run(QueryExec execution, Query query, Limits bounds) {
        if (query.isSelectType())
            return new QueryExecResult(new LimitedRows(execution.select(), bounds.rows(), this::timeout));
        if (query.isAskType()) return new QueryExecResult(execution.ask());
        return new QueryExecResult(
                query.isDescribeType() ? describe(execution, bounds) : construct(execution, query, bounds));
    }

    private DatasetGraph construct(QueryExec execution, Query query, Limits bounds) {
        DatasetGraph result = DatasetGraphFactory.create();
        query.getPrefixMapping().getNsPrefixMap().forEach(result.prefixes()::add);
        long triples = 0;
        for (Iterator<Quad> quads = execution.constructQuads(); quads.hasNext(); ) {
            result.add(quads.next());
            if (++triples > bounds.triples()) throw tooMany();
        }
        return result;
    }

    private DatasetGraph describe(QueryExec execution, Limits bounds) {
        Graph graph = execution.describe();
        if (graph.size() > bounds.triples()) throw tooMany();
        return DatasetGraphFactory.wrap(graph);
    }

    private Problem tooMany() {
        return Problem.tooLarge("The answer has more than " + limits.triples()
                + " triples; ask for fewer, or in parts with LIMIT and OFFSET.");
    }

    private Problem timeout() {
        return Problem.unavailable("The query was stopped: it took longer than the "
                + limits.time().toSeconds() + " s that one query may take here.");
    }

    private static Problem refused(ActionErrorException e) {
        String detail = String.valueOf(e.getMessage()).replaceFirst("^SPARQL Query: ", "");
        return new Problem(e.getRC(), "The query cannot be answered", detail, Map.of());
    }

    private static Problem unexpected(HttpAction action, Throwable e) {
        return Problems.unexpected(action.getRequestMethod() + " " + action.getActionURI(), e);
    }

    private static void answer(HttpAction action, Problem problem) {
        if (action.getResponse().isCommitted()) {
            action.getRequest().setAttribute(QueryGate.CUT, true);
            return;
        }
        try {
            action.getResponse().resetBuffer();
            Problems.write(action.getResponse(), problem);
        } catch (IOException e) {
            throw new RuntimeIOException("The client left", e);
        }
    }
}
