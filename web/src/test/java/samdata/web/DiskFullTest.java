package samdata.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole samdata on a small disk: a file system in memory that only its process sees, and that goes with it. */
class DiskFullTest {
    private static final String MOUNT = "mount -t tmpfs -o size=400m tmpfs \"$0\" && exec \"$@\"";

    @TempDir
    Path disk;

    @Test
    void onAFullDiskEverythingIsReadWritesSaySoAndWithRoomAllIsWell() throws Exception {
        List<String> own = ownFileSystems();
        assumeTrue(!own.isEmpty(), "this machine lets no process of this user mount a file system");
        List<String> command = new ArrayList<>(own);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx600m", "-XX:+UseSerialGC", "-Dtdb:store.enableInlineLiterals=false"));
        command.add("-Dsamdata.long=" + Boolean.getBoolean("samdata.long"));
        command.add("-Dsamdata.seed=" + Long.getLong("samdata.seed", System.nanoTime()));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SmallDisk.class.getName()));
        command.add(disk.toString());

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        said.lines().filter(line -> line.startsWith("disk full:")).forEach(System.out::println);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("all is well");
    }

    /** How a process gets a view of the file systems of its own: as root, or as root of a name space of its own. */
    private List<String> ownFileSystems() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/unshare"))) return List.of();
        for (String how : new String[] {"-m", "-Urm"}) {
            List<String> own = List.of("unshare", how, "sh", "-c", MOUNT, disk.toString());
            List<String> trial = new ArrayList<>(own);
            trial.add("true");
            Process process = new ProcessBuilder(trial)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() == 0) return own;
        }
        return List.of();
    }
}
