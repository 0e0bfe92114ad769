package samdata.vocab;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The ways in which one name or one address is written, brought to one. */
final class Spelling {
    private static final Pattern LICENSE = Pattern.compile("licen[cs]e$");
    private static final Pattern TAG = Pattern.compile("^(spdx|licen[cs]e):\\s*");
    private static final Pattern VERSION = Pattern.compile("\\b(version|ver\\.?|v\\.?)\\s*(?=\\d)");
    private static final Pattern NO_MINOR = Pattern.compile("(?<=\\d)\\.0(?!\\d)");
    private static final Pattern SYNTAX = Pattern.compile("\\.(html?|json|jsonld|txt|php|rdf|ttl|xml)$");
    /** A language, or the country that a licence was ported to, after a version: {@code /by/3.0/nz}. */
    private static final Pattern PORT = Pattern.compile("(?<=/\\d\\.\\d)/[a-z]{2,5}([_-][a-z]{2,4})?$");

    private static final Pattern PROTOCOL = Pattern.compile("^http://(www\\.)?|^https://www\\.");
    private static final Pattern SLASHES = Pattern.compile("/+$");
    private static final List<Pattern> ENDINGS = List.of(
            Pattern.compile("\\?(ref|lang)=.*$"),
            SLASHES,
            Pattern.compile("(/deed|/legalcode)(\\.[a-z]{2,3}([_-][a-z]{2,4})?)?$"),
            Pattern.compile("\\.html?$"),
            SLASHES);

    private Spelling() {}

    /** A name whatever its case, spaces, hyphens and underscores. */
    static String name(String written) {
        return written.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
    }

    /**
     * A document's name by its letters and digits alone: {@code Attribution-ShareAlike v4.0} as {@code attribution share
     * alike 4}. Nothing that tells two documents apart is lost, so this is no guess.
     */
    static String letters(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain = TAG.matcher(plain.strip()).replaceFirst("");
        plain = VERSION.matcher(plain.replaceAll("(?<=\\d)_(?=\\d)", ".")).replaceAll("");
        plain = NO_MINOR.matcher(plain.replace("licence", "license")).replaceAll("");
        return plain.replaceAll("(?<!\\d)\\.|\\.(?!\\d)|[^\\p{L}\\p{N}.+]", "");
    }

    /** The same without the word licence at its end, which is often added: {@code Apache 2.0 License}. */
    static String withoutLicence(String letters) {
        return LICENSE.matcher(letters).replaceFirst("");
    }

    /** The parts of a URL in which publishers differ while they mean the same document, taken away. */
    static String address(String iri) {
        String plain = PROTOCOL.matcher(iri.strip().toLowerCase(Locale.ROOT)).replaceFirst("https://");
        for (Pattern ending : ENDINGS) plain = ending.matcher(plain).replaceFirst("");
        return plain;
    }

    /** An address of a document, then less and less of it: without place in the page, query, syntax, language and port. */
    static List<String> addresses(String iri) {
        Set<String> forms = new LinkedHashSet<>();
        String form = address(iri);
        forms.add(form);
        form = form.replaceFirst("#.*$", "");
        forms.add(address(form));
        form = address(form.replaceFirst("\\?.*$", ""));
        forms.add(form);
        form = address(SYNTAX.matcher(form).replaceFirst(""));
        forms.add(form);
        forms.add(PORT.matcher(form).replaceFirst(""));
        return List.copyOf(forms);
    }
}
