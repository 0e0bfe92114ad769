package samdata.catalog.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Asks a list of indicators of one dataset. */
final class Evaluation {
    private static final Node MODALITY = NodeFactory.createURI("http://w3id.org/mlso/hasModality");

    private final Node dataset;
    private final Statements statements;
    private final Mandatory mandatory;
    private final List<Node> distributions;
    private final List<Node> splits;
    private final IdentityHashMap<Indicator, Measured> once = new IdentityHashMap<>();

    Evaluation(Node dataset, Statements statements, Mandatory mandatory) {
        this.dataset = dataset;
        this.statements = statements;
        this.mandatory = mandatory;
        this.distributions = statements.distributions();
        this.splits = statements.splits(distributions);
    }

    List<Node> distributions() {
        return distributions;
    }

    /** Whether the indicator is asked of datasets of this modality. */
    boolean concerns(Indicator indicator) {
        return indicator.concerns().isEmpty()
                || statements.of(dataset, MODALITY).stream()
                        .map(Triple::getObject)
                        .anyMatch(indicator.concerns()::contains);
    }

    /** Where an indicator looks at distributions, it looks at these; what is the same among all is found out once. */
    Measured measure(Indicator indicator, List<Node> among) {
        boolean depends = indicator.on().contains(Place.DISTRIBUTION) && indicator.measure() != Measure.MANDATORY;
        return depends
                ? measured(indicator, among)
                : once.computeIfAbsent(indicator, any -> measured(any, distributions));
    }

    private Measured measured(Indicator indicator, List<Node> among) {
        List<Triple> read = read(indicator, among);
        List<Triple> enough = enough(indicator, read);
        List<Triple> evidence = new ArrayList<>(enough.isEmpty() ? read : enough);
        evidence.sort(Comparator.comparing(Triple::toString));
        return new Measured(indicator, enough.isEmpty() ? 0 : indicator.points(), List.copyOf(evidence));
    }

    private List<Triple> read(Indicator indicator, List<Node> among) {
        List<Node> subjects = new ArrayList<>();
        if (indicator.on().contains(Place.DATASET)) subjects.add(dataset);
        if (indicator.on().contains(Place.DISTRIBUTION)) subjects.addAll(among);
        if (indicator.on().contains(Place.SPLIT)) subjects.addAll(splits);
        List<Triple> read = new ArrayList<>();
        for (Node subject : subjects)
            for (Node property : indicator.reads()) read.addAll(statements.of(subject, property));
        return read;
    }

    /** The statements that earn the points; empty when there are none. */
    private List<Triple> enough(Indicator indicator, List<Triple> read) {
        return switch (indicator.measure()) {
            case STATED -> read;
            case ADDRESS -> keep(read, triple -> PublicAddress.is(triple.getObject()));
            case MARKED -> keep(read, triple -> indicator.marked().contains(triple.getObject()));
            case CONTROLLED -> controlled(indicator, read);
            case MANDATORY -> mandatory.in(statements, dataset, distributions);
        };
    }

    private List<Triple> controlled(Indicator indicator, List<Triple> read) {
        List<Triple> controlled = keep(
                read,
                triple -> triple.getObject().isURI()
                        && statements.isStated(triple)
                        && indicator.controlledBy().stream()
                                .anyMatch(triple.getObject().getURI()::startsWith));
        boolean each = indicator.reads().stream()
                .allMatch(property -> controlled.stream().anyMatch(triple -> triple.predicateMatches(property)));
        return each ? controlled : List.of();
    }

    private static List<Triple> keep(List<Triple> some, Predicate<Triple> condition) {
        return some.stream().filter(condition).toList();
    }
}
