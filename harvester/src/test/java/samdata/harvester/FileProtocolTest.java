package samdata.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.store.Graphs;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;
import samdata.harvester.source.SourceException;
import samdata.harvester.source.Sources;

class FileProtocolTest {
    @TempDir
    Path data;

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(data);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static String dataset(int number) {
        return "<d%1$d> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> \"Saws %1$d\" .\n"
                .formatted(number);
    }

    private Run harvest(Path path) {
        house.sources.add(Source.onDisk("disk", path, null, "never", null));
        return house.run("disk");
    }

    @Test
    void aFolderOfManySyntaxesIsReadAndASecondHarvestChangesNothing() throws IOException {
        Files.createDirectories(folder.resolve("below"));
        Files.writeString(folder.resolve("a.ttl"), dataset(1));
        Files.writeString(
                folder.resolve("below/b.jsonld"),
                "{\"@context\": \"https://schema.org/\", \"@type\": \"Dataset\", \"@id\": \"urn:d2\", \"name\": \"Two\"}");
        Files.writeString(
                folder.resolve("c.html"),
                "<html><script type=\"application/ld+json\">{\"@context\": \"https://schema.org/\", \"@type\": \"Dataset\","
                        + " \"@id\": \"urn:d3\"}</script>");
        Files.write(
                folder.resolve("d.nt.gz"),
                gzip(
                        "<urn:d4> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .\n"
                                .getBytes(StandardCharsets.UTF_8)));
        Files.writeString(folder.resolve("data.csv"), "a,b");
        Files.writeString(folder.resolve("package.json"), "{\"name\": \"none\"}");
        Files.writeString(folder.resolve(".hidden.ttl"), dataset(9));

        var first = harvest(folder);
        var generation = house.catalog.generation();
        var second = house.run("disk");

        assertThat(first.message()).isEmpty();
        assertThat(first.datasets().added()).isEqualTo(4);
        assertThat(first.violations())
                .anyMatch(finding -> finding.violation().message().contains("data.csv")
                        && finding.violation().message().contains("2 files"));
        assertThat(house.catalog.datasets("disk"))
                .contains("file:///" + folder.getFileName() + "/d1")
                .noneMatch(iri -> iri.contains(folder.toString()));
        assertThat(second.outcome()).contains(Outcome.UNCHANGED);
        assertThat(house.catalog.generation()).isEqualTo(generation);
    }

    @Test
    void aFileThatChangesIsSeen() throws IOException {
        Files.writeString(folder.resolve("a.ttl"), dataset(1));
        harvest(folder);
        Files.writeString(folder.resolve("a.ttl"), dataset(1) + dataset(2));

        assertThat(house.run("disk").datasets()).isEqualTo(new Run.Datasets(2, 1, 0, 0));
    }

    @Test
    void archivesAreReadWithoutUnpackingThem() throws IOException {
        var zip = folder.resolve("all.zip");
        Files.write(zip, zip(Map.of("x/a.ttl", dataset(1), "x/readme.txt", "hello")));
        Files.write(folder.resolve("more.tar.gz"), gzip(tar("y/b.ttl", dataset(2), TarConstants.LF_NORMAL)));

        assertThat(harvest(folder).datasets().added()).isEqualTo(2);
    }

    @Test
    void anEntryThatLeadsOutOfItsArchiveRejectsIt() throws IOException {
        for (String name : new String[] {"../../etc/a.ttl", "/etc/a.ttl", "x/../../a.ttl", "..\\a.ttl", "C:/a.ttl"}) {
            var zip = folder.resolve("all.zip");
            Files.write(zip, zip(Map.of(name, dataset(1))));
            var run = harvest(zip);
            house.harvests.removeSource("disk");
            Files.delete(zip);

            assertThat(run.outcome()).contains(Outcome.REJECTED);
            assertThat(run.message()).contains("leads out of the archive");
        }
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        var secret = data.resolve("secret.ttl");
        Files.writeString(secret, dataset(7));
        Files.writeString(folder.resolve("a.ttl"), dataset(1));
        Files.createSymbolicLink(folder.resolve("b.ttl"), secret);
        Files.createSymbolicLink(folder.resolve("round"), folder);
        Files.write(folder.resolve("c.tar.gz"), gzip(tar("c.ttl", secret.toString(), TarConstants.LF_SYMLINK)));

        var run = harvest(folder);

        assertThat(run.datasets().added()).isEqualTo(1);
        assertThat(run.violations())
                .anyMatch(finding -> finding.violation().message().contains("b.ttl"));
    }

    @Test
    void bombsAreRejected() throws IOException {
        var zeros = new byte[30_000_000];
        Files.write(folder.resolve("a.ttl.gz"), gzip(zeros));
        var packed = harvest(folder);
        Files.delete(folder.resolve("a.ttl.gz"));
        // an entry that nobody reads inflates all the same
        Files.write(
                folder.resolve("b.tar.gz"),
                gzip(tar("b.bin", new String(zeros, StandardCharsets.US_ASCII), TarConstants.LF_NORMAL)));
        var tar = house.run("disk");
        Files.delete(folder.resolve("b.tar.gz"));
        Files.write(folder.resolve("c.zip"), zip(Map.of("c.ttl", new String(zeros, StandardCharsets.US_ASCII))));
        var zip = house.run("disk");

        assertThat(packed.message()).contains("harvest.max-ratio");
        assertThat(tar.message()).contains("harvest.max-ratio");
        assertThat(zip.message()).contains("harvest.max-ratio");
        assertThat(zip.outcome()).contains(Outcome.REJECTED);
    }

    @Test
    void aDamagedDocumentOrArchiveChangesNothing() throws IOException {
        Files.writeString(folder.resolve("a.ttl"), dataset(1));
        Files.writeString(folder.resolve("b.ttl"), dataset(2));
        harvest(folder);
        Files.writeString(folder.resolve("b.ttl"), "<urn:x> <urn:y> \"cut");
        var damaged = house.run("disk");
        Files.delete(folder.resolve("b.ttl"));
        Files.write(folder.resolve("b.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        var archive = house.run("disk");

        assertThat(damaged.outcome()).contains(Outcome.REJECTED);
        assertThat(damaged.message()).contains("b.ttl");
        assertThat(archive.outcome()).contains(Outcome.REJECTED);
        assertThat(house.catalog.datasets("disk")).hasSize(2);
    }

    @Test
    void aFolderThatIsNotThereIsUnreachable() {
        var run = harvest(folder.resolve("nowhere"));

        assertThat(run.outcome()).contains(Outcome.UNREACHABLE);
        assertThat(run.message()).contains("nowhere");
    }

    @Test
    void onlyTheOperatorRegistersAFolder() {
        assertThatThrownBy(() -> Source.of("x", folder.toUri().toString(), "file", null, null, null))
                .isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> Source.of("x", folder.toUri().toString(), "dcat", null, null, null))
                .isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> Source.of("x", "https://mills.example/", "file", null, null, null))
                .isInstanceOf(SourceException.class);
    }

    @Test
    void itIsStillRegisteredAfterARestart() throws IOException {
        Files.writeString(folder.resolve("a.ttl"), dataset(1));
        harvest(folder);

        assertThat(Sources.open(data).get("disk")).isEqualTo(house.sources.get("disk"));
    }

    @Test
    void aFolderOfTheCorporaGivesWhatWasCounted() {
        var corpora = System.getenv("SAMDATA_CORPORA");
        Assumptions.assumeTrue(corpora != null, "SAMDATA_CORPORA names no folder of catalogues");

        var run = harvest(Path.of(corpora, "catalogues", "fdp", "docs", "rdf-examples"));

        assertThat(run.message()).isEmpty();
        assertThat(run.datasets().added()).isEqualTo(2);
        assertThat(house.catalog.<Long>read(
                        store -> Iter.count(store.find(Graphs.stated("disk"), Node.ANY, Node.ANY, Node.ANY))))
                .isEqualTo(146);
        assertThat(house.run("disk").outcome()).contains(Outcome.UNCHANGED);
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** @param content what is in the entry, or where it points when it is a link */
    private static byte[] tar(String name, String content, byte kind) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            var entry = new TarArchiveEntry(name, kind);
            boolean link = kind == TarConstants.LF_SYMLINK;
            if (link) entry.setLinkName(content);
            else entry.setSize(content.getBytes(StandardCharsets.UTF_8).length);
            tar.putArchiveEntry(entry);
            if (!link) tar.write(content.getBytes(StandardCharsets.UTF_8));
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
