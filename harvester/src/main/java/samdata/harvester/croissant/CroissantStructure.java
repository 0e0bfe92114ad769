package samdata.harvester.croissant;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.croissant.CroissantFaults.Rule;
import samdata.harvester.run.Run;

/**
 * What is wrong with how a Croissant description is built: files, record sets and fields of a wrong type, references to what
 * is not there, and what a file or field cannot be read without. What the dataset itself must state is the shapes' matter.
 * Rules: the Croissant format specification 0.8, 1.0 and 1.1, and what mlcroissant, its reference reader, refuses.
 */
public final class CroissantStructure {
    private static final String VIOLATION = "violation";
    private static final String WARNING = "warning";
    private static final String DATASET = "https://schema.org/Dataset";
    private static final Set<String> FILES = Set.of("FileObject", "FileSet");
    /** What schema.org and DCAT let a distribution be. */
    private static final Set<String> DOWNLOADS = Set.of(
            "DataDownload", "MediaObject", "AudioObject", "ImageObject", "VideoObject", "3DModel", "Distribution");

    static final List<String> REFERENCES = List.of("fileObject", "fileSet", "recordSet", "field", "distribution");
    private static final Set<String> OF_SCHEMA_ORG = Set.of("name", "contentUrl", "encodingFormat", "distribution");

    private final CroissantGraph graph;
    private final Node dataset;
    private final CroissantFaults faults;
    private final boolean croissant;
    private final boolean namedById;
    private final CroissantSources sources;
    private final CroissantRecords records;

    private CroissantStructure(CroissantGraph graph, Node dataset, CroissantFaults faults) {
        this.graph = graph;
        this.dataset = dataset;
        this.faults = faults;
        var profiles = graph.profiles();
        this.croissant = profiles.stream().anyMatch(CroissantStructure::isVersion)
                || !graph.recordSets().isEmpty()
                || graph.files().stream().anyMatch(file -> graph.isTyped(file, FILES));
        this.sources = new CroissantSources(graph, dataset, faults);
        this.records = new CroissantRecords(graph, dataset, faults);
        this.namedById = profiles.stream().anyMatch(profile -> isVersion(profile) && !profile.endsWith("/1.0"));
    }

    /** Every fault of every description in {@code stated}, which has no blank nodes any more. */
    public static List<Run.Finding> findings(Graph stated) {
        var faults = new CroissantFaults();
        var datasets = CroissantGraph.typed(stated, "Dataset");
        for (Node dataset : datasets)
            new CroissantStructure(new CroissantGraph(stated, dataset), dataset, faults).check();
        Stream.concat(claiming(stated), CroissantGraph.withRecordSets(stated))
                .distinct()
                .filter(node -> !datasets.contains(node))
                .filter(node -> !stated.contains(node, RDF.Nodes.type, DCAT.Dataset.asNode()))
                .forEach(node -> new CroissantStructure(new CroissantGraph(stated, node), node, faults)
                        .typed(node, Set.of("Dataset"), DATASET));
        return faults.all();
    }

    /** What says that it follows a version of Croissant. */
    private static Stream<Node> claiming(Graph stated) {
        return stated
                .find(Node.ANY, DCTerms.conformsTo.asNode(), Node.ANY)
                .filterKeep(triple -> isVersion(triple.getObject().toString()))
                .mapWith(Triple::getSubject)
                .toList()
                .stream();
    }

    private static boolean isVersion(String profile) {
        return profile.matches("\"?https?://mlcommons\\.org/croissant/\\d.*");
    }

    private void check() {
        for (Node file : graph.files()) if (isDescribed(file, "distribution")) file(file);
        for (Node each : graph.recordSets()) if (isDescribed(each, "recordSet")) recordSet(each);
        if (croissant) records.names();
    }

    private boolean isDescribed(Node part, String property) {
        if (graph.meant(part).isPresent()) return true;
        if (croissant) refers(dataset, property, part);
        return false;
    }

    private void file(Node file) {
        if (graph.isTyped(file, DOWNLOADS) && !graph.isTyped(file, FILES)) return;
        typed(file, FILES, "FileObject or FileSet (in schema.org alone: DataDownload)");
        for (Node container : graph.values(file, "containedIn")) refers(file, "containedIn", container);
        circle(file);
        if (!graph.isTyped(file, FILES)) return;
        name(file);
        if (graph.isTyped(file, Set.of("FileSet"))) required(file, "includes");
        else if (!graph.states(file, "containedIn")) required(file, "contentUrl");
        required(file, "encodingFormat");
    }

    private void circle(Node file) {
        Set<Node> seen = new LinkedHashSet<>();
        var queue = new ArrayDeque<>(containers(file));
        while (!queue.isEmpty()) {
            var container = queue.remove();
            if (container.equals(file)) {
                var around = seen.stream().map(this::quoted).toList();
                faults.add(
                        Rule.CIRCLE,
                        VIOLATION,
                        dataset,
                        path("containedIn"),
                        quoted(file),
                        around.isEmpty() ? quoted(file) : String.join(", ", around));
                return;
            }
            if (seen.add(container)) queue.addAll(containers(container));
        }
    }

    private List<Node> containers(Node file) {
        return graph.values(file, "containedIn").stream()
                .flatMap(container -> graph.meant(container).stream())
                .toList();
    }

    private void recordSet(Node records) {
        typed(records, Set.of("RecordSet"), "RecordSet");
        name(records);
        boolean inline = graph.states(records, "data");
        for (Node field : graph.fields(records)) if (isDescribed(field, "field")) field(field, inline);
        for (Node key : graph.values(records, "key")) key(records, key);
        join(records);
        if (croissant) this.records.check(records);
    }

    private void field(Node field, boolean inline) {
        typed(field, Set.of("Field"), "Field");
        name(field);
        boolean whole = graph.states(field, "subField");
        if (!inline && !whole && !isRead(field))
            faults.add(Rule.SOURCE, VIOLATION, dataset, path("source"), quoted(field));
        if (!whole && !isDataTyped(field)) untypedData(field);
        for (String property : List.of("source", "references", "parentField"))
            for (Node value : graph.values(field, property)) reference(field, property, value);
        for (Node parent : graph.values(field, "parentField"))
            for (String property : List.of("source", "references"))
                for (Node value : graph.values(parent, property)) reference(field, "parentField", value);
        if (croissant) sources.check(field);
    }

    /** It, or what it is a part of, says where its values are. */
    private boolean isRead(Node field) {
        Set<Node> seen = new HashSet<>();
        for (Optional<Node> at = Optional.of(field);
                at.isPresent() && seen.add(at.get());
                at = graph.wholeOf(at.get())) {
            var read = at.get();
            if (Stream.of("source", "value", "references").anyMatch(property -> graph.states(read, property)))
                return true;
        }
        return false;
    }

    private void untypedData(Node field) {
        var elsewhere =
                graph.values(field, "dataType").stream().map(this::quoted).toList();
        var instead = elsewhere.isEmpty()
                ? ""
                : "; its @context makes the dataType " + String.join(", ", elsewhere) + " a property of schema.org";
        faults.add(Rule.DATA_TYPE, VIOLATION, dataset, path("dataType"), quoted(field), instead);
    }

    /** It, what it is a part of, or what it is read from or refers to has a type. */
    private boolean isDataTyped(Node field) {
        Set<Node> seen = new HashSet<>();
        var queue = new ArrayDeque<>(List.of(field));
        while (!queue.isEmpty()) {
            var at = queue.remove();
            if (!seen.add(at)) continue;
            if (!graph.ownValues(at, "dataType").isEmpty()) return true;
            graph.wholeOf(at).ifPresent(queue::add);
            for (String property : List.of("parentField", "source", "references"))
                for (Node value : graph.values(at, property)) {
                    graph.meant(value).ifPresent(queue::add);
                    graph.values(value, "field")
                            .forEach(other -> graph.meant(other).ifPresent(queue::add));
                }
        }
        return false;
    }

    /** A data source holds the reference to a file, a record set or a field, or is one itself. */
    private void reference(Node field, String property, Node value) {
        if (value.isURI()) refers(field, property, value);
        for (String kind : REFERENCES)
            for (Node reference : graph.values(value, kind)) refers(field, property, reference);
    }

    private void refers(Node node, String property, Node reference) {
        refers(node, property, reference, VIOLATION);
    }

    private void refers(Node node, String property, Node reference, String severity) {
        if (graph.meant(reference).isEmpty())
            faults.add(Rule.DANGLING, severity, dataset, path(property), quoted(node), property, quoted(reference));
    }

    /** Only a warning: the records can be read without, and examples of the specification have it wrong. */
    private void key(Node records, Node key) {
        if (key.isLiteral() && graph.fields(records).stream().anyMatch(field -> isCalled(field, key))) return;
        var field = graph.meant(key);
        if (field.isEmpty()) refers(records, "key", key, WARNING);
        else if (!graph.fields(records).contains(field.get()) && !graph.states(field.get(), "field"))
            faults.add(Rule.FOREIGN, WARNING, dataset, path("key"), quoted(records), "key", quoted(key));
    }

    private boolean isCalled(Node field, Node name) {
        var label = graph.label(field);
        return label.equals(graph.label(name)) || label.endsWith("/" + graph.label(name));
    }

    /** Records out of several sources belong together only as a field of one refers to the other. */
    private void join(Node records) {
        List<Set<Node>> joined = new ArrayList<>();
        Set<Node> sources = new LinkedHashSet<>();
        for (Node field : graph.fields(records)) {
            var from = origins(field, "source");
            sources.addAll(from);
            var together = origins(field, "references");
            together.addAll(from);
            joined.add(together);
        }
        if (sources.size() < 2) return;
        Set<Node> reached = new HashSet<>(Set.of(sources.iterator().next()));
        boolean more = true;
        while (more) {
            more = false;
            for (Set<Node> each : joined) if (each.stream().anyMatch(reached::contains)) more |= reached.addAll(each);
        }
        if (reached.containsAll(sources)) return;
        var names = sources.stream().map(this::quoted).sorted().collect(Collectors.joining(" and "));
        faults.add(Rule.JOIN, VIOLATION, dataset, path("references"), quoted(records), names);
    }

    /** The files and record sets that a field is read from, or refers to. */
    private Set<Node> origins(Node field, String property) {
        Set<Node> origins = new LinkedHashSet<>();
        for (Node value : graph.values(field, property)) {
            graph.meant(value).flatMap(graph::recordSetOf).ifPresent(origins::add);
            for (String kind : REFERENCES)
                for (Node reference : graph.values(value, kind))
                    graph.meant(reference)
                            .map(meant -> graph.recordSetOf(meant).orElse(meant))
                            .ifPresent(origins::add);
        }
        return origins;
    }

    private void typed(Node node, Set<String> expected, String meant) {
        if (graph.isTyped(node, expected)) return;
        var types = graph.types(node);
        if (!types.isEmpty())
            faults.add(
                    Rule.TYPE,
                    croissant ? VIOLATION : WARNING,
                    dataset,
                    RDF.type.getURI(),
                    quoted(node),
                    String.join(", ", types),
                    meant);
        else if (croissant) faults.add(Rule.UNTYPED, VIOLATION, dataset, RDF.type.getURI(), quoted(node), meant);
    }

    /** Since 1.0 an {@code @id} can stand for a name, and since 1.1 it does. */
    private void name(Node node) {
        if (graph.states(node, "name") || (namedById && CroissantGraph.hasId(node))) return;
        var severity = CroissantGraph.hasId(node) ? WARNING : VIOLATION;
        faults.add(Rule.MISSING, severity, dataset, path("name"), quoted(node), "name");
    }

    private void required(Node node, String property) {
        if (!graph.states(node, property))
            faults.add(Rule.MISSING, VIOLATION, dataset, path(property), quoted(node), property);
    }

    static String path(String property) {
        return (OF_SCHEMA_ORG.contains(property) ? "https://schema.org/" : CroissantGraph.CROISSANT) + property;
    }

    private String quoted(Node node) {
        return graph.quoted(node);
    }
}
