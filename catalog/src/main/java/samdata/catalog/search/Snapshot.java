package samdata.catalog.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The index as one commit left it, with what is worked out once a commit.
 *
 * @param counted by facet id; absent when no dataset has a value in it
 * @param words the fields that hold words, each with its weight
 */
record Snapshot(
        DirectoryReader reader,
        IndexSearcher searcher,
        Map<String, SortedSetDocValuesReaderState> counted,
        FacetLabels labels,
        Map<String, Float> words) {

    private static Snapshot of(DirectoryReader reader, List<Facet> facets, FacetsConfig config) throws IOException {
        FieldInfos fields = FieldInfos.getMergedFieldInfos(reader);
        Map<String, SortedSetDocValuesReaderState> counted = new HashMap<>();
        for (Facet facet : facets) {
            String field = Documents.countedIn(facet.id());
            if (fields.fieldInfo(field) != null && hasValues(reader, field))
                counted.put(facet.id(), new DefaultSortedSetDocValuesReaderState(reader, field, config));
        }
        Map<String, Float> words = new TreeMap<>(Words.anyLanguage());
        for (Part part : Part.values())
            fields.forEach(field -> {
                if (field.name.startsWith(part.anyLanguage() + ".")) words.put(field.name, part.weight);
            });
        return new Snapshot(reader, new IndexSearcher(reader), counted, FacetLabels.in(reader, facets), words);
    }

    private static boolean hasValues(DirectoryReader reader, String field) throws IOException {
        for (var leaf : reader.leaves()) if (leaf.reader().getSortedSetDocValues(field) != null) return true;
        return false;
    }

    /** Hands out the newest snapshot and closes one when its last reader is done. */
    static final class Newest extends ReferenceManager<Snapshot> {
        private final List<Facet> facets;
        private final FacetsConfig config;

        Newest(Directory directory, List<Facet> facets, FacetsConfig config) throws IOException {
            this.facets = facets;
            this.config = config;
            this.current = Snapshot.of(DirectoryReader.open(directory), facets, config);
        }

        @Override
        protected @Nullable Snapshot refreshIfNeeded(Snapshot old) throws IOException {
            DirectoryReader newer = DirectoryReader.openIfChanged(old.reader());
            return newer == null ? null : Snapshot.of(newer, facets, config);
        }

        @Override
        protected void decRef(Snapshot snapshot) throws IOException {
            snapshot.reader().decRef();
        }

        @Override
        protected boolean tryIncRef(Snapshot snapshot) {
            return snapshot.reader().tryIncRef();
        }

        @Override
        protected int getRefCount(Snapshot snapshot) {
            return snapshot.reader().getRefCount();
        }
    }
}
