package samdata.catalog.suitability;

import java.math.BigDecimal;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import samdata.vocab.Sam;

/**
 * What a task needs of a dataset under one criterion.
 *
 * @param weight in thousandths, so that sums and thresholds are exact
 * @param anyOf values of which one is enough; empty: any
 * @param allOf values that must all be there
 * @param minimum the least number that is enough
 * @param maximumAge how old data may be
 */
record Requirement(
        Criterion criterion,
        boolean gate,
        int weight,
        Set<Node> anyOf,
        Set<Node> allOf,
        BigDecimal minimum,
        Period maximumAge) {
    static final BigDecimal ANY = BigDecimal.ONE;
    private static final Period UNLIMITED = Period.ofYears(1000);

    static Requirement of(Graph rules, Node node, Map<Node, Criterion> criteria) {
        Criterion criterion =
                criteria.get(Criterion.objects(rules, node, Sam.criterion).getFirst());
        if (criterion == null) throw new IllegalStateException("A requirement names no criterion: " + node);
        return new Requirement(
                criterion,
                texts(rules, node, Terms.GATE).contains("true"),
                texts(rules, node, Terms.WEIGHT).stream()
                        .mapToInt(Requirement::thousandths)
                        .sum(),
                Criterion.set(rules, node, Terms.ANY_OF),
                Criterion.set(rules, node, Terms.ALL_OF),
                texts(rules, node, Terms.MINIMUM).stream()
                        .map(BigDecimal::new)
                        .findFirst()
                        .orElse(ANY),
                texts(rules, node, Terms.MAXIMUM_AGE).stream()
                        .map(Period::parse)
                        .findFirst()
                        .orElse(UNLIMITED));
    }

    /** A gate without weight that asks for one of {@code values}. */
    static Requirement asGate(Criterion criterion, Set<Node> values, BigDecimal minimum) {
        return new Requirement(criterion, true, 0, values, Set.of(), minimum, UNLIMITED);
    }

    /** Whether it asks for anything: one without gate and weight takes an inherited one away. */
    boolean counts() {
        return gate || weight > 0;
    }

    /** @param from the task that asks for it */
    Condition condition(Node from) {
        return new Condition(
                criterion.iri(),
                criterion.id(),
                gate,
                weight / 1000.0,
                Set.copyOf(anyOf),
                Set.copyOf(allOf),
                Optional.of(minimum).filter(least -> least.compareTo(ANY) > 0),
                Optional.of(maximumAge).filter(age -> !age.equals(UNLIMITED)),
                from);
    }

    /** Every value that it speaks of. */
    Set<Node> values() {
        Set<Node> values = new HashSet<>(anyOf);
        values.addAll(allOf);
        return values;
    }

    private static List<String> texts(Graph rules, Node node, Node property) {
        return Criterion.objects(rules, node, property).stream()
                .map(Node::getLiteralLexicalForm)
                .toList();
    }

    private static int thousandths(String weight) {
        return new BigDecimal(weight).movePointRight(3).intValueExact();
    }
}
