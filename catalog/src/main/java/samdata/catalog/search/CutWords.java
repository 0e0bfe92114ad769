package samdata.catalog.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The words of some texts as a field holds them, to be put into many documents without cutting them again. */
final class CutWords {
    /** So far apart that no phrase matches across two texts. */
    private static final int GAP = 100;

    private final BytesRef[] words;
    private final int[] steps;

    private CutWords(List<Word> words) {
        this.words = words.stream().map(Word::word).toArray(BytesRef[]::new);
        this.steps = words.stream().mapToInt(Word::step).toArray();
    }

    /** @param step how far after the word before it */
    private record Word(BytesRef word, int step) {}

    /** @param texts those that are cut into the same words count once */
    static CutWords of(Analyzer analyzer, String field, Collection<String> texts) throws IOException {
        Set<List<Word>> each = new LinkedHashSet<>();
        for (String text : texts) each.add(cut(analyzer, field, text));
        return new CutWords(each.stream().flatMap(List::stream).toList());
    }

    private static List<Word> cut(Analyzer analyzer, String field, String text) throws IOException {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            TermToBytesRefAttribute word = stream.getAttribute(TermToBytesRefAttribute.class);
            PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken())
                words.add(new Word(
                        BytesRef.deepCopyOf(word.getBytesRef()), words.isEmpty() ? GAP : step.getPositionIncrement()));
            stream.end();
        }
        return words;
    }

    /** Gathers words for the fields of one document. */
    static final class Gathered {
        private final Map<String, Set<CutWords>> fields = new LinkedHashMap<>();

        /** Puts in words by field; what was put in before counts once. */
        void add(Map<String, CutWords> words) {
            words.forEach((field, cut) ->
                    fields.computeIfAbsent(field, any -> new LinkedHashSet<>()).add(cut));
        }

        void addTo(Document document) {
            fields.forEach((field, words) -> document.add(new Replayed(field, words)));
        }
    }

    private static final class Replayed extends Field {
        private final Collection<CutWords> words;

        Replayed(String field, Collection<CutWords> words) {
            super(field, TextField.TYPE_NOT_STORED);
            this.words = words;
        }

        /** @param before of an earlier field, which is done with it */
        @Override
        public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream before) {
            Replay replay = before instanceof Replay mine ? mine : new Replay();
            replay.next = words.iterator();
            return replay;
        }
    }

    private static final class Replay extends TokenStream {
        private final BytesTermAttribute word = addAttribute(BytesTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private Iterator<CutWords> next = List.<CutWords>of().iterator();
        private BytesRef[] words = {};
        private int[] steps = {};
        private int at;

        @Override
        public void reset() {
            words = new BytesRef[0];
            at = 0;
        }

        @Override
        public boolean incrementToken() {
            while (at == words.length) {
                if (!next.hasNext()) return false;
                CutWords cut = next.next();
                words = cut.words;
                steps = cut.steps;
                at = 0;
            }
            word.setBytesRef(words[at]);
            step.setPositionIncrement(steps[at++]);
            return true;
        }

        @Override
        public void end() throws IOException {
            super.end();
            step.setPositionIncrement(GAP);
        }
    }
}
