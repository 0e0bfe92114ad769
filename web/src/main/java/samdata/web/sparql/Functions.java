package samdata.web.sparql;

import java.util.Iterator;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;

/** The standard's functions and ARQ's, but none loaded from the class path by name and none that only waits. */
final class Functions extends FunctionRegistry {
    Functions() {
        FunctionRegistry standard = FunctionRegistry.get(ARQ.getContext());
        for (Iterator<String> names = standard.keys(); names.hasNext(); ) {
            String name = names.next();
            if (!isRefused(name)) put(name, standard.get(name));
        }
    }

    @Override
    @SuppressWarnings("NullAway") // null says that there is none
    public @Nullable FunctionFactory get(String uri) {
        return isRefused(uri) ? null : super.get(uri);
    }

    private static boolean isRefused(String name) {
        return name.startsWith("java:") || name.endsWith("/ARQ/function#wait");
    }
}
