package samdata.catalog.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The answer to a {@link Search}. */
public record Results(long total, List<Hit> hits, List<FacetValues> facets, Optional<String> didYouMean) {

    /**
     * One dataset found.
     *
     * @param quality points of its description, of 405; empty before it is judged
     * @param highlight the passage that matched, HTML-escaped but for {@code <mark>}; empty without words
     * @param licence the first of {@code licences}
     * @param licences all that are stated for the dataset or its distributions
     * @param modified when the publisher says it changed, as written; empty when not stated
     */
    public record Hit(
            String id,
            String iri,
            String title,
            String description,
            Optional<Named> publisher,
            Optional<Concept> licence,
            List<Concept> licences,
            List<Fit> tasks,
            List<String> modality,
            String modified,
            OptionalInt quality,
            String highlight,
            double score) {}

    /**
     * A task that the publisher names.
     *
     * @param level how well the dataset meets its needs: {@code ready}, {@code usable-with-work}, {@code blocked} or
     *     {@code unknown}
     */
    public record Fit(Concept task, String level) {}

    public record Named(String iri, String name) {}

    public record Concept(String id, String iri, String label) {}

    /**
     * The values of one facet under the current search, each counted as if this facet's own choice were not made.
     *
     * @param unheld values that were chosen and that no dataset has, whatever else is searched for: a slip, most often
     */
    public record FacetValues(String facet, String label, List<Value> values, List<String> unheld) {}

    /** @param parent the value above it in a hierarchical facet */
    public record Value(String value, String label, long count, boolean selected, Optional<String> parent) {}
}
