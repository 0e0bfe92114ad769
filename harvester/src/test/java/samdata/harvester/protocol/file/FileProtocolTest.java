package samdata.harvester.protocol.file;

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
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.store.Graphs;
import samdata.harvester.House;
import samdata.harvester.read.Genid;
import samdata.harvester.read.Values;
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
    void aFolderOfCardsIsReadAsCards() throws IOException {
        for (String name : new String[] {"saws", "blades"}) {
            Files.createDirectories(folder.resolve(name));
            Files.writeString(folder.resolve(name).resolve("README.md"), "---\npretty_name: %s\n---\n".formatted(name));
        }
        Files.writeString(folder.resolve("NOTES.md"), "---\nlayout: post\n---\nNo card, beside cards.");
        harvest(folder);
        Files.writeString(folder.resolve("saws/README.md"), "# Saws, without front matter");

        var run = house.run("disk");

        assertThat(house.catalog.datasets("disk"))
                .containsExactlyInAnyOrder(
                        "file:///" + folder.getFileName() + "/saws/", "file:///" + folder.getFileName() + "/blades/");
        assertThat(house.stated("disk").contains(Node.ANY, DCTerms.title.asNode(), Values.text("saws")))
                .isTrue();
        assertThat(run.message()).startsWith("1 dataset could not be read, so its former version stays");
    }

    @Test
    void aSingleCardIsCalledByItsFolderAndOtherMarkdownIsACardWhereThereIsNoReadme() throws IOException {
        Files.writeString(folder.resolve("README.md"), "---\npretty_name: Saws\n---\n");
        harvest(folder.resolve("README.md"));
        assertThat(house.catalog.datasets("disk")).containsExactly("file:///" + folder.getFileName() + "/");
        house.harvests.removeSource("disk");
        Files.move(folder.resolve("README.md"), folder.resolve("saws.md"));

        harvest(folder);

        assertThat(house.catalog.datasets("disk")).hasSize(1);
    }

    @Test
    void aDataJsonIsReadAsItsProtocolReadsIt() throws IOException {
        Files.writeString(folder.resolve("data.json"), """
                {"@context": "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld", "@type": "dcat:Catalog",
                 "conformsTo": "https://project-open-data.cio.gov/v1.1/schema",
                 "dataset": [{"identifier": "mill-1", "title": "Blades", "accessLevel": "public"},
                             {"identifier": "mill-2", "title": "Saws", "accessLevel": "non-public"}]}
                """);

        var run = harvest(folder.resolve("data.json"));

        assertThat(house.catalog.datasets("disk"))
                .containsExactlyInAnyOrder(
                        Genid.of("dataset", "disk", "mill-1").getURI(),
                        Genid.of("dataset", "disk", "mill-2").getURI());
        assertThat(run.message()).isEmpty();
    }

    @Test
    void answersThatWereKeptAreReadAsTheirProtocolsReadThem() throws IOException {
        Files.writeString(
                folder.resolve("31.json"),
                "{\"data_set_description\": {\"id\": \"31\", \"name\": \"credit-g\", \"description\": \"Loans.\"}}");
        Files.writeString(folder.resolve("packages.json"), """
                {"help": "x", "success": true, "result": {"count": 1, "results": [
                 {"id": "p1", "name": "saws", "title": "Saws", "resources": []}]}}
                """);
        Files.writeString(folder.resolve("records.xml"), """
                <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-01T00:00:00Z</responseDate>
                 <request verb="ListRecords">http://mills.example/oai</request><ListRecords><record><header>
                 <identifier>oai:mills:1</identifier><datestamp>2026-01-01</datestamp></header><metadata>
                 <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Blades</dc:title></oai_dc:dc>
                 </metadata></record></ListRecords></OAI-PMH>
                """);
        Files.writeString(folder.resolve("steel.yaml"), """
                Name: Steel
                Description: Of saws.
                Resources: []
                """);

        var run = harvest(folder);

        assertThat(run.message()).isEmpty();
        assertThat(run.datasets().added()).isEqualTo(4);
        assertThat(house.catalog.datasets("disk")).contains("https://www.openml.org/d/31");
        assertThat(house.stated("disk").contains(Node.ANY, DCTerms.title.asNode(), Values.text("Blades")))
                .isTrue();
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
