package samdata.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * What the page of one task shows.
 *
 * @param above the broader tasks
 * @param otherNames what else it is called, each in its language
 * @param elsewhere where others describe the same task
 * @param domain only the publisher can say that data are meant for it
 * @param groups the datasets it concerns, by level; those without any are left out
 * @param previous where one level alone is shown, the page before
 * @param uses what the columns of the heat map stand for
 * @param idle narrower tasks that no dataset fits yet, and which have no row for that reason
 */
public record TaskView(
        String id,
        String name,
        String definition,
        List<SearchView.Link> above,
        List<Name> otherNames,
        List<SearchView.Link> narrower,
        List<DatasetView.Value> elsewhere,
        boolean domain,
        List<Need> needs,
        TasksView.Count declared,
        TasksView.Count ready,
        TasksView.Count fit,
        List<Group> groups,
        Optional<String> previous,
        Optional<String> next,
        List<Use> uses,
        List<Row> rows,
        List<SearchView.Link> idle) {

    public record Name(String text, String lang) {}

    /**
     * @param wanted what exactly, in words; empty when the criterion says it all
     * @param share of the score, in percent
     * @param from the broader task that says so; empty when it is this one
     */
    public record Need(
            String name, String definition, String wanted, boolean gate, long share, String from, String fromHref) {}

    /**
     * The datasets of one level.
     *
     * @param all the page of all of them; empty when all are here
     */
    public record Group(String level, long count, List<Judged> datasets, String all) {}

    /**
     * @param as the narrower task that it was judged for; empty when it is this one
     * @param missing what weighs most of that which is not met or not stated; empty when nothing is
     * @param status {@code not-met} or {@code not-stated}
     */
    public record Judged(
            String title,
            String href,
            String as,
            String score,
            String coverage,
            boolean declared,
            boolean inferred,
            boolean proven,
            String missing,
            String status) {}

    public record Use(String name, String definition) {}

    /** A task's row of the heat map. */
    public record Row(String name, String href, TasksView.Count fit, List<Cell> cells) {}

    /** @param heat 0 for none, 1 to 5 by the share of the row's datasets */
    public record Cell(TasksView.Count count, int heat) {}
}
