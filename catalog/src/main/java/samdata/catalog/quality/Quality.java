package samdata.catalog.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * How well one dataset is described. Its points are those of the European assessment, out of 405; what a machine learner
 * asks for is told apart and never added.
 *
 * @param distribution the one that brought the dataset most, and whose properties count; none when it has none
 * @param rating one of {@code https://w3id.org/samdata/rating}
 * @param measured every indicator that was asked, in the order of the vocabulary
 */
public record Quality(Node dataset, Optional<Node> distribution, Node rating, List<Measured> measured) {
    public int points() {
        return sum(european());
    }

    public int outOf() {
        return possible(european());
    }

    /** Our own points, for machine learning. */
    public int mlPoints() {
        return sum(ours());
    }

    /** What can be reached of them; less for data whose language does not matter. */
    public int mlOutOf() {
        return possible(ours());
    }

    public int points(Node dimension) {
        return sum(of(dimension));
    }

    public int outOf(Node dimension) {
        return possible(of(dimension));
    }

    public List<Measured> in(Node dimension) {
        return of(dimension).toList();
    }

    /** What is not met, by the points it would bring; those of the same points in the order of the vocabulary. */
    public List<Measured> nextBestFixes() {
        return measured.stream()
                .filter(Predicate.not(Measured::met))
                .sorted(Comparator.comparingInt(Measured::missing).reversed())
                .toList();
    }

    private Stream<Measured> european() {
        return measured.stream().filter(each -> !each.indicator().isOurs());
    }

    private Stream<Measured> ours() {
        return measured.stream().filter(each -> each.indicator().isOurs());
    }

    private Stream<Measured> of(Node dimension) {
        return measured.stream().filter(each -> each.indicator().dimension().equals(dimension));
    }

    private static int sum(Stream<Measured> some) {
        return some.mapToInt(Measured::points).sum();
    }

    private static int possible(Stream<Measured> some) {
        return some.mapToInt(each -> each.indicator().points()).sum();
    }
}
