package samdata.web.describe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes were read, part by part. */
final class CountedStream extends FilterInputStream {
    private final LongConsumer read;

    CountedStream(InputStream in, LongConsumer read) {
        super(in);
        this.read = read;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) read.accept(1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        if (count > 0) read.accept(count);
        return count;
    }
}
