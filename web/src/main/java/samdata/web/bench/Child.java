package samdata.web.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A samdata of its own process, so that its start and its memory are what an operator would see. */
final class Child implements AutoCloseable {
    static final String TOKEN = "bench";
    private static final String READY = "samdata ready on ";
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");

    private final Process process;
    private final String url;
    private final double secondsToReady;

    private Child(Process process, String url, double secondsToReady) {
        this.process = process;
        this.url = url;
        this.secondsToReady = secondsToReady;
    }

    /** @throws IOException when it ends before it is ready */
    static Child serve(Path launcher, Path data) throws IOException {
        long began = System.nanoTime();
        Process process = start(
                launcher, List.of("serve", "--data", data.toString(), "--port", "0", "--allow-address", "127.0.0.0/8"));
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        while (line != null && !line.startsWith(READY)) line = lines.readLine();
        if (line == null) throw new IOException("./samdata serve ended before it was ready");
        return new Child(process, line.substring(READY.length()), (System.nanoTime() - began) / 1e9);
    }

    /**
     * What a command of samdata prints, when it has ended.
     *
     * @throws IOException when it fails
     */
    static String answer(Path launcher, List<String> arguments) throws IOException {
        Process process = start(launcher, arguments);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.onExit().join().exitValue();
        if (code != 0) throw new IOException("./samdata " + arguments.getFirst() + " ended with " + code);
        return printed;
    }

    private static Process start(Path launcher, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of("SAMDATA_ADMIN_TOKEN", TOKEN));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        // a bench that is stopped leaves nothing running
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-child"));
        return process;
    }

    /** How many seconds of a processor its threads have taken so far; 0 where the system does not tell. */
    static double processor(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    double processor() {
        return processor(process.toHandle());
    }

    String url() {
        return url;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** The most memory it ever had, in MB; 0 where the system does not tell. */
    double peakMemory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) return 0;
        Matcher peak = PEAK.matcher(Files.readString(status));
        return peak.find() ? Long.parseLong(peak.group(1)) / 1024.0 : 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
