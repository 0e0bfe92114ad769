package samdata.web.pages;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the search page shows.
 *
 * @param facets those that have any value
 * @param unheld sentences that name the chosen values which no dataset has at all
 * @param didYouMean the corrected words, with a link that searches for them
 * @param json the same search in the API
 * @param sparql the same question as a query, opened in the editor
 */
public record SearchView(
        String q,
        String sort,
        List<String> sorts,
        long total,
        List<Group> facets,
        List<Chip> chips,
        List<String> unheld,
        List<Card> cards,
        Paging paging,
        Optional<Link> didYouMean,
        String withoutFilters,
        String json,
        String sparql) {

    public record Link(String text, String href) {}

    /**
     * One facet.
     *
     * @param first the values that are worth showing at once
     * @param more the rest, folded away
     * @param chosen how many of its values are chosen
     */
    public record Group(String id, String label, List<Choice> first, List<Choice> more, long chosen) {}

    /**
     * One value of a facet.
     *
     * @param depth steps below the top of a hierarchical facet
     * @param heading only names the place of those that follow; it is chosen where it stands first
     */
    public record Choice(
            String id,
            String facet,
            String value,
            String label,
            long count,
            boolean chosen,
            int depth,
            boolean heading) {}

    /** A chosen value and the search without it. */
    public record Chip(String facet, String label, String without) {}

    /**
     * One dataset found.
     *
     * @param passage HTML: what matched, with {@code <mark>}, else how the description begins
     * @param licences each that is stated for the dataset or a part of it; empty when none is
     * @param quality points of its description; empty before it is judged
     */
    public record Card(
            String id,
            String title,
            String href,
            String passage,
            Optional<String> publisher,
            List<Licence> licences,
            List<Task> tasks,
            List<String> modalities,
            Optional<String> modified,
            OptionalInt quality) {}

    /**
     * A task that the publisher names.
     *
     * @param level how far the dataset is fit for it; empty when that is unknown
     */
    public record Task(String text, String href, String level) {}

    /** @param known whether it is a licence that samdata can read, and not the lack of one */
    public record Licence(String label, boolean known) {}

    /** @param links the pages around this one; a gap between two numbers is a page left out */
    public record Paging(
            long page, long pages, List<PageLink> links, Optional<String> previous, Optional<String> next) {}

    public record PageLink(long number, String href, boolean current, boolean afterGap) {}
}
