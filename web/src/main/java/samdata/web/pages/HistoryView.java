package samdata.web.pages;

import java.util.List;

/**
 * How the descriptions of a source fared from harvest to harvest.
 *
 * @param charts empty while there are fewer than two harvests to draw a line between
 * @param rows what the charts show, in words, newest first
 * @param download the same of every harvest that is kept
 */
public record HistoryView(List<Chart> charts, List<Row> rows, String from, String to, String download) {
    /**
     * One figure over time.
     *
     * @param most the figure at the upper edge; the lower edge is nought
     * @param line as a polyline of SVG takes it
     */
    public record Chart(String title, String now, String most, String line, List<Dot> dots) {}

    public record Dot(String x, String y, String label) {}

    public record Row(
            String run,
            String started,
            String startedIso,
            String points,
            String datasets,
            String violations,
            String warnings,
            String infos) {}
}
