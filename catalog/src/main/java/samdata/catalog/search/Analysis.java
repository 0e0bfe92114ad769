package samdata.catalog.search;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopwordAnalyzerBase;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * How words are cut and compared: by stem in a field of a known language ({@code title.sv}), and as they stand, without
 * case and accents, in the field that holds all languages ({@code title}).
 */
final class Analysis extends DelegatingAnalyzerWrapper {
    private static final Map<String, Analyzer> LANGUAGES = Map.ofEntries(
            entry("bg", new BulgarianAnalyzer()),
            entry("ca", new CatalanAnalyzer()),
            entry("cs", new CzechAnalyzer()),
            entry("da", new DanishAnalyzer()),
            entry("de", new GermanAnalyzer()),
            entry("el", new GreekAnalyzer()),
            entry("en", new EnglishAnalyzer()),
            entry("es", new SpanishAnalyzer()),
            entry("et", new EstonianAnalyzer()),
            entry("eu", new BasqueAnalyzer()),
            entry("fi", new FinnishAnalyzer()),
            entry("fr", new FrenchAnalyzer()),
            entry("ga", new IrishAnalyzer()),
            entry("gl", new GalicianAnalyzer()),
            entry("hu", new HungarianAnalyzer()),
            entry("it", new ItalianAnalyzer()),
            entry("lt", new LithuanianAnalyzer()),
            entry("lv", new LatvianAnalyzer()),
            entry("nl", new DutchAnalyzer()),
            entry("no", new NorwegianAnalyzer()),
            entry("pt", new PortugueseAnalyzer()),
            entry("ro", new RomanianAnalyzer()),
            entry("ru", new RussianAnalyzer()),
            entry("sr", new SerbianAnalyzer()),
            entry("sv", new SwedishAnalyzer()),
            entry("tr", new TurkishAnalyzer()));

    private static final int GAP = 100;

    private static final Map<String, String> OTHER_NAMES = Map.of("nb", "no", "nn", "no");

    private final Analyzer asItStands = new AsItStands();

    Analysis() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    /** The language whose stems we know, of a tag such as {@code sv-SE}. */
    static Optional<String> language(String tag) {
        String primary = tag.toLowerCase(Locale.ROOT).split("-", 2)[0];
        String name = OTHER_NAMES.getOrDefault(primary, primary);
        return LANGUAGES.containsKey(name) ? Optional.of(name) : Optional.empty();
    }

    /** Whether a reader of {@code lang} says the word without meaning anything to be searched for, such as "of". */
    static boolean isFiller(String word, String lang) {
        String lower = word.toLowerCase(Locale.ROOT);
        return isFillerIn(lower, "en")
                || language(lang).filter(known -> isFillerIn(lower, known)).isPresent();
    }

    /** The words of a text, as they are written. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        try (StandardTokenizer words = new StandardTokenizer()) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            words.setReader(new StringReader(text));
            words.reset();
            while (words.incrementToken()) parts.add(word.toString());
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // what is in memory can be read
        }
        return parts;
    }

    private static boolean isFillerIn(String word, String language) {
        return LANGUAGES.get(language) instanceof StopwordAnalyzerBase analyzer
                && analyzer.getStopwordSet().contains(word);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        String language = field.substring(field.indexOf('.') + 1);
        return LANGUAGES.getOrDefault(language, asItStands);
    }

    /** No phrase is found across two texts of a field. */
    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    private static final class AsItStands extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, normalize(field, words));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(in));
        }
    }
}
