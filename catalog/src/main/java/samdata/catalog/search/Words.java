package samdata.catalog.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed, as a query: all words, "a phrase", -not, begin*, one|other and (groups). There are no errors;
 * what cannot be understood is left out.
 */
final class Words extends SimpleQueryParser {
    private static final int SYNTAX = AND_OPERATOR
            | OR_OPERATOR
            | NOT_OPERATOR
            | PHRASE_OPERATOR
            | PREFIX_OPERATOR
            | PRECEDENCE_OPERATORS
            | WHITESPACE_OPERATOR;
    /** Longer than any question; keeps nested groups and odd pastes from costing anything. */
    private static final int MAX_LENGTH = 500;
    /** Lucene refuses a query of more than 1024 clauses. */
    private static final int MAX_CLAUSES = 1000;

    private static final int MAX_SYNONYMS = 100;
    /** As if its name stood in both fields of keywords and in the text. */
    private static final float CONCEPT_WEIGHT = 2 * Part.KEYWORD.weight + Part.TEXT.weight;

    private final Thesaurus thesaurus;
    private final boolean fillersCount;
    private final String lang;

    private Words(
            Analyzer analyzer, Map<String, Float> fields, Thesaurus thesaurus, String lang, boolean fillersCount) {
        super(analyzer, fields, SYNTAX);
        this.thesaurus = thesaurus;
        this.lang = lang;
        this.fillersCount = fillersCount;
        setDefaultOperator(BooleanClause.Occur.MUST);
    }

    /**
     * @param fields the fields to look in, each with its weight
     * @param lang of the reader, whose filler words are left out unless there is nothing else
     */
    static Query query(Analyzer analyzer, Map<String, Float> fields, Thesaurus thesaurus, String lang, String typed) {
        Query all = parse(analyzer, fields, thesaurus, lang, cut(typed, MAX_LENGTH));
        int clauses = clauses(all);
        if (clauses <= MAX_CLAUSES / 2)
            return together(all, new Words(analyzer, anyLanguage(), thesaurus, lang, true), typed);
        if (clauses <= MAX_CLAUSES) return all;
        return parse(
                analyzer, anyLanguage(), thesaurus, lang, cut(typed, MAX_CLAUSES / (Part.values().length + 1) / 2));
    }

    private static Query parse(
            Analyzer analyzer, Map<String, Float> fields, Thesaurus thesaurus, String lang, String typed) {
        Query meant = new Words(analyzer, fields, thesaurus, lang, false).parse(typed);
        return meant instanceof MatchNoDocsQuery
                ? new Words(analyzer, fields, thesaurus, lang, true).parse(typed)
                : meant;
    }

    /** What says the words one after the other stands before what says them anywhere: "CC BY" before all that is CC. */
    private static Query together(Query all, Words words, String typed) {
        Query phrase = Analysis.parts(typed).size() < 2 ? null : words.newPhraseQuery(typed, 0);
        if (phrase == null || all instanceof MatchNoDocsQuery) return all;
        return new BooleanQuery.Builder()
                .add(all, BooleanClause.Occur.MUST)
                .add(phrase, BooleanClause.Occur.SHOULD)
                .build();
    }

    static Map<String, Float> anyLanguage() {
        return Map.of(
                Part.TITLE.anyLanguage(), Part.TITLE.weight,
                Part.KEYWORD.anyLanguage(), Part.KEYWORD.weight,
                Part.TEXT.anyLanguage(), Part.TEXT.weight);
    }

    @Override
    protected @Nullable Query newDefaultQuery(String text) {
        List<String> parts = Analysis.parts(text);
        List<Query> asked = parts.stream()
                .filter(part -> fillersCount || !Analysis.isFiller(part, lang))
                .map(this::word)
                .flatMap(Optional::stream)
                .toList();
        if (asked.size() < 2) return asked.isEmpty() ? null : asked.getFirst();
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        asked.forEach(query -> all.add(query, BooleanClause.Occur.MUST));
        return all.build();
    }

    private Optional<Query> word(String word) {
        return Optional.ofNullable(orNamed(
                super.newDefaultQuery(word), field -> createBooleanQuery(field, word, BooleanClause.Occur.MUST)));
    }

    @Override
    protected @Nullable Query newPhraseQuery(String text, int slop) {
        return orNamed(super.newPhraseQuery(text, slop), field -> createPhraseQuery(field, text, slop));
    }

    @Override
    protected @Nullable Query newPrefixQuery(String text) {
        return orNamed(
                super.newPrefixQuery(text),
                field -> field.equals(Part.TEXT.anyLanguage())
                        ? new PrefixQuery(new Term(field, getAnalyzer().normalize(field, text)))
                        : null); // a beginning has no stem
    }

    /** A dataset says a word when one of its concepts is called so in any language. */
    private @Nullable Query orNamed(@Nullable Query said, Function<String, @Nullable Query> in) {
        List<BytesRef> concepts = thesaurus.named(in);
        if (said == null || concepts.isEmpty()) return said;
        return new BooleanQuery.Builder()
                .add(said, BooleanClause.Occur.SHOULD)
                .add(new BoostQuery(anyOf(concepts), CONCEPT_WEIGHT), BooleanClause.Occur.SHOULD)
                .build();
    }

    private static Query anyOf(List<BytesRef> concepts) {
        if (concepts.size() > MAX_SYNONYMS) return new TermInSetQuery(Documents.CONCEPT, concepts);
        SynonymQuery.Builder synonyms = new SynonymQuery.Builder(Documents.CONCEPT);
        concepts.forEach(concept -> synonyms.addTerm(new Term(Documents.CONCEPT, concept)));
        return synonyms.build();
    }

    private static String cut(String typed, int length) {
        return typed.length() <= length ? typed : typed.substring(0, length);
    }

    private static int clauses(Query query) {
        int[] count = {0};
        query.visit(new QueryVisitor() {
            @Override
            public void visitLeaf(Query leaf) {
                count[0]++;
            }

            @Override
            public void consumeTerms(Query leaf, org.apache.lucene.index.Term... terms) {
                count[0]++; // as Lucene counts
            }

            @Override
            public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
                return this;
            }
        });
        return count[0];
    }
}
