package samdata.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * The form for a preview, and below it what a harvest would bring.
 *
 * @param chosen the protocol that the reader chose; empty to find it out
 * @param result empty before an address is given
 */
public record PreviewView(String url, String chosen, List<String> protocols, Optional<Result> result) {
    /**
     * @param outcome the word for how the first harvest would end
     * @param head the same in a sentence
     * @param message why, in English; empty when all went well
     * @param protocol empty when it was not given and could not be told
     * @param quality of all of the datasets, with what is best to mend
     * @param more datasets that are not listed
     */
    public record Result(
            String outcome,
            String head,
            String message,
            String protocol,
            String took,
            long statements,
            SourceQualityView quality,
            List<Task> tasks,
            List<Answers> licences,
            List<Dataset> datasets,
            long more,
            FindingsView findings) {}

    /** @param levels how many datasets are at each, best first */
    public record Task(String name, String href, List<Count> levels) {}

    /** @param verdicts how many datasets have each */
    public record Answers(String use, List<Count> verdicts) {}

    /** @param word as the texts and signs have it */
    public record Count(String word, long count) {}

    /**
     * @param licences names of those that are stated; empty for none
     * @param level how far it is fit for the task; empty for no task
     */
    public record Dataset(String title, long points, String licences, String task, String level) {}
}
