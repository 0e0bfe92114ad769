package samdata.catalog.quality;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.Node;

/**
 * How well the datasets of a source are described on average.
 *
 * @param datasets how many there are; of none, every mean is 0
 * @param points the mean of the points of the European assessment
 * @param mlPoints the mean of ours
 * @param dimensions the mean points of every dimension, ours too
 */
public record SourceQuality(int datasets, double points, double mlPoints, Map<Node, Double> dimensions) {
    public static SourceQuality of(QualityRules rules, Collection<Quality> datasets) {
        Map<Node, Double> dimensions = new LinkedHashMap<>();
        List<Node> known = rules.dimensions();
        known.forEach(dimension -> dimensions.put(dimension, mean(datasets, quality -> quality.points(dimension))));
        return new SourceQuality(
                datasets.size(), mean(datasets, Quality::points), mean(datasets, Quality::mlPoints), dimensions);
    }

    private static double mean(Collection<Quality> datasets, ToIntFunction<Quality> points) {
        return datasets.stream().mapToInt(points).average().orElse(0);
    }
}
