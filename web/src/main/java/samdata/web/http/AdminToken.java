package samdata.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The token that lets its holder change things. Compared in constant time and never logged; whoever sends wrong ones
 * waits longer for each answer.
 */
public final class AdminToken {
    private static final String FILE = "admin-token";
    private static final String SCHEME = "Bearer ";
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
    private static final int REMEMBERED = 10_000;

    private final byte[] token;
    private final Optional<Path> file;
    private final ConcurrentMap<String, Integer> wrong = new ConcurrentHashMap<>();

    private AdminToken(String token, Optional<Path> file) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.file = file;
    }

    /** The token that is set, else the one kept in the data folder, made when there is none; only its owner can read it. */
    public static AdminToken open(Path data, Optional<String> set) {
        if (set.isPresent()) return new AdminToken(set.get(), Optional.empty());
        Path file = data.resolve(FILE);
        try {
            if (!Files.exists(file)) make(file);
            return new AdminToken(Files.readString(file).strip(), Optional.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the admin's token in " + file, e);
        }
    }

    /** Where it is kept, when it was not set. */
    public Optional<Path> file() {
        return file;
    }

    public boolean isOn(HttpServletRequest request) {
        return matches(request.getHeader("Authorization"));
    }

    /** @throws Problem 401 when the request does not carry the token */
    public void require(HttpServletRequest request) {
        String sent = request.getHeader("Authorization");
        if (sent == null) throw Problem.unauthorized("This call needs the header \"Authorization: Bearer TOKEN\".");
        if (!matches(sent)) {
            delay(String.valueOf(request.getRemoteAddr()));
            throw Problem.unauthorized("The token is not valid.");
        }
        wrong.remove(String.valueOf(request.getRemoteAddr()));
    }

    private boolean matches(@Nullable String header) {
        return header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        token, header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    private void delay(String address) {
        if (wrong.size() > REMEMBERED) wrong.clear();
        int times = wrong.merge(address, 1, Integer::sum);
        try {
            Thread.sleep(Math.min(LONGEST_DELAY.toMillis(), 100L << Math.min(times, 20)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        } catch (FileAlreadyExistsException e) {
            // another process of ours was faster
        }
    }
}
