package samdata.web.sparql;

import java.io.StringReader;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.lang.arq.javacc.ARQParserConstants;
import org.apache.jena.sparql.lang.arq.javacc.ARQParserTokenManager;
import org.apache.jena.sparql.lang.arq.javacc.SimpleCharStream;
import org.apache.jena.sparql.lang.arq.javacc.Token;
import samdata.web.http.Problem;

/** Parses what callers send and lets through only what reads this store: SELECT, ASK, CONSTRUCT and DESCRIBE. */
final class Reading {
    private static final Pattern PLACE =
            Pattern.compile("(?:at )?line (\\d+),? col(?:umn)?:? ?(\\d+)[.:]?", Pattern.CASE_INSENSITIVE);

    private Reading() {}

    /** @throws Problem 400 that says, with line and column, what is wrong */
    static Query parse(String text) {
        try {
            Query query = QueryFactory.create(text, "urn:samdata:base:", Syntax.syntaxARQ);
            if (query.isJsonType()) throw Problem.badRequest("Only SELECT, ASK, CONSTRUCT and DESCRIBE are answered.");
            refuseRemoteParts(text);
            return query;
        } catch (QueryParseException e) {
            throw Problem.badRequest(where(e) + what(e));
        } catch (QueryException | StackOverflowError e) {
            throw Problem.badRequest("The query cannot be read: " + what(e));
        }
    }

    private static String where(QueryParseException e) {
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        if (place.find()) return "Line " + place.group(1) + ", column " + place.group(2) + ": ";
        return e.getLine() < 0
                ? "The query has an error: "
                : "Line " + e.getLine() + ", column " + e.getColumn() + ": ";
    }

    /** The parser's message without the place, and without the long list of all that could have stood there. */
    private static String what(Throwable e) {
        String message = PLACE.matcher(String.valueOf(e.getMessage())).replaceFirst("");
        return message.replaceAll("\\s+", " ")
                .replaceFirst("^(Parse error: |Lexical error *: *|[:., ]+)", "")
                .replaceFirst("Encountered \" ?.*? \"(.*?) ?\"\" ?\\.?", "\"$1\" was not expected.")
                .replaceFirst("Was expecting one of: .{200,}$", "")
                .strip();
    }

    /**
     * By token, so that no corner of the grammar is forgotten: a word in a string, an IRI or a comment is no token of its
     * own, and a subquery, EXISTS or ORDER BY hides nothing.
     */
    private static void refuseRemoteParts(String text) {
        var tokens = new ARQParserTokenManager(new SimpleCharStream(new StringReader(text), 1, 1));
        for (Token token = tokens.getNextToken(); token.kind != ARQParserConstants.EOF; token = tokens.getNextToken()) {
            if (token.kind == ARQParserConstants.SERVICE)
                throw Problem.badRequest("Line " + token.beginLine + ", column " + token.beginColumn
                        + ": SERVICE is not allowed here; query the other endpoint itself.");
            if (token.kind == ARQParserConstants.IRIref
                    && token.image.toLowerCase(Locale.ROOT).startsWith("<java:"))
                throw Problem.badRequest("Line " + token.beginLine + ", column " + token.beginColumn
                        + ": functions written in Java cannot be called from here.");
        }
    }
}
