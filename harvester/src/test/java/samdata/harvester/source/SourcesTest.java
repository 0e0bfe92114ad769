package samdata.harvester.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    Path data;

    @Test
    void whatWasRegisteredIsThereAfterARestart() {
        var sources = Sources.open(data);
        var mills = sources.add(
                Source.of("mills", "https://mills.example/c", "ckan", "https://mills.example/", "6h", null));
        var never = sources.add(Source.of("never", "https://never.example/", null, null, "never", "public"));
        sources.add(Source.of("gone", "https://gone.example/", null, null, null, null));
        sources.remove("gone");

        assertThat(Sources.open(data).list()).containsExactly(mills, never);
        assertThat(mills.every()).contains(Duration.ofHours(6));
        assertThat(mills.everyText()).isEqualTo("6h");
        assertThat(never.every()).isEmpty();
    }

    @Test
    void aTakenIdIsRefused() {
        var sources = Sources.open(data);
        sources.add(Source.of("mills", "https://mills.example/c", null, null, null, null));

        assertThatThrownBy(() -> sources.add(Source.of("mills", "https://other.example/", null, null, null, null)))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.reason()).isEqualTo(SourceException.Reason.TAKEN))
                .hasMessageContaining("mills is taken by https://mills.example/c");
    }

    @Test
    void whatCannotBeASourceIsRefusedInOneLine() {
        refused("Mills!", "https://mills.example/", null, null, "\"Mills!\"");
        refused("a/../b", "https://mills.example/", null, null, "a-z, 0-9");
        refused("mills", "no url", null, null, "\"no url\" is not a URL");
        refused("mills", "ftp://mills.example/", null, null, "http:// or https://");
        refused("mills", "https:///x", null, null, "names no host");
        refused("mills", "https://me:secret@mills.example/", null, null, "no user name");
        refused("mills", "https://mills.example/", "soon", null, "not \"soon\"");
        refused("mills", "https://mills.example/", "200000d", null, "at least every 366d, or never");
        refused("mills", "https://mills.example/", "P106751991167300D", null, "not every \"P106751991167300D\"");
        refused("mills", "https://mills.example/", null, "consortium:x", "only be \"public\" in this version");
    }

    private static void refused(
            String id, String url, @Nullable String every, @Nullable String visibility, String why) {
        assertThatThrownBy(() -> Source.of(id, url, null, null, every, visibility))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(why)
                .message()
                .doesNotContain("\n", "secret");
    }
}
