package samdata.catalog.suitability;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import samdata.vocab.Schemes;

/** Whether something is said at all: blanks and words such as "n/a" say nothing. */
final class Texts {
    private final Set<String> nothing;

    Texts(Schemes schemes) {
        nothing = Criterion.objects(schemes.graph(), Terms.iri(Terms.CRITERIA), Terms.SAYS_NOTHING).stream()
                .map(word -> plain(word.getLiteralLexicalForm()))
                .collect(Collectors.toSet());
    }

    Outcome stated(Facts facts, Criterion criterion) {
        return Outcome.metBy(statements(facts, criterion));
    }

    private Stream<Triple> statements(Facts facts, Criterion criterion) {
        return criterion.reads().stream()
                .flatMap(property -> facts.of(property).stream())
                .filter(statement -> statement.getPredicate().equals(Terms.DATA_TYPE)
                        ? criterion.statedAs().contains(statement.getObject())
                        : says(statement.getObject()));
    }

    private boolean says(Node value) {
        return !value.isLiteral() || !nothing.contains(plain(value.getLiteralLexicalForm()));
    }

    /** Without the brackets and stops that templates put around their blanks; at most as long as any such word. */
    private static String plain(String written) {
        if (written.length() > 60) return written;
        return written.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}/]+", " ")
                .strip();
    }
}
