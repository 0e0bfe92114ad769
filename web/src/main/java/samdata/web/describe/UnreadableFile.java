package samdata.web.describe;

import java.io.IOException;

/** A data file that cannot be profiled; the message is one line that names file, place, what was found and what was wanted. */
public final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableFile(String message) {
        super(message);
    }
}
