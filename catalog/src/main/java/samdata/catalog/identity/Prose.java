package samdata.catalog.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as its words, in any script: where a script writes no spaces each character is a word. Case, punctuation, markup
 * and forms of one character make no difference.
 *
 * @param words in order, in lower case
 * @param names the words that are written as names are, a capital within a sentence, and those that hold digits
 */
record Prose(List<String> words, Set<String> names) {
    private static final Pattern MARKUP = Pattern.compile("<[^>]{1,200}>|&[a-z]{2,8};|&#\\d{1,6};");
    private static final Pattern WORD = Pattern.compile(
            "[\\u0041-\\u024f&&\\p{L}][\\p{L}\\p{M}\\d]*|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]"
                    + "|\\d+(?:[.,\\u00a0' ]\\d{3})*(?:[.,]\\d+)?|[\\p{L}\\p{M}\\d]+");
    private static final String SENTENCE_ENDS = ".!?:\n\u3002";
    private static final Pattern YEAR = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("\\d{2,}|\\d+\\.\\d+");
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d.,\\u00a0' ]*");
    private static final Pattern THOUSANDS = Pattern.compile("[.,\\u00a0' ](?=\\d{3}(?!\\d))");
    private static final int MAX_WORDS = 2000;

    static Prose of(String written) {
        String text = Normalizer.normalize(withoutMarkup(written), Normalizer.Form.NFKC);
        List<String> words = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        Matcher found = WORD.matcher(text);
        int end = 0;
        int within = 0;
        while (words.size() < MAX_WORDS && found.find()) {
            boolean begins = end == 0 || endsSentence(text, end, found.start());
            end = found.end();
            String word = plain(found.group());
            words.add(word);
            if (!begins) within++;
            if (holdsDigit(word)
                    || (!begins && Character.isUpperCase(found.group().codePointAt(0)))) names.add(word);
        }
        if (names.size() * 5 > within * 3) names.removeIf(name -> !holdsDigit(name)); // A Title Where Each Word Has One
        return new Prose(words, names);
    }

    String text() {
        return String.join(" ", words);
    }

    /** Each two words that follow each other; of a single word the word. */
    Set<String> pairs() {
        if (words.size() == 1) return Set.copyOf(words);
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < words.size(); i++) pairs.add(words.get(i - 1) + ' ' + words.get(i));
        return pairs;
    }

    /** The whole numbers above 9 and all broken ones, years left out: they stand alike in every language. */
    Set<String> numbers() {
        Set<String> numbers = new LinkedHashSet<>();
        for (String word : words) if (NUMBER.matcher(word).matches() && !isYear(word)) numbers.add(word);
        return numbers;
    }

    Set<String> years() {
        Set<String> years = new LinkedHashSet<>();
        for (String word : words) if (isYear(word)) years.add(word);
        return years;
    }

    /** The words of the one that the other has not. */
    Set<String> without(Prose other) {
        Set<String> rest = new LinkedHashSet<>(words);
        other.words.forEach(rest::remove);
        return rest;
    }

    static boolean isYear(String word) {
        return word.length() == 4 && YEAR.matcher(word).matches();
    }

    static boolean holdsDigit(String word) {
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i)))
            if (Character.isDigit(word.codePointAt(i))) return true;
        return false;
    }

    private static String withoutMarkup(String written) {
        boolean mayHold = written.indexOf('<') >= 0 || written.indexOf('&') >= 0;
        return mayHold ? MARKUP.matcher(written).replaceAll(" ") : written;
    }

    /** A number without what parts its thousands: 12 345, 12,345 and 12.345 are one. */
    private static String plain(String word) {
        if (!Character.isDigit(word.charAt(0)) || !FIGURE.matcher(word).matches()) return word.toLowerCase(Locale.ROOT);
        return THOUSANDS.matcher(word).replaceAll("").replace(',', '.');
    }

    private static boolean endsSentence(String text, int from, int to) {
        for (int i = from; i < to; i++) if (SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) return true;
        return false;
    }
}
