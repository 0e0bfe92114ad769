package samdata.web.pages;

import java.util.List;

/**
 * What a basket answers.
 *
 * @param answers one for each use; empty when the basket is
 * @param unknown words that were given for a licence and are none that is known; empty when all were
 * @param choices the licences that can be added
 * @param noticed whether anything counts as unknown or is disputed
 */
public record CombineView(
        List<Entry> entries,
        List<Asked> answers,
        List<Attribution> attributions,
        String unknown,
        List<AnswerView.Named> choices,
        boolean noticed) {

    /**
     * @param item as the basket holds it
     * @param kind the word for what it is, as the texts have it: a licence, a dataset, or one that is not known
     * @param licences of a dataset, each once
     * @param cautions what no licence says of a dataset: that not everybody gets its data
     */
    public record Entry(
            String item,
            String kind,
            String title,
            String href,
            List<AnswerView.Named> licences,
            boolean disputed,
            List<String> cautions) {}

    /** @param api the same answer in the API */
    public record Asked(AnswerView answer, String api) {}

    /** @param uses the names of the uses that it serves */
    public record Attribution(String text, List<String> uses) {}
}
