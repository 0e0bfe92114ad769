package samdata.harvester.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.jena.irix.IRIxResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainIrisTest {
    private static final String[] PIECES = {
        "http://",
        "https://",
        "http:/",
        "HTTP://",
        "ftp://",
        "urn:",
        "/",
        "/",
        "/",
        ".",
        "..",
        "a",
        "b.example",
        "x1",
        "7",
        "127.0.0.1",
        "999.1.2.3",
        "Host",
        "-",
        "--",
        "xn--a",
        "_",
        ":",
        "8080",
        "?",
        "?q=",
        "&",
        "=",
        "#",
        "%20",
        "%zz",
        "%",
        "å",
        "(",
        "~",
        "+",
        "@",
        "[",
        "]",
        "<",
        " ",
        "\\",
        "\u0001",
        "a".repeat(64),
        "2024-01",
        "A"
    };

    @Test
    void whatIsPlainIsWhatJenaMakesOfItWithoutComplaint() {
        var random = new Random(20261123);
        var resolver = IRIxResolver.create("http://base.example/a/b?c#d")
                .allowRelative(false)
                .build();
        int plain = 0;
        for (int i = 0; i < 200_000; i++) {
            var iri = random(random);
            if (!PlainIris.isPlain(iri)) continue;
            plain++;
            assertThat(resolver.resolve(iri).str()).isEqualTo(iri);
        }
        assertThat(plain).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://publications.europa.eu/resource/authority/file-type/CSV",
                "https://data.example/catalog.ttl?page=2&size=100#dataset_7",
                "http://www.w3.org/ns/dcat#Dataset"
            })
    void whatMostIrisLookLikeIsPlain(String iri) {
        assertThat(PlainIris.isPlain(iri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://",
                "http:///a",
                "dataset/7",
                "//a.example/b",
                "http://a.example",
                "http://a.example/./b",
                "http://a.example/b/..",
                "http://a..example/",
                "http://10.1.2.3/",
                "http://a.example:80/",
                "http://a.example/å",
                "http://a.example/#a#b",
                "http://a.example/a b"
            })
    void whatMayHaveToBeResolvedOrComplainedOfIsNot(String iri) {
        assertThat(PlainIris.isPlain(iri)).isFalse();
    }

    private static String random(Random random) {
        var iri =
                new StringBuilder(random.nextInt(3) > 0 ? "http://" + (random.nextBoolean() ? "a.example/" : "") : "");
        for (int i = random.nextInt(7); i > 0; i--) iri.append(PIECES[random.nextInt(PIECES.length)]);
        return iri.toString();
    }
}
