package samdata.web.pages;

import java.util.List;

/**
 * All licences and what each answers.
 *
 * @param use the use that the licences shown permit; empty for all
 * @param total how many are known
 * @param strange what is stated as a licence in the catalogue and is none that is known
 */
public record LicencesView(String q, String use, List<Column> uses, List<Row> rows, int total, List<Strange> strange) {
    /** @param href the licences that permit it, or all again when it is chosen */
    public record Column(String id, String name, String label, String href, boolean chosen) {}

    /** @param answers one for each use, in the order of the columns */
    public record Row(AnswerView.Named licence, List<AnswerView> answers, long datasets, String search) {}

    public record Strange(String written, long datasets, String search) {}
}
