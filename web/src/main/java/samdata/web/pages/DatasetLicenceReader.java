package samdata.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import samdata.catalog.licence.DatasetLicences;
import samdata.catalog.licence.Licence;
import samdata.catalog.licence.LicenceStatement;
import samdata.catalog.licence.Licences;
import samdata.catalog.licence.Use;
import samdata.catalog.store.Entry;

/** Reads what is said of a dataset's licence, for its page. */
final class DatasetLicenceReader {
    private static final int PARTS_SHOWN = 4;

    private final Entry entry;
    private final Description description;
    private final Licences known;
    private final LicenceWords words;
    private final DatasetLicences licences;

    DatasetLicenceReader(Entry entry, Description description, Licences known, LicenceWords words) {
        this.entry = entry;
        this.description = description;
        this.known = known;
        this.words = words;
        this.licences = DatasetLicences.of(entry, known);
    }

    DatasetLicenceView view() {
        List<String> silent = silent();
        return new DatasetLicenceView(
                stated(),
                silent.stream().limit(PARTS_SHOWN).toList(),
                Math.max(0, silent.size() - PARTS_SHOWN),
                disputes(),
                words.cautions(entry),
                Stream.of(Use.values()).map(licences::answer).map(words::answer).toList(),
                licences.parts().values().stream()
                        .flatMap(part -> part.stated().stream())
                        .distinct()
                        .map(words::named)
                        .toList(),
                description.source());
    }

    /** Statements that differ in nothing but their part are shown as one. */
    private List<DatasetLicenceView.Stated> stated() {
        record Said(Node object, Licence licence, Optional<String> by, boolean ofPart) {}
        Map<Said, List<LicenceStatement>> groups = new LinkedHashMap<>();
        for (LicenceStatement statement : licences.statements())
            groups.computeIfAbsent(
                            new Said(
                                    statement.object(),
                                    statement.licence(),
                                    statement.by(),
                                    statement.part().isPresent()),
                            any -> new ArrayList<>())
                    .add(statement);
        return groups.values().stream().map(this::stated).toList();
    }

    private DatasetLicenceView.Stated stated(List<LicenceStatement> alike) {
        LicenceStatement first = alike.getFirst();
        List<String> parts = alike.stream()
                .flatMap(statement -> statement.part().stream())
                .distinct()
                .map(this::name)
                .toList();
        return new DatasetLicenceView.Stated(
                description.name(first.object()),
                Hrefs.of(first.object()),
                known.recognise(first.object())
                        .or(() -> Optional.of(first.licence()).filter(Licence::isKnown))
                        .map(words::named),
                parts.stream().limit(PARTS_SHOWN).toList(),
                Math.max(0, parts.size() - PARTS_SHOWN),
                first.by().map(this::name));
    }

    private List<String> silent() {
        var spoken = licences.statements().stream()
                .map(statement -> statement.part().orElse(""))
                .collect(Collectors.toSet());
        return licences.parts().entrySet().stream()
                .filter(part -> !spoken.contains(part.getKey()))
                .filter(part -> part.getValue().stated().stream().noneMatch(Licence::isKnown))
                .map(part -> name(part.getKey()))
                .toList();
    }

    private List<DatasetLicenceView.Dispute> disputes() {
        return licences.parts().entrySet().stream()
                .filter(part -> part.getValue().disputed())
                .map(part -> new DatasetLicenceView.Dispute(
                        name(part.getKey()),
                        part.getValue().stated().stream().map(words::named).toList()))
                .toList();
    }

    /** A component's word, else what the distribution or the agent of that IRI is called. */
    private String name(String part) {
        return part.matches("[a-z][a-z0-9+.-]*:\\S+") ? description.name(NodeFactory.createURI(part)) : part;
    }
}
