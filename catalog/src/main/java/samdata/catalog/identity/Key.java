package samdata.catalog.identity;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * A value that the descriptions of one dataset may share, put into one form.
 *
 * @param space what kind of value it is; values of different spaces are never compared
 */
record Key(String space, String value) {
    static final String CLAIM = "claim";
    static final String ADDRESS = "address";
    static final String IDENTIFIER = "identifier";
    static final String LOCAL = "local";
    static final String CHECKSUM = "checksum";
    static final String TEXT = "text";
    static final String BAND = "band";
    static final String TITLE = "title";
    static final String COLUMNS = "columns";
    static final String ROWS = "rows";
    static final String BYTES = "bytes";
    static final String FILE = "file";
    static final String NUMBERS = "numbers";

    /** How many bits a {@link #hash} has; what is left of a long holds the number of a dataset. */
    static final int BITS = 40;

    /** The same for the same key everywhere; odd for a claim, the only kind of key that one source's datasets may be linked by. */
    long hash() {
        byte[] bytes = (space + '\n' + value).getBytes(StandardCharsets.UTF_8);
        long[] hash = StringHelper.murmurhash3_x64_128(new BytesRef(bytes));
        long cut = hash[0] >>> (Long.SIZE - BITS);
        return space.equals(CLAIM) ? cut | 1 : cut & ~1L;
    }

    static boolean isClaim(long hash) {
        return (hash & 1) == 1;
    }
}
