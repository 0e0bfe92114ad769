package samdata.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.lucene.util.BytesRef;
import samdata.vocab.Schemes;

/**
 * What the concepts of our schemes are called, cut into words once: they are few and never change, and each stands in many
 * datasets. What a company calls anything is never kept here.
 */
final class ConceptNames {
    private final Schemes schemes;
    private final Analysis analysis;
    private final Map<Node, Name> names = new ConcurrentHashMap<>();

    ConceptNames(Schemes schemes, Analysis analysis) {
        this.schemes = schemes;
        this.analysis = analysis;
    }

    /**
     * @param packed the label as it stands in the index
     * @param words its id and all that it is called, as each field holds them
     */
    record Name(String packed, BytesRef label, Map<String, CutWords> words) {}

    /** Empty when the node is no concept of ours. */
    Optional<Name> of(Node node) {
        Name known = names.get(node);
        if (known != null) return Optional.of(known);
        return schemes.id(node).map(id -> names.computeIfAbsent(node, any -> read(id, node)));
    }

    private Name read(String id, Node concept) {
        String packed = Label.of(id, concept, schemes.graph()).packed();
        Map<String, Set<String>> texts = new LinkedHashMap<>();
        List<Text> labels = Text.labels(schemes.graph(), concept);
        for (String field : List.of(Part.KEYWORD.anyLanguage(), Part.TEXT.anyLanguage())) {
            Set<String> words = new LinkedHashSet<>(List.of(id));
            labels.forEach(label -> words.add(label.words()));
            texts.put(field, words);
        }
        for (Text label : labels)
            Analysis.language(label.lang())
                    .ifPresent(
                            language -> texts.computeIfAbsent(Part.KEYWORD.in(language), any -> new LinkedHashSet<>())
                                    .add(label.words()));
        return new Name(
                packed,
                new BytesRef(packed),
                texts.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, field -> cut(field.getKey(), field.getValue()))));
    }

    private CutWords cut(String field, Set<String> texts) {
        try {
            return CutWords.of(analysis, field, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // what is in memory can be read
        }
    }
}
