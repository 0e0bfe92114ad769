package samdata.web.sparql;

import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import samdata.web.http.Problem;

/**
 * How much text one query may make. Text that is doubled a few times over fills every memory, long before the time is
 * up.
 */
final class TextBudget {
    /** Characters of one text; the longest description of the corpora has not a tenth of them. */
    static final int LONGEST = 1_000_000;

    private static final long ALL = 100_000_000;
    private static final Symbol BUDGET = Symbol.create("urn:samdata:text-budget");

    private long left = ALL;

    static void open(Context query) {
        query.set(BUDGET, new TextBudget());
    }

    /** @throws Problem 413 when the text would be longer than one may be, or all texts of the query together are */
    static void take(long characters, FunctionEnv env) {
        requireShort(characters);
        TextBudget budget = env.getContext().get(BUDGET);
        if (budget == null) return;
        budget.left -= characters;
        if (budget.left < 0)
            throw Problem.tooLarge("The texts that this query makes grew past " + ALL + " characters.");
    }

    static void requireShort(long characters) {
        if (characters > LONGEST) throw Problem.tooLarge("A text grew past " + LONGEST + " characters.");
    }
}
