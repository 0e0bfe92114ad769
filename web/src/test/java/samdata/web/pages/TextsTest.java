package samdata.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import samdata.catalog.licence.Use;
import samdata.catalog.licence.Verdict;
import samdata.catalog.suitability.Level;
import samdata.catalog.suitability.Status;
import samdata.harvester.run.Outcome;

@NullUnmarked
class TextsTest {
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([a-z0-9.]+[a-z0-9])\"");
    private static final Pattern CHOSEN = Pattern.compile("\\? \"([a-z]+\\.[a-z.]+)\" : \"([a-z]+\\.[a-z.]+)\"");
    private static final Pattern COUNTED = Pattern.compile("\\bcount\\(\\s*\"([a-z0-9.]*[a-z0-9])\"");

    @Test
    void everyLanguageHasTheSameKeys() {
        var texts = Texts.load();

        assertThat(texts).containsOnlyKeys("en", "sv");
        assertThat(texts.get("sv").keys()).isEqualTo(texts.get("en").keys());
        assertThat(texts.get("sv").keys()).hasSizeGreaterThan(100);
    }

    @Test
    void everyKeyThatIsUsedExistsAndNoneIsLeftOver() throws IOException {
        Set<String> used = new TreeSet<>(computedKeys());
        for (String source : sources()) {
            SAID.matcher(source).results().map(found -> found.group(1)).forEach(used::add);
            CHOSEN.matcher(source).results().flatMap(TextsTest::both).forEach(used::add);
            COUNTED.matcher(source)
                    .results()
                    .flatMap(found -> Stream.of(found.group(1) + ".one", found.group(1) + ".many"))
                    .forEach(used::add);
        }

        assertThat(Texts.load().get("en").keys()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void aTextThatDoesNotExistIsRefused() {
        var texts = Texts.load().get("en");

        assertThatThrownBy(() -> texts.say("no.such.text")).hasMessageContaining("no.such.text");
    }

    @Test
    void numbersAndTimesAreWrittenAsTheLanguageWritesThem() {
        var english = Texts.load().get("en");
        var swedish = Texts.load().get("sv");

        assertThat(english.number(1234567)).isEqualTo("1,234,567");
        assertThat(swedish.number(1234567)).isEqualTo("1\u00a0234\u00a0567");
        assertThat(english.count("search.total", 1)).isEqualTo("1 dataset");
        assertThat(swedish.count("search.total", 2)).isEqualTo("2 datamängder");
        assertThat(english.bytes(1_534_000)).isEqualTo("1.5\u00a0MB");
        assertThat(english.bytes(999)).isEqualTo("999\u00a0B");
        assertThat(english.date("2026-11-23T10:00:00Z")).isEqualTo("23 Nov 2026");
        assertThat(english.date("autumn 2026")).isEqualTo("autumn 2026");
        assertThat(english.time(Instant.parse("2026-11-23T10:05:00Z"))).isEqualTo("23 Nov 2026, 10:05\u00a0UTC");
        assertThat(english.duration(Duration.ofSeconds(75))).isEqualTo("1\u00a0min 15\u00a0s");
        assertThat(english.duration(Duration.ofHours(24))).isEqualTo("24\u00a0h");
        assertThat(english.duration(Duration.ofMillis(20))).isEqualTo("20\u00a0ms");
    }

    /** Keys that end in a word of the data. */
    private static Set<String> computedKeys() {
        Stream<String> outcomes = Stream.of(Outcome.values()).map(outcome -> "outcome." + outcome.word());
        Stream<String> uses = Stream.of(Use.values()).map(use -> "use." + use.id());
        Stream<String> verdicts = Stream.of(Verdict.values())
                .map(verdict -> "verdict." + verdict.word())
                .flatMap(verdict -> Stream.of(verdict, verdict + ".more"));
        Stream<String> kinds =
                Stream.of("dataset", "licence", "unrecognised", "missing").map(kind -> "combine.kind." + kind);
        Stream<String> sorts =
                Stream.of("relevance", "newest", "quality", "title").map(sort -> "search.sort." + sort);
        Stream<String> severities = Stream.of("violation", "warning", "info")
                .flatMap(word ->
                        Stream.of("severity." + word, "findings." + word + ".one", "findings." + word + ".many"));
        Stream<String> roles = Stream.of("publisher", "creator", "contributor").map(role -> "role." + role);
        Stream<String> errors = Stream.of("missing", "refused", "broken")
                .flatMap(kind -> Stream.of("error." + kind, "error." + kind + ".more"));
        Stream<String> levels = Stream.of(Level.values())
                .flatMap(level -> Stream.of("level." + level.word(), "level." + level.word() + ".what"));
        Stream<String> statuses = Stream.of(Status.values()).map(status -> "status." + status.word());
        Stream<String> lists = Stream.of("list.and", "list.or");
        Stream<String> languages = Texts.LANGUAGES.stream().map(lang -> "language." + lang);
        return Stream.of(
                        outcomes,
                        Stream.of("outcome.running"),
                        uses,
                        verdicts,
                        kinds,
                        sorts,
                        severities,
                        roles,
                        errors,
                        levels,
                        statuses,
                        lists,
                        languages)
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
    }

    private static Stream<String> both(MatchResult found) {
        return Stream.of(found.group(1), found.group(2));
    }

    private static Set<String> sources() throws IOException {
        Set<String> texts = new TreeSet<>();
        for (String folder : new String[] {"src/main/jte", "src/main/java/samdata/web/pages"}) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
