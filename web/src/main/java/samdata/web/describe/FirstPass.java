package samdata.web.describe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Reads a file once from end to end: its size, its hash, and what its bytes say of the encoding. */
record FirstPass(FileFacts facts, EncodingEvidence evidence) {
    static FirstPass over(Path file, boolean text, LongConsumer read) throws IOException {
        MessageDigest sha256 = sha256();
        var evidence = new EncodingEvidence();
        long bytes = 0;
        byte[] part = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                sha256.update(part, 0, length);
                if (text || bytes == 0) evidence.see(part, length);
                bytes += length;
                read.accept(length);
            }
        }
        return new FirstPass(new FileFacts(bytes, HexFormat.of().formatHex(sha256.digest())), evidence);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
