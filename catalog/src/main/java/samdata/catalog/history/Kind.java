package samdata.catalog.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a dataset or a part of one, in the order in which they are told. */
public enum Kind {
    REMOVED,
    CHANGED,
    ADDED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
