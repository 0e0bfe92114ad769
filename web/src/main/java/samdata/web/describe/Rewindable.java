package samdata.web.describe;

import java.io.IOException;
import java.io.Reader;

/** A reader that can go back to where the current record begins, and refuses records that are too long to be one. */
final class Rewindable extends Reader {
    private final Reader in;
    private final int longest;
    private char[] window = new char[1 << 16];
    private long start;
    private long kept;
    private int filled;
    private int next;

    /** @param longest how many characters are kept at most */
    Rewindable(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** More was read since the place to keep than can be kept. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** What stands before {@code position} is not needed any more. */
    void keepFrom(long position) {
        kept = position;
    }

    /** Reads on from {@code position}, which must be kept. */
    void rewind(long position) {
        next = Math.toIntExact(position - start);
    }

    long position() {
        return start + next;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (next == filled && !fill()) return -1;
        int count = Math.min(length, filled - next);
        System.arraycopy(window, next, into, from, count);
        next += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (filled == window.length) makeRoom();
        int count = in.read(window, filled, window.length - filled);
        if (count < 0) return false;
        filled += count;
        return true;
    }

    private void makeRoom() throws TooLong {
        int gone = Math.toIntExact(Math.min(kept - start, filled));
        if (gone < window.length / 2 && window.length >= longest) throw new TooLong();
        char[] into = gone < window.length / 2 ? new char[window.length * 2] : window;
        System.arraycopy(window, gone, into, 0, filled - gone);
        window = into;
        start += gone;
        filled -= gone;
        next -= gone;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
