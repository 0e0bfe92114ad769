package samdata.catalog.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Which rules are not asked of which nodes, because a stricter or better suited one of another profile was. */
final class Replaced {
    /** By profile, then by rule. */
    private final Map<String, Map<String, Set<Node>>> nodes = new HashMap<>();

    /** @param rules each with its profile, such as {@code dcat-ap/Dataset.publisher.MinCount} */
    void put(List<String> rules, Node focus) {
        for (String rule : rules) {
            int slash = rule.indexOf('/');
            nodes.computeIfAbsent(rule.substring(0, slash), any -> new HashMap<>())
                    .computeIfAbsent(rule.substring(slash + 1), any -> new HashSet<>())
                    .add(focus);
        }
    }

    boolean has(Rule rule, Node focus) {
        if (nodes.isEmpty()) return false;
        return nodes.getOrDefault(rule.profile(), Map.of())
                .getOrDefault(rule.id(), Set.of())
                .contains(focus);
    }
}
