package samdata.catalog.identity;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** A value that the descriptions of one dataset may share, put into one form. */
record Key(Space space, String value) {
    /** How many bits a {@link #hash} has; what is left of a long holds the number of a dataset. */
    static final int BITS = 42;

    /** The same for the same key everywhere; the last {@link Space#BITS} tell its space. */
    long hash() {
        byte[] bytes = (space.prefix() + value).getBytes(StandardCharsets.UTF_8);
        long[] hash = StringHelper.murmurhash3_x64_128(new BytesRef(bytes));
        return hash[0] >>> (Long.SIZE - BITS + Space.BITS) << Space.BITS | space.code();
    }

    static Space space(long hash) {
        return Space.of((int) (hash & ((1 << Space.BITS) - 1)));
    }

    /** A claim is the only kind of key that one source's datasets may be linked by. */
    static boolean isClaim(long hash) {
        return space(hash) == Space.CLAIM;
    }
}
