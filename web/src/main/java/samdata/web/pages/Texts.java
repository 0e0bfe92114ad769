package samdata.web.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import samdata.web.http.Languages;

/**
 * What the site says, in one language. Every language has the same keys; one that lacks some stops the start, and a key
 * that no language has is refused when it is asked for.
 */
public final class Texts {
    /** The languages of the site, the default first. */
    public static final List<String> LANGUAGES = Languages.KNOWN;

    private final String lang;
    private final Locale locale;
    private final Properties texts;

    private Texts(String lang) {
        this.lang = lang;
        this.locale = Locale.forLanguageTag(lang.equals("en") ? "en-GB" : lang);
        this.texts = read("/texts_" + lang + ".properties");
    }

    /** Every language's texts by its code, the default first. */
    public static Map<String, Texts> load() {
        Map<String, Texts> all = new LinkedHashMap<>();
        LANGUAGES.forEach(lang -> all.put(lang, new Texts(lang)));
        Set<String> wanted = new TreeSet<>();
        all.values().forEach(texts -> wanted.addAll(texts.keys()));
        all.values().forEach(texts -> {
            Set<String> missing = new TreeSet<>(wanted);
            missing.removeAll(texts.keys());
            if (!missing.isEmpty())
                throw new IllegalStateException("texts_" + texts.lang + ".properties lacks " + missing);
        });
        return all;
    }

    public Set<String> keys() {
        return texts.stringPropertyNames();
    }

    public String lang() {
        return lang;
    }

    /** The text of {@code key}, with {@code {0}}, {@code {1}} ... replaced by {@code values}. */
    public String say(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) throw new IllegalArgumentException("No text has the key " + key);
        for (int i = 0; i < values.length; i++)
            text = text.replace(
                    "{" + i + "}", values[i] instanceof Number n ? number(n.longValue()) : String.valueOf(values[i]));
        return text;
    }

    /** {@code key.one} or {@code key.many} with the number in it. */
    public String count(String key, long number) {
        return say(key + (number == 1 ? ".one" : ".many"), number);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A share of 1 in whole hundredths. */
    public String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(0);
        return format.format(share);
    }

    /** With one digit after the point at most. */
    public String decimal(double number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** A number of bytes as people say it, in powers of 1000. */
    public String bytes(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB", "PB"};
        double left = bytes;
        int unit = 0;
        while (left >= 1000 && unit < units.length - 1) {
            left /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(left < 10 && unit > 0 ? 1 : 0);
        return format.format(left) + "\u00a0" + units[unit];
    }

    /** Day and minute, UTC. */
    public String time(Instant at) {
        return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", locale)
                        .withZone(ZoneOffset.UTC)
                        .format(at)
                + "\u00a0UTC";
    }

    /** A date as a publisher wrote it: ISO dates are said in words, anything else is left as it is. */
    public String date(String written) {
        try {
            String day = written.length() > 10 && written.charAt(10) == 'T' ? written.substring(0, 10) : written;
            return DateTimeFormatter.ofPattern("d MMM yyyy", locale).format(LocalDate.parse(day));
        } catch (DateTimeException e) {
            return written;
        }
    }

    /** The two largest units that are not nought. */
    public String duration(Duration time) {
        if (time.toMillis() < 1000) return time.toMillis() + "\u00a0ms";
        return Stream.of(part(time.toHours(), "h"), part(time.toMinutesPart(), "min"), part(time.toSecondsPart(), "s"))
                .filter(part -> !part.isEmpty())
                .limit(2)
                .collect(Collectors.joining(" "));
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + "\u00a0" + unit;
    }

    private static Properties read(String file) {
        Properties texts = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException(file + " is not on the class path");
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
