package samdata.catalog.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import samdata.catalog.identity.Holder;
import samdata.catalog.identity.KeyHolders;
import samdata.catalog.store.Entry;

/** The keys by which datasets of different sources may be held to be the same: a term each, and all of a document's beside it. */
final class IndexedKeys {
    private static final String KEY = "identity.key";
    private static final String KEYS = "identity.keys";

    private final DirectoryReader reader;

    IndexedKeys(DirectoryReader reader) {
        this.reader = reader;
    }

    static void add(Document document, Entry entry, long[] keys) {
        for (long key : keys) document.add(new StringField(KEY, term(key), Field.Store.NO));
        document.add(new BinaryDocValuesField(KEYS, packed(entry.iri().getURI(), entry.home(), keys)));
    }

    Map<String, long[]> keys(Collection<String> iris) throws IOException {
        Map<String, long[]> keys = new HashMap<>();
        Set<String> sorted = new TreeSet<>(iris);
        for (LeafReaderContext leaf : reader.leaves()) {
            List<Integer> found = documents(leaf.reader(), sorted);
            found.sort(null);
            @Nullable BinaryDocValues values = leaf.reader().getBinaryDocValues(KEYS);
            for (int document : found)
                if (values != null && values.advanceExact(document)) {
                    Packed packed = Packed.of(values.binaryValue());
                    keys.put(packed.holder().iri(), packed.keys());
                }
        }
        return keys;
    }

    void visit(long[] keys, Set<String> changing, int most, KeyHolders.Visitor visitor) throws IOException {
        if (reader.numDocs() == 0) return;
        List<Leaf> leaves = new ArrayList<>();
        Set<String> sorted = new TreeSet<>(changing);
        for (LeafReaderContext leaf : reader.leaves()) {
            @Nullable Terms terms = leaf.reader().terms(KEY);
            if (terms != null) leaves.add(new Leaf(leaf.reader(), terms, set(leaf.reader(), sorted)));
        }
        for (long key : keys) {
            List<Holder> all = new ArrayList<>();
            List<Holder> staying = new ArrayList<>();
            for (Leaf leaf : leaves) leaf.collect(term(key), most, all, staying);
            if (!all.isEmpty()) visitor.holders(key, all, staying);
        }
    }

    private static List<Integer> documents(LeafReader leaf, Collection<String> sortedIris) throws IOException {
        List<Integer> found = new ArrayList<>();
        @Nullable Terms terms = leaf.terms(Documents.IRI);
        if (terms == null) return found;
        TermsEnum each = terms.iterator();
        @Nullable Bits live = leaf.getLiveDocs();
        for (String iri : sortedIris)
            if (each.seekExact(new BytesRef(iri))) {
                PostingsEnum postings = each.postings(null, PostingsEnum.NONE);
                for (int at = postings.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = postings.nextDoc())
                    if (live == null || live.get(at)) found.add(at);
            }
        return found;
    }

    private static FixedBitSet set(LeafReader leaf, Collection<String> sortedIris) throws IOException {
        FixedBitSet set = new FixedBitSet(leaf.maxDoc());
        for (int document : documents(leaf, sortedIris)) set.set(document);
        return set;
    }

    /** One part of the index, asked for one key after another. */
    private static final class Leaf {
        private static final int MOST_AT_HAND = 10_000;

        private final LeafReader reader;
        private final TermsEnum terms;
        private final FixedBitSet changing;
        private final @Nullable Bits live;
        private final Map<Integer, Holder> atHand = new HashMap<>();
        private @Nullable PostingsEnum used;

        Leaf(LeafReader reader, Terms terms, FixedBitSet changing) throws IOException {
            this.reader = reader;
            this.terms = terms.iterator();
            this.changing = changing;
            this.live = reader.getLiveDocs();
        }

        void collect(BytesRef term, int most, List<Holder> all, List<Holder> staying) throws IOException {
            if (!terms.seekExact(term)) return;
            PostingsEnum postings = terms.postings(used, PostingsEnum.NONE);
            used = postings;
            for (int at = postings.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = postings.nextDoc()) {
                if (live != null && !live.get(at)) continue;
                boolean stays = !changing.get(at);
                boolean wanted = all.size() <= most || (stays && staying.size() <= most);
                if (all.size() > most && staying.size() > most) return;
                if (!wanted) continue;
                Holder holder = holder(at);
                if (holder == null) continue;
                if (all.size() <= most) all.add(holder);
                if (stays && staying.size() <= most) staying.add(holder);
            }
        }

        private @Nullable Holder holder(int document) throws IOException {
            Holder known = atHand.get(document);
            if (known != null) return known;
            BinaryDocValues values = reader.getBinaryDocValues(KEYS);
            if (values == null || !values.advanceExact(document)) return null;
            Holder holder = Packed.of(values.binaryValue()).holder();
            if (atHand.size() < MOST_AT_HAND) atHand.put(document, holder);
            return holder;
        }
    }

    private static BytesRef term(long key) {
        return new BytesRef(ByteBuffer.allocate(Long.BYTES).putLong(key).array());
    }

    private static BytesRef packed(String iri, String home, long[] keys) {
        byte[] name = (home + '\n' + iri).getBytes(StandardCharsets.UTF_8);
        ByteBuffer packed = ByteBuffer.allocate(Integer.BYTES + name.length + keys.length * Long.BYTES);
        packed.putInt(name.length).put(name);
        for (long key : keys) packed.putLong(key);
        return new BytesRef(packed.array());
    }

    /** What stands beside a document. */
    private record Packed(Holder holder, ByteBuffer rest) {
        static Packed of(BytesRef value) {
            ByteBuffer buffer = ByteBuffer.wrap(value.bytes, value.offset, value.length);
            byte[] name = new byte[buffer.getInt()];
            buffer.get(name);
            String text = new String(name, StandardCharsets.UTF_8);
            int at = text.indexOf('\n'); // a source id holds none
            return new Packed(new Holder(text.substring(at + 1), text.substring(0, at)), buffer);
        }

        long[] keys() {
            long[] keys = new long[rest.remaining() / Long.BYTES];
            for (int i = 0; i < keys.length; i++) keys[i] = rest.getLong();
            return keys;
        }
    }
}
