package samdata.catalog.suitability;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/** Numbers that are stated: counts of records and measurements. */
final class Numbers {
    private Numbers() {}

    private record Count(BigDecimal value, List<Triple> evidence) {}

    /**
     * Whether there are enough records. The largest count decides; counts of splits can show that there are enough, but
     * not that there are too few.
     */
    static Outcome atLeast(Facts facts, Requirement requirement) {
        List<Count> counts = new ArrayList<>(
                measured(facts, requirement.criterion().measuredBy()).toList());
        counts.addAll(numbers(facts, Terms.DATAPOINTS).toList());
        List<Count> splits = numbers(facts, Terms.SPLIT_COUNT).toList();
        List<Count> enough = Stream.concat(counts.stream(), splits.stream())
                .filter(number -> number.value().compareTo(requirement.minimum()) >= 0)
                .toList();
        if (!enough.isEmpty()) return Outcome.met(evidence(enough));
        return counts.isEmpty() ? Outcome.NOT_STATED : Outcome.notMet(evidence(counts));
    }

    static Outcome measured(Facts facts, Criterion criterion) {
        return Outcome.metBy(evidence(measured(facts, criterion.measuredBy()).toList()));
    }

    private static Stream<Triple> evidence(List<Count> numbers) {
        return numbers.stream().flatMap(number -> number.evidence().stream());
    }

    private static Stream<Count> measured(Facts facts, Set<Node> metrics) {
        return Stream.of(Terms.MEASUREMENT_OF, DCTerms.type.asNode())
                .flatMap(property -> facts.of(property).stream())
                .filter(statement -> metrics.contains(statement.getObject()))
                .flatMap(of -> facts.of(of.getSubject(), Terms.MEASURED_VALUE)
                        .flatMap(value -> number(value).map(number -> new Count(number, List.of(of, value))).stream()));
    }

    private static Stream<Count> numbers(Facts facts, Node property) {
        return facts.of(property).stream()
                .flatMap(statement -> number(statement).map(number -> new Count(number, List.of(statement))).stream());
    }

    private static Optional<BigDecimal> number(Triple statement) {
        Node value = statement.getObject();
        if (!value.isLiteral()) return Optional.empty();
        String written = value.getLiteralLexicalForm().strip();
        // longer ones are no counts, and would take long to read
        if (!written.matches("[+-]?[0-9.]{1,30}([eE][+-]?[0-9]{1,2})?")) return Optional.empty();
        try {
            return Optional.of(new BigDecimal(written));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
