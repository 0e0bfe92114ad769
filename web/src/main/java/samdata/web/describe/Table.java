package samdata.web.describe;

import java.util.ArrayList;
import java.util.List;

/** What a reader has counted of a file so far. */
final class Table {
    private static final int MOST_REMARKS = 10;

    private final Asked asked;
    private final DistinctValues.Budget budget = new DistinctValues.Budget();
    private final List<ColumnTally> columns = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final BrokenRows broken = new BrokenRows();
    private boolean commaIsPoint;
    private long rows;

    Table(Asked asked) {
        this.asked = asked;
    }

    /** Numbers written as 3,14 are numbers. */
    void commaIsPoint() {
        commaIsPoint = true;
    }

    ColumnTally add(String name) {
        var column = new ColumnTally(name, asked, commaIsPoint, budget);
        columns.add(column);
        return column;
    }

    /** @throws UnknownColumn when the target is none of the columns, of which all are there */
    void requireTarget() throws UnknownColumn {
        List<String> names = columns.stream().map(ColumnTally::name).toList();
        if (asked.target().isPresent() && !names.contains(asked.target().get()))
            throw new UnknownColumn(asked.target().get(), names);
    }

    void row() {
        rows++;
    }

    void rows(long all) {
        rows = all;
    }

    /** The first few are kept. */
    void remark(String sentence) {
        if (remarks.size() < MOST_REMARKS) remarks.add(sentence);
    }

    List<ColumnTally> columns() {
        return columns;
    }

    BrokenRows broken() {
        return broken;
    }

    long rows() {
        return rows;
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
