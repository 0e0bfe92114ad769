package samdata.web.api;

import io.javalin.http.Context;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import samdata.web.http.Problem;

/** The parameters of a request: one that nobody knows is refused, since its answer would be to another question. */
final class Parameters {
    private Parameters() {}

    /** @throws Problem 400 when there is another than those */
    static void requireKnown(Context ctx, Collection<String> known) {
        ctx.queryParamMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.badRequest(
                            "There is no parameter " + name + "; known are " + String.join(", ", known) + ".");
                });
    }

    /** @throws Problem 400 when it is no number from 1 to {@code highest} */
    static int number(Context ctx, String name, int otherwise, int highest) {
        @Nullable String text = ctx.queryParam(name);
        if (text == null || text.isEmpty()) return otherwise;
        if (text.matches("[1-9]\\d{0,8}") && Integer.parseInt(text) <= highest) return Integer.parseInt(text);
        throw Problem.badRequest("The parameter " + name + " is a number from 1 to " + highest + ", not " + text + ".");
    }
}
