package samdata.web.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCAT;
import samdata.catalog.Catalog;
import samdata.catalog.history.Changes;
import samdata.catalog.history.DatasetChange;
import samdata.catalog.history.Kind;
import samdata.catalog.history.PartChange;
import samdata.catalog.history.PropertyChange;
import samdata.catalog.store.Graphs;
import samdata.vocab.Labels;

/** Reads what a run changed, as a person reads it. */
final class ChangesReader {
    private static final int SIZE = 20;
    private static final int ROWS = 60;
    private static final int VALUES = 8;

    private final Catalog catalog;
    private final Page page;

    ChangesReader(Catalog catalog, Page page) {
        this.catalog = catalog;
        this.page = page;
    }

    ChangesView view(Changes changes, int number) {
        List<DatasetChange> all = changes.datasets();
        int last = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int at = Math.clamp(number, 1, last);
        Graph said = new MultiUnion(changes.statements().toArray(Graph[]::new));
        return new ChangesView(
                all.size(),
                changes.isWhole(),
                all.subList((at - 1) * SIZE, Math.min(all.size(), at * SIZE)).stream()
                        .map(dataset -> dataset(changes, dataset, said))
                        .toList(),
                at < last
                        ? List.of()
                        : changes.others().stream()
                                .limit(SIZE)
                                .map(part -> part(part, name(part.node(), said), said))
                                .toList(),
                at > 1 ? Optional.of(page(at - 1)) : Optional.empty(),
                at < last ? Optional.of(page(at + 1)) : Optional.empty());
    }

    private ChangesView.Dataset dataset(Changes changes, DatasetChange change, Graph said) {
        Node iri = change.iri();
        return new ChangesView.Dataset(
                change.kind().word(),
                label(change.kind()),
                Labels.of(said, iri, page.lang()),
                change.kind() == Kind.REMOVED
                        ? Optional.empty()
                        : Optional.of(page.link("/datasets/" + Graphs.datasetId(iri.getURI()))),
                change.kind() == Kind.CHANGED
                        ? changes.parts(iri).stream()
                                .map(part -> part(part, part.node().equals(iri) ? "" : name(part.node(), said), said))
                                .toList()
                        : List.of());
    }

    private ChangesView.Part part(PartChange part, String name, Graph said) {
        return new ChangesView.Part(
                part.kind().word(),
                label(part.kind()),
                name,
                part.properties().stream()
                        .limit(ROWS)
                        .map(row -> row(row, said))
                        .toList(),
                Math.max(0, part.properties().size() - ROWS));
    }

    private ChangesView.Row row(PropertyChange change, Graph said) {
        Function<Node, String> named = node -> name(node, said);
        // two that are called alike are told apart by how they are written
        boolean alike = change.was().stream()
                .map(named)
                .toList()
                .equals(change.is().stream().map(named).toList());
        Function<Node, String> name = alike ? ChangesReader::written : named;
        return new ChangesView.Row(
                change.path().stream().map(this::property).collect(Collectors.joining(" › ")),
                values(change.was(), name),
                Math.max(0, change.was().size() - VALUES),
                values(change.is(), name),
                Math.max(0, change.is().size() - VALUES));
    }

    private static List<ChangesView.Value> values(List<Node> nodes, Function<Node, String> name) {
        return nodes.stream()
                .limit(VALUES)
                .map(node -> new ChangesView.Value(
                        name.apply(node), node.isLiteral() ? node.getLiteralLanguage() : "", Hrefs.of(node)))
                .toList();
    }

    /** The name of a concept, a licence or an agent, else the IRI as it is: what changed in it must be seen. */
    private String name(Node node, Graph said) {
        if (node.isLiteral()) return node.getLiteralLexicalForm();
        if (catalog.schemes().id(node).isPresent()) return Labels.of(catalog.vocabulary(), node, page.lang());
        Optional<Node> licence = catalog.schemes().licences().recognise(node);
        if (licence.isPresent()) return Labels.of(catalog.vocabulary(), licence.get(), page.lang());
        String label = Labels.of(said, node, page.lang());
        if (!node.getURI().replaceFirst("[/#]+$", "").endsWith(label)) return label;
        return written(node).startsWith(Graphs.GENID) ? page.say("value.unnamed") : written(node);
    }

    private static String written(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
    }

    private String property(Node property) {
        Graph shapes = catalog.shapes();
        String label = shapes.find(Node.ANY, SHACL.path, property).mapWith(Triple::getSubject).toList().stream()
                .sorted(Comparator.comparing(shape -> !isOfDatasets(shapes, shape)))
                .flatMap(shape -> Labels.best(shapes, shape, SHACL.name, page.lang()).stream())
                .findFirst()
                .orElseGet(() -> Labels.of(catalog.vocabulary(), property, page.lang()));
        String words = label.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ');
        return words.isEmpty()
                ? property.toString()
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What is said of datasets and their files; a catalogue's own properties are called otherwise. */
    private static boolean isOfDatasets(Graph shapes, Node shape) {
        return shapes.find(Node.ANY, SHACL.property, shape).mapWith(Triple::getSubject).toList().stream()
                .anyMatch(node -> shapes.contains(node, SHACL.targetClass, DCAT.Dataset.asNode())
                        || shapes.contains(node, SHACL.targetClass, DCAT.Distribution.asNode()));
    }

    private String label(Kind kind) {
        return switch (kind) {
            case ADDED -> page.say("change.added");
            case CHANGED -> page.say("change.changed");
            case REMOVED -> page.say("change.removed");
        };
    }

    private String page(int number) {
        return page.here().with("page", Integer.toString(number)).toString();
    }
}
