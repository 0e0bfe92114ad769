package samdata.web.describe;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds out how a text is written while its bytes pass by: all of them are held against UTF-8, so that what is called UTF-8
 * is it to the last byte.
 */
final class EncodingEvidence {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int MOST_DETECTED = 4_000_000;

    private final UniversalDetector detector = new UniversalDetector();
    private final byte[] begin = new byte[4096];
    private int begun;
    private long detected;
    private long line = 1;
    private long letters;
    private long high;
    private long sequences;
    private long wrong;
    private long firstWrongLine;
    private int firstWrongByte;
    private int lead;
    private int needed;
    private int lower;
    private int upper;

    void see(byte[] bytes, int length) {
        int kept = Math.min(length, begin.length - begun);
        System.arraycopy(bytes, 0, begin, begun, kept);
        begun += kept;
        long before = high;
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b >= 0 && needed == 0) {
                if (b == '\n') line++;
                else if ((b | 0x20) >= 'a' && (b | 0x20) <= 'z') letters++;
            } else see(b);
        }
        if (high > before && detected < MOST_DETECTED && !detector.isDone()) {
            detector.handleData(bytes, 0, length);
            detected += length;
        }
    }

    private void see(byte b) {
        int value = b & 0xFF;
        if (needed > 0) {
            if (value >= lower && value <= upper) {
                high++;
                lower = 0x80;
                upper = 0xBF;
                if (--needed == 0) sequences++;
                return;
            }
            needed = 0;
            wrong(lead);
            if (b >= 0) {
                if (b == '\n') line++;
                return;
            }
        }
        high++;
        lead = value;
        begin(value);
    }

    /** The well-formed sequences of the Unicode Standard, table 3-7. */
    private void begin(int value) {
        lower = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
        upper = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
        if (value >= 0xC2 && value <= 0xDF) needed = 1;
        else if (value >= 0xE0 && value <= 0xEF) needed = 2;
        else if (value >= 0xF0 && value <= 0xF4) needed = 3;
        else wrong(value);
    }

    private void wrong(int value) {
        if (wrong++ == 0) {
            firstWrongLine = line;
            firstWrongByte = value;
        }
    }

    /** The first bytes of the file. */
    byte[] begin() {
        return Arrays.copyOf(begin, begun);
    }

    /** @throws UnreadableFile when the text is UTF-8 for the most part and broken in places, or no text */
    Encoding decide(String file) throws UnreadableFile {
        if (needed > 0) wrong(lead);
        @Nullable Encoding marked = marked();
        if (marked != null && !marked.charset().equals(StandardCharsets.UTF_8)) return marked;
        if (wrong == 0 && !hasZeros())
            return marked != null
                    ? marked
                    : new Encoding(
                            StandardCharsets.UTF_8,
                            high == 0 ? "certain: all is ASCII" : "certain: every byte fits",
                            0);
        if (hasZeros()) return wide(file);
        if (marked != null || sequences > 10 * wrong)
            throw new UnreadableFile(String.format(
                    Locale.ROOT,
                    "%s, line %d: byte 0x%02X is no UTF-8, though %d other characters are; mend it, or say --encoding",
                    file,
                    firstWrongLine,
                    firstWrongByte,
                    sequences));
        return single();
    }

    /** What the caller says, without the byte order mark, if there is one. */
    Encoding said(Charset charset) {
        @Nullable Encoding marked = marked();
        int mark = marked != null && marked.charset().equals(charset) ? marked.mark() : 0;
        return new Encoding(charset, "as you say", mark);
    }

    private @Nullable Encoding marked() {
        if (begins(0xEF, 0xBB, 0xBF)) return new Encoding(StandardCharsets.UTF_8, "certain: byte order mark", 3);
        if (begins(0xFF, 0xFE, 0, 0)) return new Encoding(Charset.forName("UTF-32LE"), "certain: byte order mark", 4);
        if (begins(0xFF, 0xFE)) return new Encoding(StandardCharsets.UTF_16LE, "certain: byte order mark", 2);
        if (begins(0xFE, 0xFF)) return new Encoding(StandardCharsets.UTF_16BE, "certain: byte order mark", 2);
        return null;
    }

    private boolean begins(int... bytes) {
        if (begun < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if ((begin[i] & 0xFF) != bytes[i]) return false;
        return true;
    }

    private boolean hasZeros() {
        return zeros(0) + zeros(1) > 0;
    }

    private int zeros(int from) {
        int zeros = 0;
        for (int i = from; i < begun; i += 2) if (begin[i] == 0) zeros++;
        return zeros;
    }

    /** In UTF-16 without a mark, every second byte of western text is zero. */
    private Encoding wide(String file) throws UnreadableFile {
        String why = "likely: zeros in every other byte, no byte order mark";
        int half = begun / 2;
        if (zeros(0) > 0.4 * half && zeros(1) == 0) return new Encoding(StandardCharsets.UTF_16BE, why, 0);
        if (zeros(1) > 0.4 * half && zeros(0) == 0) return new Encoding(StandardCharsets.UTF_16LE, why, 0);
        throw new UnreadableFile(file + " holds zero bytes, as no text does; wanted text in CSV, TSV or JSON Lines");
    }

    /**
     * In western languages letters beyond ASCII are the few. There windows-1252 is taken, as browsers do for ISO 8859-1
     * (encoding.spec.whatwg.org), since detectors are weak on few characters; otherwise Mozilla's detector is asked.
     */
    private Encoding single() {
        detector.dataEnd();
        @Nullable String name = detector.getDetectedCharset();
        boolean western = high < 0.3 * (letters + high);
        if (!western && name != null && Charset.isSupported(name))
            return new Encoding(
                    Charset.forName(name),
                    "a guess from how often each character occurs; --encoding says otherwise",
                    0);
        return new Encoding(WINDOWS_1252, "likely: no UTF-8, and western text; --encoding says otherwise", 0);
    }
}
