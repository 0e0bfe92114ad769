package samdata.catalog.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.DrillSideways.DrillSidewaysResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.MultiFacets;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One search over one snapshot of the index. */
final class Question {
    private final Snapshot snapshot;
    private final Facets facets;
    private final FacetsConfig config;
    private final Search search;
    private final Query words;
    private final Map<String, Set<String>> chosen = new TreeMap<>();

    Question(Snapshot snapshot, Facets facets, FacetsConfig config, Analysis analysis, Search search) {
        this.snapshot = snapshot;
        this.facets = facets;
        this.config = config;
        this.search = search;
        this.words = search.q().isBlank()
                ? MatchAllDocsQuery.INSTANCE
                : Words.query(analysis, snapshot.words(), search.lang(), search.q());
        search.chosen().forEach((id, given) -> {
            Set<String> values = new LinkedHashSet<>();
            given.forEach(value -> values.add(value(facet(id), value)));
            if (!values.isEmpty()) chosen.put(id, values);
        });
    }

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

    /** Hits up to the end of the asked page, and for each facet its counts without its own choice. */
    DrillSidewaysResult answer() throws IOException {
        long end = (long) search.page() * search.size();
        int top = (int) Math.min(end, Math.max(1, snapshot.reader().maxDoc()));
        return new PerFacet().search(drillDown(), null, null, top, order(), false);
    }

    /** The hits of the asked page, scored. */
    ScoreDoc[] page(TopDocs hits) throws IOException {
        long start = Math.min((long) (search.page() - 1) * search.size(), hits.scoreDocs.length);
        ScoreDoc[] page = Arrays.copyOfRange(hits.scoreDocs, (int) start, hits.scoreDocs.length);
        if (hasWords()) TopFieldCollector.populateScores(page, snapshot.searcher(), words);
        return page;
    }

    private DrillDownQuery drillDown() {
        DrillDownQuery query = new DrillDownQuery(config, words);
        chosen.forEach((id, values) -> {
            String field = Documents.countedIn(id);
            List<BytesRef> terms = values.stream()
                    .map(value -> DrillDownQuery.term(field, id, value).bytes())
                    .toList();
            query.add(id, new TermInSetQuery(field, terms));
        });
        return query;
    }

    private Sort order() {
        SortField title =
                new SortField(TitleOrder.field(search.lang()), SortField.Type.STRING, false, SortField.STRING_LAST);
        SortField newest = new SortField(Documents.CHANGED, SortField.Type.LONG, true, Long.MIN_VALUE);
        SortField iri = new SortField(Documents.IRI, SortField.Type.STRING);
        return switch (search.sort()) {
            case RELEVANCE -> hasWords() ? new Sort(SortField.FIELD_SCORE, title, iri) : new Sort(newest, title, iri);
            case NEWEST -> new Sort(newest, title, iri);
            case TITLE -> new Sort(title, iri);
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
        return snapshot.labels().has(facet.id(), given) ? given : facets.asked(facet, given);
    }

    /** Counts each facet by its own field, so that a choice costs the counting of one facet and not of all. */
    private final class PerFacet extends DrillSideways {
        PerFacet() {
            super(snapshot.searcher(), Question.this.config, (SortedSetDocValuesReaderState) null);
        }

        @Override
        protected org.apache.lucene.facet.Facets buildFacetsResult(
                FacetsCollector all, FacetsCollector @Nullable [] without, String @Nullable [] dims)
                throws IOException {
            Map<String, FacetsCollector> hits = new HashMap<>();
            snapshot.counted().keySet().forEach(id -> hits.put(id, all));
            if (without != null && dims != null) for (int i = 0; i < dims.length; i++) hits.put(dims[i], without[i]);
            Map<String, org.apache.lucene.facet.Facets> counts = new HashMap<>();
            for (var counted : snapshot.counted().entrySet())
                counts.put(
                        counted.getKey(),
                        new SortedSetDocValuesFacetCounts(
                                counted.getValue(),
                                Optional.ofNullable(hits.get(counted.getKey())).orElse(all)));
            return new MultiFacets(counts);
        }
    }
}
