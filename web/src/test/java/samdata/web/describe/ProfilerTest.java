package samdata.web.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilerTest {
    private static final String PEOPLE = """
            id,born,seen,height,member,town,code,note
            1,1990-01-31,2025-01-01T10:00:00Z,1.80,true,Umeå,007,first secret
            2,1991-02-28,2025-01-02 11:30,1.75,false,Umeå,008,"second, secret"
            3,,2025-01-03T10:00:00+01:00,NA,true,Luleå,009,third "secret
            4,1993-04-30,2025-01-04T10:00:00.125,2,TRUE,Luleå,010,
            """;

    @TempDir
    Path folder;

    @Test
    void columnsAreTypedAndMissingCellsCounted() throws Exception {
        Profile profile = csv(PEOPLE);

        assertThat(profile.rows()).isEqualTo(4);
        assertThat(types(profile))
                .isEqualTo(
                        "id integer 0, born date 1, seen dateTime 0, height decimal 1, member boolean 0, town text 0,"
                                + " code text 0, note text 1");
        assertThat(profile.missingShare()).isEqualTo(3 / 32.0);
        assertThat(profile.broken().count()).isZero();
    }

    @Test
    void noValueLeavesTheFileUnlessAskedFor() throws Exception {
        Path file = write("people.csv", PEOPLE.getBytes(StandardCharsets.UTF_8));
        Profile closed = profile(file, Asked.nothing().target("town"));
        Profile open = profile(file, Asked.nothing().target("town").showingValues());

        String said = String.join("\n", Summary.of(closed)) + DraftText.of(Draft.of(closed)) + Croissant.of(closed);

        assertThat(said).doesNotContain("Ume", "Lule", "secret", "1990", "1.8", "007");
        assertThat(closed.columns()).allMatch(column -> column.range().isEmpty());
        assertThat(String.join("\n", Summary.of(open)))
                .contains("Umeå: 2 (50.0 %)", "1990-01-31 to 1993-04-30", "1.75 to 2");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, windows-1252",
        "ISO-8859-1, windows-1252",
        "UTF-8, UTF-8",
        "UTF-16LE, UTF-16LE",
        "UTF-16BE, UTF-16BE",
        "UTF-16, UTF-16BE"
    })
    void aHeaderInAnyUsualEncodingIsRead(String written, String found) throws Exception {
        Path file = write("odd.csv", "Längd;Ålder\n1,80;33\n1,75;41\n".getBytes(Charset.forName(written)));

        Profile profile = profile(file, Asked.nothing());

        assertThat(types(profile)).isEqualTo("Längd decimal 0, Ålder integer 0");
        assertThat(profile.delimiter()).contains(';');
        assertThat(profile.encoding().orElseThrow().charset()).isEqualTo(Charset.forName(found));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws Exception {
        assertThat(types(csv("\uFEFFa,b\n1,2\n"))).isEqualTo("a integer 0, b integer 0");
    }

    @Test
    void utf8ThatIsBrokenInOnePlaceIsNotTakenForAnotherEncoding() throws Exception {
        byte[] bytes = ("namn,ort\n" + "Åsa,Malmö\n".repeat(20) + "?,x\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xE5;
        Path file = write("broken.csv", bytes);

        assertThatThrownBy(() -> profile(file, Asked.nothing()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageStartingWith("broken.csv, line 22: byte 0xE5 is no UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsFound(String delimiter) throws Exception {
        String text = "a,b,c\n1,\"x,y;z\",2\n3,\"p|q\tr\",4\n"
                .replace("\",", "\"\u0000")
                .replace(",\"", "\u0000\"");
        Profile profile = csv(text.replace("a,b,c", "a\u0000b\u0000c").replace("\u0000", delimiter));

        assertThat(profile.columns()).hasSize(3);
        assertThat(profile.broken().count()).isZero();
    }

    @Test
    void brokenRowsAreToldByLineAndTheOthersAreCounted() throws Exception {
        String rows = IntStream.rangeClosed(2, 1000)
                .mapToObj(i -> switch (i) {
                    case 5 -> "5,\"never closed,x";
                    case 9 -> "9,\"closed\" too early,x";
                    case 12 -> "12,too,many,fields";
                    case 15 -> "15,\"two\nlines\",x";
                    case 20 -> "20";
                    default -> i + ",\"name, quoted\",x";
                })
                .collect(Collectors.joining("\n"));

        Profile profile = csv("id,name,kind\n" + rows + "\n");

        assertThat(profile.broken().first().stream().map(BrokenRows.Place::line))
                .containsExactly(5L, 9L, 12L, 21L);
        assertThat(profile.broken().first().get(0).why()).contains("quote");
        assertThat(profile.broken().first().get(2).why()).isEqualTo("4 fields, where the header has 3");
        assertThat(profile.rows()).isEqualTo(995);
        assertThat(profile.broken().tooMany(profile.rows())).isFalse();
    }

    @Test
    void aQuoteThatSwallowsTheFileIsNoticed() throws Exception {
        Profile profile = csv("id,name\n1,a\n2,\"b\n" + "3,c\n".repeat(500));

        assertThat(profile.broken().first())
                .containsExactly(new BrokenRows.Place(3, "a quote opens and is never closed"));
        assertThat(profile.rows()).isEqualTo(501);
    }

    @Test
    void whatIsNoTableIsSaidInOneLine() throws Exception {
        refused("empty.csv", "", "empty.csv is empty; wanted CSV");
        refused("empty.jsonl", "", "empty.jsonl is empty; wanted JSON Lines");
        refused("header.csv", "a,b\n", "header.csv has 2 columns and no row");
        refused("blank.csv", "\n\n  \n", "blank.csv holds nothing but blanks");
        refused(
                "list.jsonl",
                "[1, 2]\n",
                "list.jsonl holds no JSON object (line 1: a JSON array, where an object was wanted)");
        refused("text.parquet", "not parquet at all", "text.parquet is no Parquet file");
        refused("book.csv", "PK\u0003\u0004....", "book.csv is a ZIP file");
        refused("data.csv", "PAR1........PAR1", "data.csv is a Parquet file");
        refused("measured.csv", "1.5,2\n2.5,3\n", "measured.csv, line 1: looks like data");
    }

    @Test
    void codesThatBeginWithAZeroStayTextAndAreSaidToBe() throws Exception {
        ColumnProfile zip =
                csv("town,zip\nHolyoke,01040\nAlbany,12207\n").columns().get(1);

        assertThat(zip.type()).isEqualTo(ColumnType.TEXT);
        assertThat(zip.remark()).isEqualTo("codes, some of which begin with a zero");
    }

    @Test
    void namesThatAreMissingOrTwiceAreTold() throws Exception {
        Profile profile = csv("a,,a\n1,2,3\n");

        assertThat(profile.columns().stream().map(ColumnProfile::name)).containsExactly("a", "column-2", "a-2");
        assertThat(profile.remarks()).hasSize(2);
    }

    @Test
    void classesOfATargetAreCountedAndNumbered() throws Exception {
        Profile profile = profile(
                write(
                        "t.csv",
                        ("x,y\n" + "1,cat\n".repeat(30) + "2,dog\n".repeat(10)).getBytes(StandardCharsets.UTF_8)),
                Asked.nothing().target("y"));

        assertThat(profile.target()).get().isInstanceOfSatisfying(Target.Classes.class, classes -> {
            assertThat(classes.classes()).containsExactly(new Target.ClassCount("", 30), new Target.ClassCount("", 10));
            assertThat(classes.balance()).isEqualTo(1 / 3.0);
        });
    }

    @Test
    void aTargetOfNumbersOrOfFreeTextHasNoClasses() throws Exception {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> i * 0.5 + ",text " + i + "\n")
                .collect(Collectors.joining());
        Path file = write("t.csv", ("x,y\n" + rows).getBytes(StandardCharsets.UTF_8));

        assertThat(profile(file, Asked.nothing().target("x")).target()).contains(new Target.Numeric("x"));
        assertThat(profile(file, Asked.nothing().target("y")).target()).get().isInstanceOf(Target.None.class);
        assertThatThrownBy(() -> profile(file, Asked.nothing().target("z")))
                .isInstanceOf(UnknownColumn.class)
                .hasMessage("There is no column \"z\"; there are x, y");
    }

    @Test
    void jsonLinesAreTypedAndBrokenLinesTold() throws Exception {
        String good =
                "{\"id\": 7, \"at\": \"2025-01-01\", \"who\": {\"name\": \"secret\", \"age\": 3.5}, \"tags\": [1, 2], \"ok\": true}\n";
        Profile profile = profile(
                write(
                        "t.jsonl",
                        (good.repeat(300) + "{\"id\": secret}\n[1]\n" + "{\"id\": null}\n")
                                .getBytes(StandardCharsets.UTF_8)),
                Asked.nothing());

        assertThat(types(profile))
                .isEqualTo(
                        "id integer 1, at date 1, who.name categorical 1, who.age decimal 1, tags list 1, ok boolean 1");
        assertThat(profile.broken().first().stream().map(BrokenRows.Place::line))
                .containsExactly(301L, 302L);
        assertThat(String.join("\n", Summary.of(profile))).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd", "gzip", "lz4_raw", "uncompressed"})
    void parquetIsReadInEveryUsualCompression(String codec) throws Exception {
        Path file = resource(codec + ".parquet");

        Profile profile = profile(file, Asked.nothing().target("colour"));

        assertThat(profile.rows()).isEqualTo(1000);
        assertThat(types(profile))
                .isEqualTo(
                        "id integer 0, ok boolean 0, measure decimal 100, price decimal 0, wide decimal 0, day date 0,"
                                + " moment dateTime 0, colour categorical 0, note text 250, place.x integer 200, place.y decimal 600,"
                                + " parts list 143, pairs list 0, raw binary 0, small integer 0");
        assertThat(profile.columns().get(14).distinct()).isEqualTo(new ColumnProfile.Distinct(200, true));
        assertThat(profile.target())
                .get()
                .isInstanceOfSatisfying(
                        Target.Classes.class,
                        classes -> assertThat(classes.classes().stream().map(Target.ClassCount::rows))
                                .containsExactly(334L, 333L, 333L));
    }

    @Test
    void valuesOfParquetAreThoseThatWereWritten() throws Exception {
        Profile profile = profile(resource("zstd.parquet"), Asked.nothing().showingValues());

        assertThat(profile.columns().get(3).range()).contains(new ColumnProfile.Range("0", "1248.75", "624.375"));
        assertThat(profile.columns().get(5).range()).contains(new ColumnProfile.Range("2025-01-01", "2025-01-30", ""));
        assertThat(profile.columns().get(6).range())
                .contains(new ColumnProfile.Range("2025-01-01T10:00:00", "2025-01-02T02:39:00", ""));
    }

    @Test
    void aCompressionThatIsNotReadIsNamed() throws Exception {
        assertThatThrownBy(() -> profile(resource("brotli.parquet"), Asked.nothing()))
                .hasMessage("brotli.parquet is compressed with BROTLI; wanted snappy, zstd, gzip, lz4 or none");
    }

    @Test
    void aParquetFileThatIsCutOffIsSaidToBe() throws Exception {
        byte[] whole = Files.readAllBytes(resource("snappy.parquet"));
        Path half = write("half.parquet", Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> profile(half, Asked.nothing()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageStartingWith("half.parquet is cut off");
    }

    @Test
    void moreDifferentValuesThanAreKeptAreEstimated() throws Exception {
        String rows = IntStream.range(0, 300_000).mapToObj(Integer::toString).collect(Collectors.joining("\n"));

        ColumnProfile.Distinct distinct = csv("id,\n" + rows.replace("\n", ",\n") + ",\n")
                .columns()
                .getFirst()
                .distinct();

        assertThat(distinct.exact()).isFalse();
        assertThat(distinct.count()).isBetween(285_000L, 315_000L);
    }

    @Test
    void aFileOfManyTimesTheMemoryIsProfiled() throws Exception {
        Path large = folder.resolve("large.csv");
        String block = IntStream.range(0, 20_000)
                .mapToObj(i -> i + ",\"some text that is quoted, " + i % 977 + "\"," + i * 0.37 + ",2025-01-01\n")
                .collect(Collectors.joining());
        try (var out = Files.newBufferedWriter(large)) {
            out.write("id,note,value,day\n");
            for (int i = 0; i < 80; i++) out.write(block);
        }

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Constrained.class.getName(),
                        large.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("1600000 rows");
        assertThat(process.waitFor()).isZero();
    }

    /** Profiles one file in a process of its own. */
    static final class Constrained {
        private Constrained() {}

        public static void main(String[] args) throws IOException {
            Profile profile = profile(Path.of(args[0]), Asked.nothing());
            System.out.println(profile.rows() + " rows");
        }
    }

    private Profile csv(String text) throws IOException {
        return profile(write("t.csv", text.getBytes(StandardCharsets.UTF_8)), Asked.nothing());
    }

    private void refused(String name, String content, String message) throws IOException {
        Path file = write(name, content.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> profile(file, Asked.nothing()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageStartingWith(message);
    }

    private static Profile profile(Path file, Asked asked) throws IOException {
        FileFormat format = FileFormat.of(String.valueOf(file.getFileName())).orElseThrow();
        return Profiler.profile(file, format, asked, (done, total) -> {});
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static Path resource(String name) throws Exception {
        return Path.of(Objects.requireNonNull(ProfilerTest.class.getResource("/describe/" + name))
                .toURI());
    }

    private static String types(Profile profile) {
        return profile.columns().stream()
                .map(column -> column.name() + " " + column.type().word() + " " + column.missing())
                .collect(Collectors.joining(", "));
    }
}
