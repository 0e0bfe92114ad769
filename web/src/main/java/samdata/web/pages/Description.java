package samdata.web.pages;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.Catalog;
import samdata.catalog.search.Facet;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Graphs;
import samdata.vocab.Labels;
import samdata.vocab.Sam;
import samdata.vocab.Scheme;
import samdata.web.pages.DatasetView.Value;

/** One dataset's statements as a person reads them: labels for IRIs, concepts for what was recognised, safe links. */
final class Description {
    /** Terms and concepts of ours: their names say all, and there is no page to lead to. */
    private static final String OURS = "https://w3id.org/samdata/";

    private static final Node FULL_NAME = NodeFactory.createURI("http://www.w3.org/2006/vcard/ns#fn");
    private static final List<Node> NAMES =
            List.of(SKOS.prefLabel.asNode(), DCTerms.title.asNode(), FOAF.name.asNode(), RDFS.label.asNode());
    private static final Set<Node> STEPS =
            Set.of(SKOS.broader.asNode(), DCAT.distribution.asNode(), FOAF.primaryTopic.asNode());

    private final Catalog catalog;
    private final Entry entry;
    private final Page page;
    private final Map<Node, String> facets = new HashMap<>();

    Description(Catalog catalog, Entry entry, Page page) {
        this.catalog = catalog;
        this.entry = entry;
        this.page = page;
        catalog.facets().stream().filter(facet -> !facet.byYear()).forEach(facet -> note(facet, facet.path()));
    }

    /** The source that speaks for the dataset. */
    String source() {
        return entry.home();
    }

    /** What is stated and recognised, and the vocabulary. */
    Graph view() {
        return entry.view();
    }

    Node dataset() {
        return entry.iri();
    }

    Stream<Node> distributions() {
        return stated(dataset(), DCAT.distribution.asNode()).filter(node -> !node.isLiteral());
    }

    /** What the home source wrote, as it wrote it. */
    Stream<Node> stated(Node subject, Node property) {
        return objects(entry.stated(), subject, property);
    }

    /** What is stated or recognised; a stated value that was recognised gives way to its concept. */
    List<Node> meant(Node subject, Node property) {
        Optional<Scheme> scheme = scheme(property);
        Set<Node> meant = new LinkedHashSet<>();
        Stream.concat(objects(entry.recognised(), subject, property), stated(subject, property))
                .filter(object -> !isEmpty(object))
                .map(object -> scheme.flatMap(known -> known.recognise(object)).orElse(object))
                .forEach(meant::add);
        return List.copyOf(meant);
    }

    List<Value> values(Node subject, Node property) {
        return meant(subject, property).stream()
                .map(object -> value(property, object))
                .distinct()
                .sorted(Comparator.comparing(Value::text, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    Value value(Node property, Node object) {
        Optional<String> search = Optional.ofNullable(facets.get(property))
                .flatMap(facet -> facetValue(object).map(value -> Url.to("/").and(facet, value)))
                .map(page::link);
        boolean ours = object.isURI() && object.getURI().startsWith(OURS);
        return new Value(name(object), search, search.isPresent() || ours ? Optional.empty() : Hrefs.of(object));
    }

    /** The literal that serves the reader's language best. */
    Optional<String> text(Node subject, Node property) {
        return Labels.best(entry.view(), subject, property, page.lang());
    }

    /** What a person calls it. A node that has no name is called by what is said of it. */
    String name(Node node) {
        if (node.isLiteral()) return literal(node);
        Optional<String> contact = text(node, FULL_NAME);
        if (contact.isPresent()) return contact.get();
        if (isAnonymous(node)) return said(node);
        return isNamed(node) ? Labels.of(entry.view(), node, page.lang()) : node.toString();
    }

    /** What a property is called: its name on pages, else its label, else the end of its IRI in words. */
    String property(Node property) {
        String label = shapes(property)
                .filter(shape -> isOfDatasets(shape) && !catalog.shapes().contains(shape, Sam.facetKey, Node.ANY))
                .flatMap(shape -> Labels.best(catalog.shapes(), shape, SHACL.name, page.lang()).stream())
                .findFirst()
                .or(() -> catalog.read(store ->
                        Labels.best(store.getGraph(Graphs.VOCABULARY), property, RDFS.Nodes.label, page.lang())))
                .orElseGet(() -> Labels.of(catalog.vocabulary(), property, page.lang()));
        String words = label.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ');
        return words.isEmpty()
                ? property.toString()
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether a property shape says what is looked for on datasets or distributions, and not on an agent or so. */
    private boolean isOfDatasets(Node shape) {
        return catalog.shapes().find(Node.ANY, SHACL.property, shape).mapWith(Triple::getSubject).toList().stream()
                .anyMatch(node -> catalog.shapes().contains(node, SHACL.targetClass, DCAT.Dataset.asNode())
                        || catalog.shapes().contains(node, SHACL.targetClass, DCAT.Distribution.asNode()));
    }

    boolean isAnonymous(Node node) {
        return node.isBlank() || (node.isURI() && node.getURI().startsWith(Graphs.GENID));
    }

    Optional<Scheme> scheme(Node property) {
        return shapes(property)
                .flatMap(shape -> objects(catalog.shapes(), shape, Sam.recognisedIn))
                .findFirst()
                .map(iri -> catalog.schemes().get(iri.getURI()));
    }

    private boolean isNamed(Node node) {
        return NAMES.stream().anyMatch(name -> entry.view().contains(node, name, Node.ANY));
    }

    private Stream<Node> shapes(Node property) {
        return catalog.shapes().find(Node.ANY, SHACL.path, property).mapWith(Triple::getSubject).toList().stream();
    }

    private Optional<String> facetValue(Node object) {
        if (object.isLiteral()) return Optional.of(object.getLiteralLexicalForm());
        if (isAnonymous(object)) return Optional.empty();
        return catalog.schemes().id(object).or(() -> Optional.of(object.getURI()));
    }

    private String literal(Node node) {
        String text = node.getLiteralLexicalForm();
        String type = node.getLiteralDatatypeURI();
        if (type.endsWith("#date") || type.endsWith("#dateTime"))
            return page.text().date(text);
        if (text.matches("\\d{5,15}") && type.startsWith("http://www.w3.org/2001/XMLSchema#"))
            return type.endsWith("#string") ? text : page.text().number(Long.parseLong(text));
        return text;
    }

    private String said(Node node) {
        Optional<String> period = period(node);
        if (period.isPresent()) return period.get();
        String said = entry.view().find(node, Node.ANY, Node.ANY).toList().stream()
                .filter(triple -> !triple.getPredicate().equals(RDF.Nodes.type))
                .filter(triple -> !isAnonymous(triple.getObject()))
                .sorted(Comparator.comparing(triple -> triple.getPredicate().getURI()))
                .map(triple -> {
                    Node object = triple.getObject();
                    return object.isLiteral() ? literal(object) : Labels.of(entry.view(), object, page.lang());
                })
                .distinct()
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? page.say("value.unnamed") : said;
    }

    /** From when to when, in whichever vocabulary; an end that is not stated stays open. */
    private Optional<String> period(Node node) {
        Map<String, String> ends = new HashMap<>();
        entry.view().find(node, Node.ANY, Node.ANY).forEachRemaining(triple -> {
            String name = triple.getPredicate().getLocalName();
            if (triple.getObject().isLiteral() && (name.equals("startDate") || name.equals("endDate")))
                ends.put(name, page.text().date(triple.getObject().getLiteralLexicalForm()));
        });
        if (ends.isEmpty()) return Optional.empty();
        return Optional.of((ends.getOrDefault("startDate", "") + " – " + ends.getOrDefault("endDate", "")).strip());
    }

    private void note(Facet facet, Path path) {
        if (path instanceof P_Link link && !STEPS.contains(link.getNode()))
            facets.putIfAbsent(link.getNode(), facet.id());
        if (path instanceof P_Path1 one) note(facet, one.getSubPath());
        if (path instanceof P_Path2 two) {
            note(facet, two.getLeft());
            note(facet, two.getRight());
        }
    }

    /** An element without content, as {@code <dct:license/>}, states nothing. */
    private static boolean isEmpty(Node object) {
        return object.isLiteral() && object.getLiteralLexicalForm().isBlank();
    }

    private static Stream<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream();
    }
}
