package samdata.harvester.croissant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.graph.Node;
import samdata.harvester.croissant.CroissantFaults.Rule;

/**
 * What is wrong with how the fields of a Croissant description are read: origins, extracts and transforms. All of it is a
 * warning, as what is described may be right where the recipe is not.
 */
final class CroissantSources {
    private static final String WARNING = "warning";
    private static final List<String> WAYS = List.of("column", "fileProperty", "jsonPath");
    private static final Set<String> FILE_PROPERTIES =
            Set.of("content", "filename", "filepath", "fullpath", "lines", "lineNumbers");
    private static final List<String> TRANSFORMS = List.of("regex", "replace", "separator", "format", "jsonPath");

    private final CroissantGraph graph;
    private final Node dataset;
    private final CroissantFaults faults;

    CroissantSources(CroissantGraph graph, Node dataset, CroissantFaults faults) {
        this.graph = graph;
        this.dataset = dataset;
        this.faults = faults;
    }

    void check(Node field) {
        for (String property : List.of("source", "references"))
            for (Node value : graph.values(field, property)) {
                origin(field, property, value);
                for (Node extract : graph.values(value, "extract")) extract(field, extract);
                for (Node transform : graph.values(value, "transform")) transform(field, transform);
            }
    }

    private void origin(Node field, String property, Node value) {
        var named = CroissantStructure.REFERENCES.stream()
                .filter(kind -> graph.states(value, kind))
                .toList();
        boolean refers = value.isLiteral() ? graph.meant(value).isPresent() : CroissantGraph.hasId(value);
        if (named.isEmpty() && !refers) tell(Rule.ORIGIN, field, property, property);
        if (named.size() > 1) tell(Rule.ORIGINS, field, property, property, String.join(", ", named));
    }

    private void extract(Node field, Node extract) {
        var ways = WAYS.stream().filter(way -> graph.states(extract, way)).toList();
        if (ways.size() > 1) tell(Rule.EXTRACT, field, "extract", String.join(", ", ways));
        for (Node property : graph.values(extract, "fileProperty"))
            if (!FILE_PROPERTIES.contains(graph.label(property)))
                tell(Rule.FILE_PROPERTY, field, "fileProperty", graph.quoted(property));
        paths(field, extract);
    }

    private void transform(Node field, Node transform) {
        if (transform.isLiteral() || TRANSFORMS.stream().noneMatch(kind -> graph.states(transform, kind)))
            tell(Rule.TRANSFORM, field, "transform");
        for (Node regex : graph.values(transform, "regex"))
            unreadable(graph.label(regex))
                    .ifPresent(reason -> tell(Rule.REGEX, field, "regex", graph.quoted(regex), reason));
        paths(field, transform);
    }

    private void paths(Node field, Node of) {
        for (Node path : graph.values(of, "jsonPath"))
            if (!isClosed(graph.label(path))) tell(Rule.JSON_PATH, field, "jsonPath", graph.quoted(path));
    }

    /** The expressions are Python's, whose named groups are written otherwise than Java's. */
    private static Optional<String> unreadable(String regex) {
        try {
            Pattern.compile(regex.replace("(?P<", "(?<").replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>"));
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription());
        }
    }

    /** Whether every bracket and quote of a JSONPath is closed. */
    private static boolean isClosed(String path) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < path.length(); i++) {
            char at = path.charAt(i);
            if (quote != 0) quote = at == quote ? 0 : quote;
            else if (at == '\'' || at == '"') quote = at;
            else if (at == '[' || at == '(') depth++;
            else if ((at == ']' || at == ')') && --depth < 0) return false;
        }
        return depth == 0 && quote == 0 && !path.isBlank();
    }

    private void tell(Rule rule, Node field, String property, Object... values) {
        var all = new Object[values.length + 1];
        all[0] = graph.quoted(field);
        System.arraycopy(values, 0, all, 1, values.length);
        faults.add(rule, WARNING, dataset, CroissantStructure.path(property), all);
    }
}
