package samdata.web.describe;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The target that was asked for is no column of the file; the message names those that are. */
public final class UnknownColumn extends IOException {
    private static final long serialVersionUID = 1;
    private static final int NAMED = 20;

    UnknownColumn(String wanted, List<String> columns) {
        super("There is no column \"" + wanted + "\"; there are "
                + columns.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (columns.size() > NAMED ? " and " + (columns.size() - NAMED) + " more" : ""));
    }
}
