package samdata.catalog.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The index as one commit left it, with what is worked out once a commit.
 *
 * @param words the fields that hold words, each with its weight
 */
record Snapshot(DirectoryReader reader, IndexSearcher searcher, Map<String, Column> columns, Map<String, Float> words) {

    private static Snapshot of(DirectoryReader reader, List<Facet> facets) throws IOException {
        Map<String, Column> columns = new HashMap<>();
        for (Facet facet : facets) columns.put(facet.id(), Column.of(reader, facet));
        Map<String, Float> words = new TreeMap<>(Words.anyLanguage());
        for (Part part : Part.values())
            FieldInfos.getMergedFieldInfos(reader).forEach(field -> {
                if (field.name.startsWith(part.anyLanguage() + ".")) words.put(field.name, part.weight);
            });
        return new Snapshot(reader, new IndexSearcher(reader), columns, words);
    }

    /** The values of a declared facet. */
    Column column(String facet) {
        return Objects.requireNonNull(columns.get(facet));
    }

    /** Hands out the newest snapshot and closes an older one when its last reader is done. */
    static final class Newest extends ReferenceManager<Snapshot> {
        private final List<Facet> facets;

        Newest(Directory directory, List<Facet> facets) throws IOException {
            this.facets = facets;
            this.current = Snapshot.of(DirectoryReader.open(directory), facets);
        }

        @Override
        protected @Nullable Snapshot refreshIfNeeded(Snapshot old) throws IOException {
            DirectoryReader newer = DirectoryReader.openIfChanged(old.reader());
            return newer == null ? null : Snapshot.of(newer, facets);
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
