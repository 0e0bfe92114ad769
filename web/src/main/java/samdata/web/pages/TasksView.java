package samdata.web.pages;

import java.util.List;

/**
 * What the page of all tasks shows.
 *
 * @param words what the tasks are narrowed by; empty for none
 * @param total how many tasks are shown
 */
public record TasksView(String words, long total, List<Group> groups) {
    /**
     * A top concept and the tasks below it.
     *
     * @param shown whether the top concept itself has the words
     */
    public record Group(Task top, boolean shown, List<Task> tasks) {}

    /**
     * @param alias the name that has the words, when it is not the one that is shown
     * @param domain only the publisher can say that data are meant for it
     */
    public record Task(
            String name,
            String href,
            String definition,
            String alias,
            int depth,
            boolean domain,
            Count declared,
            Count ready,
            Count fit) {}

    /** Datasets, and the search that finds them. */
    public record Count(long number, String href) {}
}
