package samdata.web.pages;

import java.util.List;
import java.util.Optional;
import samdata.web.pages.AnswerView.Named;

/**
 * The licence of a dataset: what is stated where and by whom, and what that answers.
 *
 * @param stated what is said, the parts kept apart
 * @param silent parts that no licence is stated for; the dataset itself is named by the empty text
 * @param disputes the parts of which different licences are stated
 * @param cautions what no licence says: that not everybody gets the data
 * @param badges the licences that hold for it, each once
 * @param source the one whose description states it
 */
public record DatasetLicenceView(
        List<Stated> stated,
        List<String> silent,
        int moreSilent,
        List<Dispute> disputes,
        List<String> cautions,
        List<AnswerView> answers,
        List<Named> badges,
        String source) {

    /**
     * One licence as stated, with the parts that it is stated for.
     *
     * @param written as it stands in the description
     * @param means the licence that is recognised in it, which may be that none is known
     * @param parts empty when it is stated for the whole
     * @param moreParts how many are left out
     * @param by who says so, when that is stated
     */
    public record Stated(
            String written,
            Optional<String> href,
            Optional<Named> means,
            List<String> parts,
            int moreParts,
            Optional<String> by) {}

    /** @param part empty for the whole */
    public record Dispute(String part, List<Named> licences) {}
}
