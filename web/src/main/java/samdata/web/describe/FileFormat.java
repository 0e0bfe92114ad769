package samdata.web.describe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that can be profiled. */
public enum FileFormat {
    CSV("CSV", ".csv", "text/csv", "http://publications.europa.eu/resource/authority/file-type/CSV"),
    TSV(
            "TSV",
            ".tsv .tab",
            "text/tab-separated-values",
            "http://publications.europa.eu/resource/authority/file-type/TSV"),
    JSON_LINES("JSON Lines", ".jsonl .ndjson", "application/jsonl", "https://w3id.org/samdata/format/JSONL"),
    PARQUET(
            "Parquet",
            ".parquet .pq",
            "application/vnd.apache.parquet",
            "http://publications.europa.eu/resource/authority/file-type/PARQUET");

    private final String word;
    private final String suffixes;
    private final String mediaType;
    private final String iri;

    FileFormat(String word, String suffixes, String mediaType, String iri) {
        this.word = word;
        this.suffixes = suffixes;
        this.mediaType = mediaType;
        this.iri = iri;
    }

    /** The format that the end of a file's name says. */
    public static Optional<FileFormat> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.all().stream().anyMatch(name::endsWith))
                .findFirst();
    }

    /** Every suffix that is known, as a text. */
    public static String suffixes() {
        return Arrays.stream(values()).flatMap(format -> format.all().stream()).collect(Collectors.joining(", "));
    }

    private List<String> all() {
        return List.of(suffixes.split(" "));
    }

    public String word() {
        return word;
    }

    /** As IANA has it registered; JSON Lines, which is not, as its site asks for (jsonlines.org). */
    public String mediaType() {
        return mediaType;
    }

    /** Whether IANA lists the media type. */
    boolean isRegistered() {
        return this != JSON_LINES;
    }

    /** Of the EU's file types, or ours where theirs has none. */
    public String iri() {
        return iri;
    }

    boolean isText() {
        return this != PARQUET;
    }
}
