package samdata.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
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
    private final ConcurrentMap<String, Guesses> wrong = new ConcurrentHashMap<>();

    private AdminToken(String token, Optional<Path> file) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.file = file;
    }

    /**
     * The token that is set, else the one kept in the data folder, made when there is none; only its owner can read it.
     *
     * @throws IllegalStateException with one clear line, when the file is empty: nobody could hold that token
     */
    public static AdminToken open(Path data, Optional<String> set) {
        if (set.isPresent()) return new AdminToken(set.get(), Optional.empty());
        Path file = data.resolve(FILE);
        try {
            if (!Files.exists(file)) make(file);
            String kept = Files.readString(file).strip();
            if (kept.isEmpty())
                throw new IllegalStateException(
                        "The admin's token in " + file + " is empty; delete the file to have a new one made");
            return new AdminToken(kept, Optional.of(file));
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
        if (!matches(sent)) throw invalid(request);
        wrong.remove(String.valueOf(request.getRemoteAddr()));
    }

    /** @throws Problem 401 when the request carries a token that is not ours, even for what needs none */
    void refuseWrong(HttpServletRequest request) {
        String sent = request.getHeader("Authorization");
        if (sent != null && sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && !matches(sent))
            throw invalid(request);
    }

    private Problem invalid(HttpServletRequest request) {
        delay(String.valueOf(request.getRemoteAddr()));
        return Problem.unauthorized("The token is not valid.");
    }

    private boolean matches(@Nullable String header) {
        return header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        token, header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    /** One after the other for an address, so that guesses sent at once do not share one wait. */
    private void delay(String address) {
        if (wrong.size() > REMEMBERED) wrong.clear();
        Guesses guesses = wrong.computeIfAbsent(address, any -> new Guesses());
        guesses.turn.lock();
        try {
            guesses.times++;
            Thread.sleep(Math.min(LONGEST_DELAY.toMillis(), 100L << Math.min(guesses.times, 20)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            guesses.turn.unlock();
        }
    }

    /** Whole and readable by its owner alone, or not there. */
    private static void make(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        Path written = Files.createTempFile(
                folder, FILE, "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(HexFormat.of().formatHex(random) + "\n"));
            channel.force(true);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static final class Guesses {
        final ReentrantLock turn = new ReentrantLock(true);
        int times;
    }
}
