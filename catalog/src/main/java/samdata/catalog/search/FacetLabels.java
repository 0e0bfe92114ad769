package samdata.catalog.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import samdata.vocab.Labels;

/**
 * What the values of the facets are called, kept in the index beside the counts: each distinct value once, however many
 * datasets have it, and gone with the last of them.
 */
final class FacetLabels {
    private static final String SEPARATOR = "\u001F";
    private static final int MAX_LABEL = 200;

    private final Map<String, Map<String, Label>> labels = new HashMap<>();

    /** @param iri empty when the value is a literal */
    record Label(String value, String iri, String en, String sv) {
        String in(String lang) {
            return lang.equals("sv") ? sv : en;
        }

        private static Label unpacked(BytesRef packed) {
            String[] parts = packed.utf8ToString().split(SEPARATOR, 4);
            return new Label(parts[3], parts[0], parts[1], parts[2]);
        }

        private BytesRef packed() {
            return new BytesRef(String.join(SEPARATOR, iri, clean(en), clean(sv), value));
        }

        private static String clean(String label) {
            String oneLine = label.replaceAll("\\s+", " ").replace(SEPARATOR, " ");
            return oneLine.length() <= MAX_LABEL ? oneLine : oneLine.substring(0, MAX_LABEL);
        }
    }

    static FacetLabels in(IndexReader reader, List<Facet> facets) throws IOException {
        FacetLabels found = new FacetLabels();
        for (Facet facet : facets) {
            Map<String, Label> labels = new HashMap<>();
            for (LeafReaderContext leaf : reader.leaves()) {
                SortedSetDocValues packed = leaf.reader().getSortedSetDocValues(field(facet.id()));
                if (packed == null) continue;
                TermsEnum terms = packed.termsEnum();
                while (terms.next() != null) {
                    Label label = Label.unpacked(terms.term());
                    labels.merge(label.value(), label, FacetLabels::better);
                }
            }
            found.labels.put(facet.id(), labels);
        }
        return found;
    }

    static void add(Document document, Facet facet, String value, Node node, Graph describing) {
        if (node.isLiteral()) return;
        Label label =
                new Label(value, node.toString(), Labels.of(describing, node, "en"), Labels.of(describing, node, "sv"));
        document.add(new SortedSetDocValuesField(field(facet.id()), label.packed()));
    }

    /** A value that no dataset has is called what it was asked for by. */
    Label of(String facet, String value) {
        Label label = labels.getOrDefault(facet, Map.of()).get(value);
        return label != null ? label : new Label(value, "", value, value);
    }

    boolean has(String facet, String value) {
        return labels.getOrDefault(facet, Map.of()).containsKey(value);
    }

    private static String field(String facet) {
        return "called." + facet;
    }

    /** Companies name an organisation in more or less words, or not at all; the longest is the most telling. */
    private static Label better(Label one, Label other) {
        if (one.en().length() != other.en().length())
            return one.en().length() > other.en().length() ? one : other;
        return one.en().compareTo(other.en()) <= 0 ? one : other;
    }
}
