package samdata.web.sparql;

import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import samdata.web.http.Problem;

/**
 * Rows that end in a problem instead of being cut: Fuseki would write a note into the answer when a query is stopped
 * half-way, and the answer would look whole to a program.
 */
final class LimitedRows implements RowSet {
    private final RowSet rows;
    private final long limit;
    private final Supplier<Problem> stopped;

    LimitedRows(RowSet rows, long limit, Supplier<Problem> stopped) {
        this.rows = rows;
        this.limit = limit;
        this.stopped = stopped;
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (QueryCancelledException e) {
            throw stopped.get();
        }
    }

    @Override
    public Binding next() {
        try {
            if (rows.getRowNumber() < limit) return rows.next();
        } catch (QueryCancelledException e) {
            throw stopped.get();
        }
        throw Problem.tooLarge("The answer has more than " + limit
                + " rows; ask for fewer, or in parts with ORDER BY, LIMIT and OFFSET.");
    }

    @Override
    public List<Var> getResultVars() {
        return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
        return rows.getRowNumber();
    }

    @Override
    public void close() {
        rows.close();
    }
}
