package samdata.web.describe;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;

/**
 * What the caller says of a file; what is left open is found out.
 *
 * @param header whether the first line holds column names
 * @param missing words that stand for a missing value, besides the empty cell
 * @param withValues whether ranges and the names of classes may be kept
 */
public record Asked(
        Optional<Charset> encoding,
        Optional<Character> delimiter,
        Optional<Boolean> header,
        Optional<String> target,
        Set<String> missing,
        boolean withValues) {
    /** Nothing said, and no values. */
    public static Asked nothing() {
        return new Asked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), false);
    }

    public Asked target(String column) {
        return new Asked(encoding, delimiter, header, Optional.of(column), missing, withValues);
    }

    public Asked showingValues() {
        return new Asked(encoding, delimiter, header, target, missing, true);
    }
}
