package samdata.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.DrillSideways.DrillSidewaysResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One search over one snapshot of the index. */
final class Question {
    private static final FacetsConfig NO_CONFIG = new FacetsConfig();

    private final Snapshot snapshot;
    private final Facets facets;
    private final Search search;
    private final Query words;
    private final Map<String, Set<String>> chosen = new TreeMap<>();

    Question(Snapshot snapshot, Facets facets, Analysis analysis, Thesaurus thesaurus, Search search) {
        this.snapshot = snapshot;
        this.facets = facets;
        this.search = search;
        this.words = search.q().isBlank()
                ? MatchAllDocsQuery.INSTANCE
                : Words.query(analysis, snapshot.words(), thesaurus, search.lang(), search.q());
        search.chosen().forEach((id, given) -> {
            Set<String> values = new LinkedHashSet<>();
            given.forEach(value -> values.add(value(facet(id), value)));
            if (!values.isEmpty()) chosen.put(id, values);
        });
    }

    /** @param counts by facet id, as the columns number the values */
    record Answer(long total, List<ScoreDoc> page, Map<String, int[]> counts) {}

    /** What to highlight; empty when every dataset was asked for. */
    Optional<Query> wordsToMark() {
        return hasWords() ? Optional.of(words) : Optional.empty();
    }

    private boolean hasWords() {
        return !search.q().isBlank();
    }

    Map<String, Set<String>> chosen() {
        return chosen;
    }

    /** Whether any dataset has this value. */
    boolean isHeld(Facet facet, String value) {
        try {
            return snapshot.searcher().count(new TermQuery(new Term(Documents.countedIn(facet.id()), value))) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer answer() throws IOException {
        long end = (long) search.page() * search.size();
        int top = (int) Math.min(end, Math.max(1, snapshot.reader().maxDoc()));
        DrillSidewaysResult found = new Sideways(snapshot).search(drillDown(), null, null, top, order(), false);
        return new Answer(found.hits.totalHits.value(), List.of(page(found.hits)), counts(found));
    }

    /** Each facet counted over the hits; a facet with a choice, over what would be hits without that choice. */
    private Map<String, int[]> counts(DrillSidewaysResult found) throws IOException {
        Map<String, FacetsCollector> hits = new HashMap<>();
        for (int i = 0; i < chosen.size(); i++)
            hits.put(found.drillSidewaysDims[i], found.drillSidewaysFacetsCollector[i]);
        Map<String, int[]> counts = new HashMap<>();
        for (Facet facet : facets.all())
            counts.put(
                    facet.id(),
                    snapshot.column(facet.id()).count(hits.getOrDefault(facet.id(), found.drillDownFacetsCollector)));
        return counts;
    }

    /** The hits of the asked page, scored. */
    private ScoreDoc[] page(TopDocs hits) throws IOException {
        long start = Math.min((long) (search.page() - 1) * search.size(), hits.scoreDocs.length);
        ScoreDoc[] page = Arrays.copyOfRange(hits.scoreDocs, (int) start, hits.scoreDocs.length);
        if (hasWords()) TopFieldCollector.populateScores(page, snapshot.searcher(), words);
        return page;
    }

    private DrillDownQuery drillDown() {
        DrillDownQuery query = new DrillDownQuery(NO_CONFIG, words);
        chosen.forEach((id, values) -> query.add(
                id,
                KeywordField.newSetQuery(
                        Documents.countedIn(id),
                        values.stream().map(BytesRef::new).toList())));
        return query;
    }

    private Sort order() {
        SortField title =
                new SortField(TitleOrder.field(search.lang()), SortField.Type.STRING, false, SortField.STRING_LAST);
        SortField newest = new SortField(Documents.CHANGED, SortField.Type.LONG, true, Long.MIN_VALUE);
        return switch (search.sort()) {
            case RELEVANCE -> hasWords() ? new Sort(SortField.FIELD_SCORE, title) : new Sort(newest, title);
            case NEWEST -> new Sort(newest, title);
            case QUALITY ->
                new Sort(new SortField(Documents.QUALITY, SortField.Type.LONG, true, Long.MIN_VALUE), title);
            case TITLE -> new Sort(title);
        };
    }

    private Facet facet(String id) {
        return facets.all().stream()
                .filter(facet -> facet.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no facet \"" + id + "\"; there are " + String.join(", ", ids().toList())));
    }

    private Stream<String> ids() {
        return facets.all().stream().map(Facet::id);
    }

    private String value(Facet facet, String given) {
        return snapshot.column(facet.id()).number(given) >= 0 ? given : facets.asked(facet, given);
    }

    /** Lucene's sideways search without its counting: columns count faster, since they know their values by heart. */
    private static final class Sideways extends DrillSideways {
        Sideways(Snapshot snapshot) {
            super(snapshot.searcher(), NO_CONFIG, (SortedSetDocValuesReaderState) null);
        }

        @Override
        protected org.apache.lucene.facet.@Nullable Facets buildFacetsResult(
                FacetsCollector hits, FacetsCollector @Nullable [] without, String @Nullable [] facets) {
            return null;
        }
    }
}
