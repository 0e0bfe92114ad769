package samdata.catalog.search;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/**
 * Puts a word that the reader has in the place of each one that none has. It must differ in one letter, or in two where the
 * word is long, and begin with as many that are alike; of those equally near the most frequent is taken. A number, or what holds
 * one, is an identifier: that it is near another one means nothing.
 */
final class Spelling {
    private static final int SHORTEST = 4;
    /** Of as many letters, two may be wrong. */
    private static final int LONG = 6;

    private static final int TRIED = 10;
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{4,40}");
    private static final int MAX_WORDS = 10;

    private final IndexReader reader;
    private final Analysis analysis;
    private final DirectSpellChecker checker = new DirectSpellChecker();

    Spelling(IndexReader reader, Analysis analysis) {
        this.reader = reader;
        this.analysis = analysis;
        checker.setMinQueryLength(SHORTEST);
    }

    /** The words typed, mended; empty when there is nothing to mend or to mend it with. */
    Optional<String> mended(String typed) throws IOException {
        Matcher word = WORD.matcher(typed);
        StringBuilder mended = new StringBuilder();
        boolean changed = false;
        for (int words = 0; word.find() && words < MAX_WORDS; words++) {
            Optional<String> known = known(word.group());
            changed |= known.isPresent();
            word.appendReplacement(mended, Matcher.quoteReplacement(known.orElse(word.group())));
        }
        word.appendTail(mended);
        return changed ? Optional.of(mended.toString()) : Optional.empty();
    }

    private Optional<String> known(String word) throws IOException {
        String field = Part.TEXT.anyLanguage();
        Term term = new Term(field, analysis.normalize(field, word));
        if (DIGIT.matcher(word).find()) return Optional.empty();
        int wrong = term.text().length() < LONG ? 1 : 2;
        checker.setMaxEdits(wrong);
        checker.setMinPrefix(wrong);
        SuggestWord[] similar = checker.suggestSimilar(term, TRIED, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        return Stream.of(similar)
                .map(near -> near.string)
                .filter(near -> !DIGIT.matcher(near).find())
                .findFirst();
    }
}
