package samdata.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * How far a dataset is fit for tasks.
 *
 * @param asked the id of the task that the reader asked for; empty for none
 * @param tasks those that concern the dataset, best first, the one that was asked for before all
 * @param choices every task there is, by top concept
 */
public record FitView(String asked, List<Fit> tasks, List<Choices> choices) {
    /**
     * @param level {@code ready}, {@code usable-with-work}, {@code blocked} or {@code unknown}
     * @param proofs what models reach that were trained or tested on the dataset
     */
    public record Fit(
            String id,
            String name,
            String href,
            String level,
            String score,
            String coverage,
            boolean declared,
            boolean excluded,
            boolean inferred,
            List<String> proofs,
            List<Criterion> criteria) {}

    /**
     * @param status {@code met}, {@code not-met} or {@code not-stated}
     * @param share of the score, in percent
     * @param wanted what the task asks for, in words
     * @param fix what the publisher writes; empty when it is met
     */
    public record Criterion(
            String id,
            String name,
            String status,
            boolean gate,
            long share,
            String wanted,
            List<Evidence> evidence,
            String fix) {}

    /** @param more how many values are left out */
    public record Evidence(String property, String propertyIri, List<String> values, int more) {}

    public record Choices(String name, List<Choice> tasks) {}

    public record Choice(String id, String name, Optional<String> selected) {}
}
