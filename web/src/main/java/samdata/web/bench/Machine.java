package samdata.web.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a bench ran on, without which its figures say nothing. */
record Machine(int cores, long memoryGb, String processor, String system, String jdk) {
    private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.*)$");

    static Machine here() {
        long memory =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                        ? os.getTotalMemorySize()
                        : 0;
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Math.round(memory / 1e9),
                model(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.version"));
    }

    private static String model() {
        try {
            Matcher model = MODEL.matcher(Files.readString(Path.of("/proc/cpuinfo")));
            return model.find() ? model.group(1).strip() : "unknown processor";
        } catch (IOException e) {
            return "unknown processor";
        }
    }

    String text() {
        return cores + " cores (" + processor + "), " + memoryGb + " GB memory, " + system + ", " + jdk;
    }
}
