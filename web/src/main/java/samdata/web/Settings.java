package samdata.web;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import samdata.harvester.source.Durations;

/** What the operator wrote, by name: the file, over it the environment, over it the flags. */
final class Settings {
    private static final String PREFIX = "SAMDATA_";
    private static final String CONFIG = "config";
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})\\s*([KMGT]?)B?", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> written = new HashMap<>();
    private final List<String> known;

    /** @throws ConfigException for a name that is not {@code known}, or a file that cannot be read */
    Settings(List<String> known, Map<String, String> flags, Map<String, String> environment) {
        this.known = known;
        Map<String, String> environmentByName = named(environment);
        String file = flags.getOrDefault(CONFIG, environmentByName.getOrDefault(CONFIG, ""));
        if (!file.isEmpty()) written.putAll(read(Path.of(file)));
        written.putAll(environmentByName);
        flags.forEach((name, value) -> written.put(known(name, "--" + name), value));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(written.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Parts between commas. */
    List<String> list(String name) {
        return text(name).stream()
                .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    Duration duration(String name, Duration otherwise) {
        return text(name)
                .map(text ->
                        Durations.parse(text).orElseThrow(() -> wrong(name, text, "a duration such as 30s, 15m or 6h")))
                .orElse(otherwise);
    }

    /** A count or a size; {@code K M G T} are thousands, millions and so on. */
    long amount(String name, long otherwise) {
        @Nullable String text = text(name).orElse(null);
        if (text == null) return otherwise;
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) throw wrong(name, text, "a number such as 200, 20M or 1GB");
        long unit = 1;
        for (int i = " KMGT"
                        .indexOf(
                                (amount.group(2) + " ").toUpperCase(Locale.ROOT).charAt(0));
                i > 0;
                i--) unit *= 1000;
        long count = Long.parseLong(amount.group(1));
        if (count > Long.MAX_VALUE / unit) throw wrong(name, text, "a number that is not as large");
        return count * unit;
    }

    int number(String name, int otherwise, int lowest, int highest) {
        @Nullable String text = text(name).orElse(null);
        if (text == null) return otherwise;
        String digits = text.replaceFirst("\\s*%$", "");
        if (digits.matches("\\d{1,9}")) {
            int number = Integer.parseInt(digits);
            if (number >= lowest && number <= highest) return number;
        }
        throw wrong(name, text, "a number from " + lowest + " to " + highest);
    }

    Optional<URI> url(String name) {
        return text(name).map(text -> {
            try {
                URI url = new URI(text.replaceFirst("/+$", ""));
                if (url.getHost() != null && List.of("http", "https").contains(String.valueOf(url.getScheme())))
                    return url;
            } catch (URISyntaxException e) {
                // said below
            }
            throw wrong(name, text, "a URL such as https://data.example.org");
        });
    }

    private Map<String, String> named(Map<String, String> environment) {
        Map<String, String> names = new HashMap<>();
        known.forEach(name -> names.put(variable(name), name));
        Map<String, String> found = new HashMap<>();
        environment.forEach((variable, value) -> {
            if (!variable.startsWith(PREFIX)) return;
            @Nullable String name = names.get(variable);
            if (name == null)
                throw unknown(variable, known.stream().map(Settings::variable).toList());
            found.put(name, value);
        });
        return found;
    }

    private Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("Cannot read the settings in " + file + ": "
                    + (Files.exists(file) ? String.valueOf(e.getMessage()) : "there is no such file"));
        }
        Map<String, String> found = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> found.put(known(name, name + " in " + file), properties.getProperty(name)));
        return found;
    }

    private String known(String name, String as) {
        if (!known.contains(name)) throw unknown(as, known);
        return name;
    }

    private static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static ConfigException unknown(String name, List<String> known) {
        return new ConfigException("Unknown setting " + name + "; known are " + String.join(", ", known));
    }

    private static ConfigException wrong(String name, String value, String wanted) {
        return new ConfigException("The setting " + name + " is " + wanted + ", not \"" + value + "\"");
    }
}
