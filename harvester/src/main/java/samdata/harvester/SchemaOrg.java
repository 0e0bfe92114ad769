package samdata.harvester;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.read.Genid;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;

/**
 * What schema.org and Croissant say, as DCAT, beside what was stated. A property that a subject states in DCAT already is
 * not taken from schema.org a second time.
 */
final class SchemaOrg {
    private static final List<String> NAMESPACES = List.of("http://schema.org/", "https://schema.org/");
    private static final String CROISSANT = "http://mlcommons.org/croissant/";

    private static final Map<String, Property> DATASET = Map.ofEntries(
            entry("name", new Property(DCTerms.title.asNode(), SchemaOrg::asIs)),
            entry("description", new Property(DCTerms.description.asNode(), SchemaOrg::asIs)),
            entry("license", new Property(DCTerms.license.asNode(), SchemaOrg::link)),
            entry("creator", new Property(DCTerms.creator.asNode(), SchemaOrg::link)),
            entry("author", new Property(DCTerms.creator.asNode(), SchemaOrg::link)),
            entry("publisher", new Property(DCTerms.publisher.asNode(), SchemaOrg::link)),
            entry("contributor", new Property(DCTerms.contributor.asNode(), SchemaOrg::link)),
            entry("keywords", new Property(DCAT.keyword.asNode(), SchemaOrg::words)),
            entry("url", new Property(DCAT.landingPage.asNode(), SchemaOrg::link)),
            entry("identifier", new Property(DCTerms.identifier.asNode(), SchemaOrg::asText)),
            entry("datePublished", new Property(DCTerms.issued.asNode(), SchemaOrg::date)),
            entry("dateModified", new Property(DCTerms.modified.asNode(), SchemaOrg::date)),
            entry("inLanguage", new Property(DCTerms.language.asNode(), SchemaOrg::link)),
            entry("version", new Property(Terms.of(Terms.DCAT, "version"), SchemaOrg::asText)),
            entry("spatialCoverage", new Property(DCTerms.spatial.asNode(), SchemaOrg::link)),
            entry("isBasedOn", new Property(DCTerms.source.asNode(), SchemaOrg::link)),
            entry("citation", new Property(DCTerms.bibliographicCitation.asNode(), SchemaOrg::asText)));

    private static final Map<String, Property> DISTRIBUTION = Map.ofEntries(
            entry("name", new Property(DCTerms.title.asNode(), SchemaOrg::asIs)),
            entry("description", new Property(DCTerms.description.asNode(), SchemaOrg::asIs)),
            entry("license", new Property(DCTerms.license.asNode(), SchemaOrg::link)),
            entry("encodingFormat", new Property(DCAT.mediaType.asNode(), SchemaOrg::asIs)),
            entry("fileFormat", new Property(DCAT.mediaType.asNode(), SchemaOrg::asIs)),
            entry("inLanguage", new Property(DCTerms.language.asNode(), SchemaOrg::link)),
            entry("datePublished", new Property(DCTerms.issued.asNode(), SchemaOrg::date)),
            entry("dateModified", new Property(DCTerms.modified.asNode(), SchemaOrg::date)));

    private record Property(Node dcat, Function<Node, List<Node>> values) {}

    private final Graph stated;
    private final Graph out;

    private SchemaOrg(Graph stated, Graph out) {
        this.stated = stated;
        this.out = out;
    }

    /** Adds to {@code recognised} what {@code stated} (which has no blank nodes any more) says in schema.org. */
    static void recognise(Graph stated, Graph recognised) {
        var mapping = new SchemaOrg(stated, recognised);
        mapping.typed("Dataset").forEach(mapping::dataset);
    }

    private void dataset(Node dataset) {
        add(dataset, RDF.Nodes.type, DCAT.Dataset.asNode());
        map(dataset, DATASET);
        Stream.of("creator", "author", "publisher", "contributor")
                .flatMap(name -> values(dataset, name))
                .filter(Node::isURI)
                .forEach(this::agent);
        boolean distributed = states(dataset, DCAT.distribution.asNode());
        var files = values(dataset, "distribution").filter(Node::isURI).toList();
        for (Node file : files) {
            if (!distributed) add(dataset, DCAT.distribution.asNode(), file);
            distribution(file);
        }
        features(dataset, files);
    }

    private void distribution(Node file) {
        add(file, RDF.Nodes.type, DCAT.Distribution.asNode());
        map(file, DISTRIBUTION);
        boolean addressed = states(file, DCAT.accessURL.asNode()) || states(file, DCAT.downloadURL.asNode());
        values(file, "contentUrl").flatMap(url -> link(url).stream()).forEach(url -> {
            if (addressed) return;
            add(file, DCAT.downloadURL.asNode(), url);
            add(file, DCAT.accessURL.asNode(), url);
        });
        if (!states(file, DCAT.byteSize.asNode()))
            values(file, "contentSize")
                    .filter(Node::isLiteral)
                    .flatMap(size -> Values.bytes(size.getLiteralLexicalForm()).stream())
                    .forEach(size -> add(file, DCAT.byteSize.asNode(), size));
        checksum(file, "sha256");
        checksum(file, "md5");
    }

    private void checksum(Node file, String algorithm) {
        values(file, algorithm).filter(Node::isLiteral).forEach(value -> {
            var node = Genid.of("checksum", file.getURI(), algorithm, value.getLiteralLexicalForm());
            add(file, Terms.of(Terms.SPDX, "checksum"), node);
            add(node, RDF.Nodes.type, Terms.of(Terms.SPDX, "Checksum"));
            add(node, Terms.of(Terms.SPDX, "algorithm"), Terms.of(Terms.SPDX, "checksumAlgorithm_" + algorithm));
            add(
                    node,
                    Terms.of(Terms.SPDX, "checksumValue"),
                    Values.digits(value.getLiteralLexicalForm()).orElse(value));
        });
    }

    /** Croissant's fields are features of the file they are read from, or of the only file there is. */
    private void features(Node dataset, List<Node> files) {
        var fields = values(dataset, "recordSet")
                .flatMap(records -> values(records, "field"))
                .filter(Node::isURI)
                .toList();
        for (Node field : fields) {
            var of = values(field, "source")
                    .flatMap(source -> Stream.concat(values(source, "fileObject"), values(source, "fileSet")))
                    .filter(files::contains)
                    .min(Comparator.comparing(Node::toString))
                    .or(() -> files.size() == 1 ? Optional.of(files.getFirst()) : Optional.empty());
            if (of.isEmpty()) continue;
            add(of.get(), Terms.of(Terms.IT6, "hasFeature"), field);
            add(field, RDF.Nodes.type, Terms.of(Terms.IT6, "Feature"));
            values(field, "name").forEach(name -> add(field, DCTerms.title.asNode(), name));
            values(field, "description").forEach(words -> add(field, DCTerms.description.asNode(), words));
        }
    }

    private void agent(Node agent) {
        boolean described = stated.contains(agent, Node.ANY, Node.ANY);
        if (!described || stated.contains(agent, RDF.Nodes.type, DCAT.Dataset.asNode())) return;
        boolean person = isTyped(agent, "Person");
        add(agent, RDF.Nodes.type, (person ? FOAF.Person : FOAF.Agent).asNode());
        if (!states(agent, FOAF.name.asNode()))
            values(agent, "name").forEach(name -> add(agent, FOAF.name.asNode(), name));
        if (!states(agent, FOAF.homepage.asNode()))
            values(agent, "url")
                    .flatMap(url -> link(url).stream())
                    .forEach(url -> add(agent, FOAF.homepage.asNode(), url));
    }

    private void map(Node subject, Map<String, Property> table) {
        table.forEach((name, property) -> {
            if (states(subject, property.dcat())) return;
            values(subject, name)
                    .flatMap(value -> property.values().apply(value).stream())
                    .forEach(value -> add(subject, property.dcat(), value));
        });
    }

    private void add(Node subject, Node predicate, Node object) {
        if (!stated.contains(subject, predicate, object)) out.add(subject, predicate, object);
    }

    private boolean states(Node subject, Node predicate) {
        return stated.contains(subject, predicate, Node.ANY);
    }

    private List<Node> typed(String type) {
        return NAMESPACES.stream()
                .flatMap(
                        ns -> stated.find(Node.ANY, RDF.Nodes.type, NodeFactory.createURI(ns + type)).toList().stream())
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .distinct()
                .toList();
    }

    private boolean isTyped(Node node, String type) {
        return NAMESPACES.stream()
                .anyMatch(ns -> stated.contains(node, RDF.Nodes.type, NodeFactory.createURI(ns + type)));
    }

    /** The values of a property of schema.org; Croissant moved some of its properties between the two namespaces. */
    private Stream<Node> values(Node subject, String name) {
        return Stream.concat(NAMESPACES.stream(), Stream.of(CROISSANT))
                .flatMap(ns -> objects(subject, NodeFactory.createURI(ns + name)).stream());
    }

    private List<Node> objects(Node subject, Node predicate) {
        if (subject.isLiteral()) return List.of();
        return stated.find(subject, predicate, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private static List<Node> asIs(Node value) {
        return List.of(value);
    }

    private static List<Node> asText(Node value) {
        return List.of(value.isURI() ? Values.text(value.getURI()) : Values.text(value.getLiteralLexicalForm()));
    }

    private static List<Node> link(Node value) {
        if (!value.isLiteral()) return List.of(value);
        // Croissant's own context gives every text a language, addresses too
        var link = Values.link(value.getLiteralLexicalForm());
        return List.of(link.isURI() || isPlain(value) ? link : value);
    }

    private static List<Node> date(Node value) {
        return List.of(value.isLiteral() ? Values.date(value.getLiteralLexicalForm()) : value);
    }

    /** Keywords come one by one or as one text with commas. */
    private static List<Node> words(Node value) {
        if (!value.isLiteral()) return List.of(value);
        List<Node> words = new ArrayList<>();
        for (String word : value.getLiteralLexicalForm().split(",", -1)) {
            if (word.isBlank()) continue;
            words.add(
                    value.getLiteralLanguage().isEmpty()
                            ? Values.text(word.strip())
                            : NodeFactory.createLiteralLang(word.strip(), value.getLiteralLanguage()));
        }
        return words;
    }

    private static boolean isPlain(Node value) {
        return value.isLiteral() && value.getLiteralLanguage().isEmpty();
    }
}
