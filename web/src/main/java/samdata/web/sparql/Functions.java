package samdata.web.sparql;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.function.library.FN_StrConcat;
import org.apache.jena.sparql.function.library.FN_StrReplace;
import org.apache.jena.sparql.function.library.strjoin;
import org.jspecify.annotations.Nullable;

/**
 * The standard's functions and ARQ's, but none loaded from the class path by name, none that only waits, and none whose
 * result can be of any size.
 */
final class Functions extends FunctionRegistry {
    private static final String STANDARD = ARQConstants.fnPrefix;
    private static final String ARQS = ARQConstants.ARQFunctionLibraryURI;
    /** Lists and maps as literals double as texts do. */
    private static final String LITERAL_LISTS = "http://w3id.org/awslabs/neptune/SPARQL-CDTs/";

    private static final List<String> REFUSED = List.of("java:", "http://jena.hpl.hp.com/", LITERAL_LISTS);

    Functions() {
        FunctionRegistry standard = FunctionRegistry.get(ARQ.getContext());
        for (Iterator<String> names = standard.keys(); names.hasNext(); ) {
            String name = names.next();
            if (!isRefused(name)) put(name, standard.get(name));
        }
        put(STANDARD + "concat", any -> new BoundedFunction(new FN_StrConcat(), Growth::joined));
        put(STANDARD + "replace", any -> new BoundedFunction(new FN_StrReplace(), Growth::replaced));
        put(ARQS + "strjoin", any -> new BoundedFunction(new strjoin(), Growth::separated));
    }

    @Override
    @SuppressWarnings("NullAway") // null says that there is none
    public @Nullable FunctionFactory get(String uri) {
        return isRefused(uri) ? null : super.get(uri);
    }

    private static boolean isRefused(String name) {
        return REFUSED.stream().anyMatch(name::startsWith)
                || name.equals(ARQS + "wait")
                || name.equals(ARQS + "sprintf");
    }
}
