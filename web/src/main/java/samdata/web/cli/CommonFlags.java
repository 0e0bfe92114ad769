package samdata.web.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags every command over a data folder takes. Each is a setting, so a file or the environment can name it too. */
final class CommonFlags {
    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default: data).")
    private @Nullable String data = null;

    @Option(names = "--port", paramLabel = "N", description = "The site's port (default: 8080); 0 picks a free one.")
    private @Nullable String port = null;

    @Option(names = "--base-url", paramLabel = "URL", description = "What links begin with (default: localhost).")
    private @Nullable String baseUrl = null;

    @Option(names = "--config", paramLabel = "FILE", description = "A file of settings, one name=value a line.")
    private @Nullable String config = null;

    @Option(
            names = "--allow-address",
            paramLabel = "CIDR",
            description = "An address range that may be harvested besides public ones; repeatable.")
    private List<String> allowAddress = new ArrayList<>();

    @Option(
            names = "--shapes",
            paramLabel = "DIR",
            description = "A folder of SHACL files (*.ttl) by which descriptions are checked besides samdata's own.")
    private @Nullable String shapes = null;

    /** By setting name; what was not given is not there. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "data", data);
        put(settings, "port", port);
        put(settings, "base-url", baseUrl);
        put(settings, "config", config);
        put(settings, "shapes", shapes);
        if (!allowAddress.isEmpty()) settings.put("allow-address", String.join(",", allowAddress));
        return settings;
    }

    private static void put(Map<String, String> settings, String name, @Nullable String value) {
        if (value != null) settings.put(name, value);
    }
}
