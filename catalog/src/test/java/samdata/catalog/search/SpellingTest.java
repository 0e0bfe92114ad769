package samdata.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private static final Analysis ANALYSIS = new Analysis();

    @SuppressWarnings("NullAway.Init")
    private static IndexReader reader;

    @BeforeAll
    static void index() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ANALYSIS))) {
            for (int i = 0; i < 250; i++) {
                Document document = new Document();
                String rare = i == 0 ? " kartur" : "";
                document.add(new TextField(
                        Part.TEXT.anyLanguage(), "kurva kartor vägskador 2024 x12345" + rare, Field.Store.NO));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
    }

    @AfterAll
    static void close() throws IOException {
        reader.close();
    }

    @Test
    void aSlipIsMended() throws IOException {
        assertThat(mended("kartir"))
                .as("the more frequent of two that are as near")
                .contains("kartor");
        assertThat(mended("vägskdor")).contains("vagskador");
        assertThat(mended("kurv och kartor")).contains("kurva och kartor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "karta", // two letters of five
                "hartor", // begins otherwise
                "kotter", "2025", // numbers and identifiers that are near each other are others
                "x12346", "kar"
            })
    void whatIsNoSlipIsNotMended(String word) throws IOException {
        assertThat(mended(word)).isEmpty();
    }

    private static Optional<String> mended(String typed) throws IOException {
        return new Spelling(reader, ANALYSIS).mended(typed);
    }
}
