package samdata.harvester.read;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;

/** Turtle whose last statement has no end: the parser takes the end of the text for one, the syntax does not. */
final class UnendedTurtle {
    private static final Pattern STATEMENT_END = Pattern.compile("[.}]\\s*(#.*)?$|(?i)^\\s*@?(prefix|base)\\b");
    private static final Pattern BETWEEN_PROPERTIES = Pattern.compile(";[ \\t]*\\R\\s*$");
    private static final Set<Node> NAMING = Set.of(DCAT.dataset.asNode(), DCAT.distribution.asNode());

    private UnendedTurtle() {}

    static boolean is(String ending) {
        return ending.lines()
                .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                .reduce((former, latter) -> latter)
                .filter(last -> !STATEMENT_END.matcher(last).find())
                .isPresent();
    }

    /**
     * Whether its writer forgot the end rather than something cut it off: the last line is whole, and a catalogue in it
     * names datasets, all of which are described in it, and so are their distributions.
     */
    static boolean isWhole(String ending, List<Triple> stated) {
        if (!BETWEEN_PROPERTIES.matcher(ending).find()) return false;
        var described = stated.stream().map(Triple::getSubject).collect(Collectors.toSet());
        return stated.stream().anyMatch(triple -> triple.getPredicate().equals(DCAT.dataset.asNode()))
                && stated.stream()
                        .filter(triple -> NAMING.contains(triple.getPredicate()))
                        .allMatch(triple -> described.contains(triple.getObject()));
    }
}
