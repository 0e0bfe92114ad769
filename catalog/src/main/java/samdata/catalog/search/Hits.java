package samdata.catalog.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Reads hits out of the index for a reader of one language. */
final class Hits {
    private static final int PASSAGE = 200;
    private static final String MARK = "<mark>";

    private final Snapshot snapshot;
    private final Optional<Query> words;
    private final String lang;
    private final UnifiedHighlighter highlighter;

    /** @param words absent when there is nothing to highlight */
    Hits(Snapshot snapshot, Analysis analysis, Optional<Query> words, String lang) {
        this.snapshot = snapshot;
        this.words = words;
        this.lang = lang;
        this.highlighter = UnifiedHighlighter.builderWithoutSearcher(analysis)
                .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getWordInstance(Locale.ROOT), PASSAGE, 0.5f))
                .withFormatter(new DefaultPassageFormatter(MARK, "</mark>", "… ", true))
                .withMaxNoHighlightPassages(0)
                .withWeightMatches(false)
                .build();
    }

    List<Results.Hit> of(List<ScoreDoc> page) throws IOException {
        StoredFields stored = snapshot.reader().storedFields();
        List<Results.Hit> hits = new ArrayList<>();
        for (ScoreDoc hit : page) hits.add(hit(stored.document(hit.doc), hit.score));
        return hits;
    }

    private Results.Hit hit(Document document, float score) throws IOException {
        Optional<Text> title = text(document, Documents.SHOWN_TITLE);
        Optional<Text> description = text(document, Documents.SHOWN_DESCRIPTION);
        return new Results.Hit(
                stored(document, Documents.ID),
                stored(document, Documents.IRI),
                title.map(Text::words).orElse(""),
                description.map(Text::words).orElse(""),
                concepts(document, "publisher").stream().findFirst().map(p -> new Results.Named(p.iri(), p.label())),
                concepts(document, "licence").stream().findFirst(),
                concepts(document, "licence"),
                fits(document),
                concepts(document, "modality").stream().map(Results.Concept::id).toList(),
                stored(document, Documents.SHOWN_MODIFIED),
                number(document, Documents.SHOWN_QUALITY),
                highlight(document, title, description),
                Float.isNaN(score) ? 0 : score);
    }

    private List<Results.Fit> fits(Document document) {
        List<String> levels = List.of(document.getValues(Documents.SHOWN_LEVEL));
        return concepts(document, "task").stream()
                .map(task -> new Results.Fit(
                        task,
                        levels.stream()
                                .filter(level -> level.startsWith(task.iri() + " "))
                                .map(level -> level.substring(task.iri().length() + 1))
                                .findFirst()
                                .orElse(Judged.UNKNOWN)))
                .toList();
    }

    private static OptionalInt number(Document document, String field) {
        IndexableField value = document.getField(field);
        return value == null
                ? OptionalInt.empty()
                : OptionalInt.of(value.numericValue().intValue());
    }

    private static String stored(Document document, String field) {
        String value = document.get(field);
        return value == null ? "" : value;
    }

    private Optional<Text> text(Document document, String field) {
        return Text.best(
                Arrays.stream(document.getValues(field)).map(Text::unpacked).toList(), lang);
    }

    /** Named as the dataset's own description names them, whatever others call the same. */
    private List<Results.Concept> concepts(Document document, String facet) {
        return Arrays.stream(document.getValues(Documents.shown(facet)))
                .map(Label::unpacked)
                .map(label -> new Results.Concept(label.value(), label.iri(), label.in(lang)))
                .toList();
    }

    /** The passage of the description that matched, else the title, else the labels among which the match must be. */
    private String highlight(Document document, Optional<Text> title, Optional<Text> description) throws IOException {
        if (words.isEmpty()) return "";
        Text named = new Text(lang, named(document));
        for (Text text : Stream.of(description, title, Optional.of(named))
                .flatMap(Optional::stream)
                .toList()) {
            String marked = highlight(words.get(), text);
            if (!marked.isEmpty()) return marked;
        }
        return "";
    }

    private String named(Document document) {
        return Documents.SHOWN_FACETS.stream()
                .flatMap(id -> concepts(document, id).stream())
                .map(Results.Concept::label)
                .collect(Collectors.joining(" · "));
    }

    private String highlight(Query query, Text text) throws IOException {
        Optional<String> byStem = Analysis.language(text.lang())
                .map(Part.TEXT::in)
                .filter(field -> snapshot.words().containsKey(field));
        if (byStem.isPresent()) {
            String marked = highlight(query, byStem.get(), text.words());
            if (!marked.isEmpty()) return marked;
        }
        return highlight(query, Part.TEXT.anyLanguage(), text.words());
    }

    private String highlight(Query query, String field, String text) throws IOException {
        Object marked = text.isEmpty() ? null : highlighter.highlightWithoutSearcher(field, query, text, 1);
        return marked instanceof String passage && passage.contains(MARK) ? passage.strip() : "";
    }
}
