package samdata.web.pages;

import java.util.List;

/**
 * How well a dataset is described.
 *
 * @param points of the European assessment
 * @param dimensions of the European assessment
 * @param ml our own points, apart
 * @param fixes what is best to write next, by what it brings
 */
public record QualityView(
        long points,
        long outOf,
        String rating,
        String ratingDefinition,
        String distribution,
        List<Dimension> dimensions,
        Dimension ml,
        List<Fix> fixes) {

    /** @param share in percent, for the bar */
    public record Dimension(
            String name, String definition, String points, long outOf, long share, List<Indicator> indicators) {}

    public record Indicator(String id, String name, String definition, boolean met, long points, long outOf) {}

    /**
     * @param ml whether the points are ours
     * @param datasets how many need it; 1 on the page of a dataset
     */
    public record Fix(String name, String fix, long gain, boolean ml, long datasets, long total) {}
}
