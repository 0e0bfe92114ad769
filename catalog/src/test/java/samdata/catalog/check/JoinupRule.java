package samdata.catalog.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * A rule of the Joinup validator: a query that finds what breaks it, whose title says of which class, of which property and
 * in which way.
 */
record JoinupRule(int number, String title, String query) {
    private static final Pattern TITLE =
            Pattern.compile("\\[([^]]+)] (\\w+:\\w+) (is a|has (?:a )?maximum cardinality|should be) ?(.*)");
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("Agent", "foaf:Agent"),
            Map.entry("Catalog", "dcat:Catalog"),
            Map.entry("Dataset", "dcat:Dataset"),
            Map.entry("Distribution", "dcat:Distribution"),
            Map.entry("Catalog Record", "dcat:CatalogRecord"),
            Map.entry("Checksum", "spdx:Checksum"),
            Map.entry("Licence Document", "dct:LicenseDocument"),
            Map.entry("Period of time", "dct:PeriodOfTime"),
            Map.entry("period of time", "dct:PeriodOfTime"),
            Map.entry("Identifier", "adms:Identifier"),
            Map.entry("Category", "skos:Concept"),
            Map.entry("Category scheme", "skos:ConceptScheme"));
    private static final Map<String, String> PREFIXES = Map.of(
            "adms", "http://www.w3.org/ns/adms#",
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "owl", "http://www.w3.org/2002/07/owl#",
            "schema", "http://schema.org/",
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "spdx", "http://spdx.org/rdf/terms#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    static JoinupRule read(Path file) {
        try {
            String query = Files.readString(file);
            String title = query.lines()
                    .filter(line -> line.startsWith("# @title"))
                    .findFirst()
                    .orElse("");
            return new JoinupRule(
                    Integer.parseInt(file.getFileName().toString().replaceAll("\\D", "")),
                    title.replace("# @title", "").strip(),
                    query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is of one property, and not of a class that must be there. */
    boolean isOfProperty() {
        return TITLE.matcher(title).matches();
    }

    /** Some of the queries use prefixes that they do not declare. */
    boolean isBrokenIn(Graph graph) {
        String prefixes = PREFIXES.entrySet().stream()
                .map(prefix -> "PREFIX " + prefix.getKey() + ": <" + prefix.getValue() + ">\n")
                .collect(Collectors.joining());
        try (QueryExec asked = QueryExec.graph(graph)
                .query(QueryFactory.create(prefixes + query))
                .build()) {
            return asked.select().hasNext();
        }
    }

    /** Whether a rule of ours, by its id, says the same. */
    Predicate<String> isSaidBy() {
        String start = local(type()) + "." + local(part(2)) + ".";
        List<String> ends = part(3).equals("is a")
                ? List.of("MinCount")
                : part(3).equals("should be")
                        ? List.of("NodeKind", "Node", "Class", "Datatype", "Pattern", "Or", "Not")
                        : List.of("MaxCount", "Not");
        return id -> id.startsWith(start) && ends.contains(id.substring(start.length()));
    }

    /** Changes a description that breaks no rule so that it breaks this one. */
    void breakIn(Graph graph) {
        Node focus = graph.find(Node.ANY, RDF.Nodes.type, iri(type()))
                .mapWith(Triple::getSubject)
                .nextOptional()
                .orElseGet(() -> {
                    Node made = NodeFactory.createURI("urn:made");
                    graph.add(made, RDF.Nodes.type, iri(type()));
                    return made;
                });
        Node property = iri(part(2));
        boolean most = part(3).contains("maximum");
        if (!most) graph.remove(focus, property, Node.ANY);
        if (part(3).equals("is a")) return;
        graph.add(focus, property, wrong("urn:one", graph));
        if (most) graph.add(focus, property, wrong("urn:two", graph));
    }

    private Node wrong(String iri, Graph graph) {
        if (part(4).matches("a resource|literal typed.*|a literal .*typed.*"))
            return NodeFactory.createLiteralString("2014-01-01");
        Node value = NodeFactory.createURI(iri);
        if (part(4).matches("an? \\w+:\\w+\\.?"))
            graph.add(value, RDFS.Nodes.label, NodeFactory.createLiteralString("x"));
        return value;
    }

    private String type() {
        return CLASSES.getOrDefault(part(1), "");
    }

    private String part(int group) {
        Matcher parts = TITLE.matcher(title);
        return parts.matches() ? parts.group(group) : "";
    }

    private static Node iri(String name) {
        String[] parts = name.split(":", 2);
        return NodeFactory.createURI(PREFIXES.getOrDefault(parts[0], "urn:unknown:") + parts[1]);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return number + ": " + title;
    }
}
