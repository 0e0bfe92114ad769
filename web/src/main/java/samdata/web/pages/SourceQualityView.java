package samdata.web.pages;

import java.util.List;

/**
 * How well the datasets of a source are described.
 *
 * @param datasets how many are judged
 * @param points the mean of the European points
 * @param fixes what would help most of them, by the points it would bring in all
 */
public record SourceQualityView(
        long datasets,
        String points,
        long outOf,
        String rating,
        List<QualityView.Dimension> dimensions,
        QualityView.Dimension ml,
        List<QualityView.Fix> fixes) {}
