package samdata.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import samdata.catalog.suitability.Condition;
import samdata.vocab.Labels;

/** What a task asks for, in words. */
record NeedWords(Graph vocabulary, Page page) {
    String name(Node criterion) {
        return Labels.of(vocabulary, criterion, page.lang());
    }

    String wanted(Condition condition) {
        List<String> parts = new ArrayList<>();
        if (!condition.allOf().isEmpty()) parts.add(page.say("task.need.all", names(condition.allOf(), "list.and")));
        Set<Node> choice = condition.anyOf().stream()
                .filter(value -> !condition.allOf().contains(value))
                .collect(Collectors.toSet());
        boolean settled = condition.anyOf().stream().anyMatch(condition.allOf()::contains);
        if (!choice.isEmpty() && !settled) parts.add(names(choice, "list.or"));
        condition.minimum().ifPresent(least -> parts.add(page.say("task.need.least", least)));
        condition.maximumAge().ifPresent(age -> parts.add(page.say("task.need.age", age.getYears())));
        return String.join("; ", parts);
    }

    private String names(Set<Node> concepts, String and) {
        List<String> names = concepts.stream()
                .map(this::name)
                .map(NeedWords::within)
                .sorted()
                .toList();
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " " + page.say(and) + " " + names.getLast();
    }

    /** As it stands within a sentence: abbreviations keep their capitals. */
    private static String within(String name) {
        return name.length() > 1 && Character.isLowerCase(name.charAt(1))
                ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
                : name;
    }
}
