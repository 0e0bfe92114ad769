package samdata.web.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import samdata.web.http.Problem;

/**
 * An answer kept back until it is whole, so that one that fails half-way still becomes an error with its own status, and
 * a slow client holds neither a read transaction nor a permit.
 */
final class HeldAnswer extends HttpServletResponseWrapper {
    private static final int WORTH_COMPRESSING = 1500;
    private static final int LARGEST = 100_000_000;

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final Sink sink = new Sink(held);

    HeldAnswer(HttpServletResponse response) {
        super(response);
    }

    /** Sends what was written, compressed when that is wanted and pays. */
    void send(boolean gzip) throws IOException {
        byte[] body = held.toByteArray();
        if (gzip && body.length > WORTH_COMPRESSING) {
            body = compressed(body);
            setHeader("Content-Encoding", "gzip");
        }
        addHeader("Vary", "Accept-Encoding");
        super.setContentLength(body.length);
        super.getOutputStream().write(body);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return sink;
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(sink, true, StandardCharsets.UTF_8);
    }

    /** What was written is forgotten; headers stay. */
    @Override
    public void reset() {
        held.reset();
    }

    @Override
    public void resetBuffer() {
        held.reset();
    }

    @Override
    public void flushBuffer() {}

    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        }
        return compressed.toByteArray();
    }

    private static final class Sink extends ServletOutputStream {
        private final ByteArrayOutputStream held;

        Sink(ByteArrayOutputStream held) {
            this.held = held;
        }

        @Override
        public void write(int b) {
            requireRoom(1);
            held.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            requireRoom(length);
            held.write(bytes, offset, length);
        }

        private void requireRoom(int more) {
            if (more > LARGEST - held.size())
                throw Problem.tooLarge("The answer has more than " + LARGEST
                        + " bytes; ask for less, or in parts with ORDER BY, LIMIT and OFFSET.");
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Answers are written by blocking calls");
        }
    }
}
