package samdata.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How real publishers write licences, in corpora that nobody here wrote; skipped where they are not at hand. */
class LicenceCorporaTest {
    private static final String FOLDER = "SAMDATA_CORPORA";
    private static final Scheme LICENCES = Schemes.load().licences();
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\R(.*?)\\R---", Pattern.DOTALL);
    private static final Pattern LICENSE = Pattern.compile("(?m)^license:[ ]*(.*)((?:\\R(?:- |  ).*)*)");
    private static final Pattern LISTED = Pattern.compile("[\"']?([^\\s\"']+)[\"']?\\s*");
    private static final Pattern ADDRESS = Pattern.compile("https?://(?:www\\.)?"
            + "(?:creativecommons\\.org/(?:licenses|publicdomain)/(?:by|zero|mark)"
            + "|opendatacommons\\.org/licenses/|spdx\\.org/licenses/|opendefinition\\.org/licenses/"
            + "|publications\\.europa\\.eu/resource/authority/licence/CC|dcat-ap\\.de/def/licenses/[cd]"
            + "|opensource\\.org/licenses?/(?:MIT|mit|bsd)|choosealicense\\.com/licenses/)[^\\s\"'`<>()|;,\\\\]*");

    /** The same figures were counted by another YAML library. */
    @ParameterizedTest
    @CsvSource({
        "NOASSERTION, 184",
        "CC-BY-4.0, 65",
        "MIT, 46",
        "CC-BY-SA-4.0, 32",
        "CC-BY-SA-3.0, 21",
        "Apache-2.0, 20",
        "CC-BY-3.0, 14",
        "CC0-1.0, 13",
        "CC-BY-NC-SA-4.0, 9",
        "CC-BY-NC-4.0, 8",
        "C-UDA-1.0, 7",
        "CC-BY-NC-ND-4.0, 5",
        "GPL-3.0-only, 5",
        "CC-BY-NC-SA-3.0, 5"
    })
    void theCardsOfHuggingFaceCountTheSameUnderOurIds(String id, long cards) throws IOException {
        assertThat(cards()).containsEntry(id, cards).doesNotContainKey("");
    }

    @Test
    void everyAddressOfALicenceThatACatalogueGivesIsRecognised() throws IOException {
        Set<String> missed = new TreeSet<>();
        for (Path file : files("catalogues")) {
            Matcher matcher = ADDRESS.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (matcher.find()) {
                String address = matcher.group().replaceFirst("[.}\\]]+$", "");
                if (LICENCES.recognise(NodeFactory.createURI(address)).isEmpty()) missed.add(address);
            }
        }

        // one of them was cut off by its publisher
        assertThat(missed).isSubsetOf("https://creativecommons.org/licenses/by-sa/4.0/e");
    }

    private static Map<String, Long> cards() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (Path file : files("catalogues/hf-cards")) {
            Matcher front = FRONT_MATTER.matcher(Files.readString(file));
            if (!front.find()) continue;
            Matcher license = LICENSE.matcher(front.group(1));
            if (!license.find()) continue;
            Set<String> ids = new TreeSet<>();
            for (String line : (license.group(1) + license.group(2)).split("\\R", -1)) {
                Matcher value = LISTED.matcher(line.replaceFirst("^[\\s-]+", ""));
                if (value.matches())
                    ids.add(LICENCES.recognise(value.group(1)).map(LICENCES::id).orElse(""));
            }
            ids.forEach(id -> counts.merge(id, 1L, Long::sum));
        }
        return counts;
    }

    private static List<Path> files(String folder) throws IOException {
        String corpora = System.getenv(FOLDER);
        Assumptions.assumeTrue(corpora != null, FOLDER + " names no folder of catalogues");
        Path path = Path.of(corpora).resolve(folder);
        Assumptions.assumeTrue(Files.isDirectory(path), path + " is not there");
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
