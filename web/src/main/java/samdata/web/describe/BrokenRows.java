package samdata.web.describe;

import java.util.ArrayList;
import java.util.List;

/** Rows that could not be counted: how many, and where the first few are. */
public final class BrokenRows {
    private static final int NAMED = 5;
    /** More than one row in a hundred, and the figures of a file say too little of it. */
    private static final double TOLERATED = 0.01;

    private final List<Place> first = new ArrayList<>();
    private long count;

    /** @param why what was found and what was wanted, without a value */
    public record Place(long line, String why) {}

    void add(long line, String why) {
        count++;
        if (first.size() < NAMED) first.add(new Place(line, why));
    }

    public long count() {
        return count;
    }

    /** The first few. */
    public List<Place> first() {
        return List.copyOf(first);
    }

    /** Whether too many are broken, beside {@code rows} that are not. */
    public boolean tooMany(long rows) {
        return count > TOLERATED * (rows + count);
    }
}
