package samdata.catalog.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import samdata.catalog.identity.KeysAtHand;
import samdata.catalog.store.Entry;
import samdata.vocab.Labels;

/** A dataset as the index holds it: words to find it by, facet values to count, and what a hit shows. */
final class Documents {
    static final String ID = "id";
    static final String IRI = "iri";
    static final String CHANGED = "changed";
    /** The IRIs of its concepts; what they are called stands in the {@link Thesaurus}. */
    static final String CONCEPT = "concept";

    /** What a hit shows; the values of a facet stand under {@link #shown}. */
    static final String SHOWN_TITLE = "shown.title";

    static final String SHOWN_DESCRIPTION = "shown.description";
    static final String SHOWN_MODIFIED = "shown.modified";
    /** A task's IRI, a space, and the level at which the dataset meets it. */
    static final String SHOWN_LEVEL = "shown.level";

    static final String SHOWN_QUALITY = "shown.quality";
    static final String QUALITY = "quality";

    /** The facets whose values a hit shows, by their ids. */
    static final List<String> SHOWN_FACETS = List.of("publisher", "licence", "task", "modality", "keyword");

    /** No facet value is longer: it could be neither shown nor chosen. */
    private static final int MAX_VALUE = 1000;

    /** No longer IRI is indexed: Lucene takes no term of more than 32,766 bytes, and a sort key holds the IRI too. */
    private static final int MAX_IRI = 8000;

    private final Facets facets;
    private final ConceptNames concepts;
    private final KeysAtHand keys;

    Documents(Facets facets, ConceptNames concepts, KeysAtHand keys) {
        this.facets = facets;
        this.concepts = concepts;
        this.keys = keys;
    }

    static String shown(String facet) {
        return "shown." + facet;
    }

    static String countedIn(String facet) {
        return "facet." + facet;
    }

    static String labelledIn(String facet) {
        return "called." + facet;
    }

    /** Whether a dataset of this IRI can be in the index. */
    static boolean takes(Node iri) {
        return iri.getURI().length() <= MAX_IRI;
    }

    /** @throws IllegalArgumentException when the dataset's IRI is too long */
    Document of(Entry entry) {
        if (!takes(entry.iri()))
            throw new IllegalArgumentException("its IRI is longer than " + MAX_IRI + " characters");
        Document document = new Document();
        document.add(new StringField(ID, entry.id(), Field.Store.YES));
        document.add(new StringField(IRI, entry.iri().getURI(), Field.Store.YES));
        document.add(new SortedDocValuesField(IRI, new BytesRef(entry.iri().getURI())));
        addTitle(document, entry);
        addDescription(document, entry);
        addDates(document, entry);
        Set<Node> ours = new HashSet<>();
        for (Facet facet : facets.all()) addFacet(document, ours, entry, facet);
        ours.forEach(concept -> document.add(new StringField(CONCEPT, concept.getURI(), Field.Store.NO)));
        addJudgements(document, new Judged(entry.judged(), entry.iri()));
        IndexedKeys.add(document, entry, keys.of(entry));
        return document;
    }

    private static void addTitle(Document document, Entry entry) {
        List<Text> titles = Text.all(entry.view(), entry.iri(), DCTerms.title.asNode());
        if (titles.isEmpty()) titles = List.of(new Text("", Labels.of(entry.view(), entry.iri(), "en")));
        for (Text title : titles) {
            addWords(document, Part.TITLE, title);
            document.add(new StoredField(SHOWN_TITLE, title.packed()));
        }
        for (String lang : TitleOrder.languages()) {
            String read = Text.best(titles, lang).map(Text::words).orElseThrow();
            document.add(new SortedDocValuesField(TitleOrder.field(lang), TitleOrder.key(read, lang, entry.iri())));
        }
    }

    private static void addDescription(Document document, Entry entry) {
        Graph view = entry.view();
        for (Text description : Text.all(view, entry.iri(), DCTerms.description.asNode())) {
            addWords(document, Part.TEXT, description);
            document.add(new StoredField(SHOWN_DESCRIPTION, description.packed()));
        }
        addWords(document, Part.TEXT, new Text("", entry.iri().getURI()));
        for (Text identifier : Text.all(view, entry.iri(), DCTerms.identifier.asNode()))
            addWords(document, Part.TEXT, identifier);
        view.find(entry.iri(), DCAT.distribution.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .forEachRemaining(distribution -> Stream.of(DCTerms.title.asNode(), DCTerms.description.asNode())
                        .flatMap(property -> Text.all(view, distribution, property).stream())
                        .forEach(text -> addWords(document, Part.TEXT, text)));
    }

    private static void addDates(Document document, Entry entry) {
        List<Text> modified = Text.all(entry.view(), entry.iri(), DCTerms.modified.asNode());
        List<Text> issued = Text.all(entry.view(), entry.iri(), DCTerms.issued.asNode());
        OptionalLong changed = latest(modified);
        (changed.isPresent() ? changed : latest(issued))
                .ifPresent(seconds -> document.add(new NumericDocValuesField(CHANGED, seconds)));
        modified.stream()
                .map(Text::words)
                .max(java.util.Comparator.naturalOrder())
                .ifPresent(written -> document.add(new StoredField(SHOWN_MODIFIED, written)));
    }

    private static OptionalLong latest(Collection<Text> dates) {
        return dates.stream()
                .map(date -> Dates.seconds(date.words()))
                .flatMapToLong(OptionalLong::stream)
                .max();
    }

    private static void addJudgements(Document document, Judged judged) {
        judged.levels()
                .forEach((task, level) -> document.add(new StoredField(SHOWN_LEVEL, task.getURI() + " " + level)));
        judged.quality().ifPresent(points -> {
            document.add(new StoredField(SHOWN_QUALITY, points));
            document.add(new NumericDocValuesField(QUALITY, points));
        });
    }

    /** @param ours takes the concepts among the values */
    private void addFacet(Document document, Set<Node> ours, Entry entry, Facet facet) {
        Map<String, Node> values = new LinkedHashMap<>(facets.values(entry, facet));
        values.keySet().removeIf(value -> value.length() > MAX_VALUE);
        values.forEach((value, node) -> {
            document.add(new KeywordField(countedIn(facet.id()), value, Field.Store.NO));
            Optional<ConceptNames.Name> concept = concepts.of(node);
            if (node.isLiteral()) {
                addWords(document, Part.KEYWORD, Text.of(node));
            } else if (concept.isPresent()) {
                document.add(new SortedSetDocValuesField(
                        labelledIn(facet.id()), concept.get().label()));
                ours.add(node);
            } else {
                Label label = Label.of(value, node, entry.view());
                document.add(new SortedSetDocValuesField(labelledIn(facet.id()), new BytesRef(label.packed())));
                addLabels(document, value, Text.labels(entry.view(), node));
            }
        });
        if (SHOWN_FACETS.contains(facet.id()))
            narrowest(values)
                    .forEach((value, node) ->
                            document.add(new StoredField(shown(facet.id()), packed(value, node, entry.view()))));
    }

    private String packed(String value, Node node, Graph view) {
        return concepts.of(node)
                .map(ConceptNames.Name::packed)
                .orElseGet(() -> Label.of(value, node, view).packed());
    }

    private static void addLabels(Document document, String value, List<Text> labels) {
        addWords(document, Part.KEYWORD, new Text("", value));
        new HashSet<>(labels).forEach(label -> addWords(document, Part.KEYWORD, label));
    }

    /** The values without those that another of them already implies. */
    private SortedMap<String, Node> narrowest(Map<String, Node> values) {
        Set<String> implied = new HashSet<>();
        values.values().forEach(node -> implied.addAll(facets.broader(node)));
        SortedMap<String, Node> narrowest = new TreeMap<>(values);
        narrowest.keySet().removeAll(implied);
        return narrowest;
    }

    private static void addWords(Document document, Part part, Text text) {
        Analysis.language(text.lang())
                .ifPresent(language -> document.add(new TextField(part.in(language), text.words(), Field.Store.NO)));
        document.add(new TextField(part.anyLanguage(), text.words(), Field.Store.NO));
        if (part != Part.TEXT) document.add(new TextField(Part.TEXT.anyLanguage(), text.words(), Field.Store.NO));
    }
}
