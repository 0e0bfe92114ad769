package samdata.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.catalog.Catalog;
import samdata.catalog.licence.Licences;
import samdata.catalog.store.Entry;
import samdata.web.pages.DatasetView.Value;

/** Reads the page of a dataset out of its statements. */
final class DatasetReader {
    private static final String IT6 = "http://data.europa.eu/it6/";
    private static final String DQV = "http://www.w3.org/ns/dqv#";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final Node TITLE = DCTerms.title.asNode();
    private static final Node SPLIT_OF = NodeFactory.createURI(IT6 + "isAppliedTo");
    private static final Node HAS_SPLIT = NodeFactory.createURI("https://w3id.org/samdata/ns#hasSplit");
    private static final Node SPLIT_COUNT = NodeFactory.createURI("https://w3id.org/samdata/ns#splitCount");
    private static final Node FEATURE = NodeFactory.createURI(IT6 + "hasFeature");
    private static final Node MEASUREMENT = NodeFactory.createURI(DQV + "hasQualityMeasurement");
    private static final Node MEASURED = NodeFactory.createURI(DQV + "isMeasurementOf");
    private static final Node MEASURE = NodeFactory.createURI(DQV + "value");
    private static final Node ATTRIBUTION = NodeFactory.createURI(PROV + "qualifiedAttribution");
    private static final Node AGENT = NodeFactory.createURI(PROV + "agent");
    private static final Node BYTES = DCAT.byteSize.asNode();
    /** What the page shows in places of their own. */
    private static final Set<Node> ELSEWHERE = Set.of(
            TITLE,
            DCTerms.description.asNode(),
            DCTerms.publisher.asNode(),
            DCTerms.license.asNode(),
            DCAT.keyword.asNode(),
            DCAT.distribution.asNode());

    private final Catalog catalog;
    private final Licences licences;
    private final Entry entry;
    private final Page page;
    private final Description description;
    private final Node dataset;

    DatasetReader(Catalog catalog, Licences licences, Entry entry, Page page) {
        this.catalog = catalog;
        this.licences = licences;
        this.entry = entry;
        this.page = page;
        this.description = new Description(catalog, entry, page);
        this.dataset = entry.iri();
    }

    DatasetView view() {
        return new DatasetView(
                entry.id(),
                dataset.getURI(),
                description.text(dataset, TITLE).orElse(dataset.getURI()),
                paragraphs(),
                description.values(dataset, DCTerms.publisher.asNode()),
                description.values(dataset, DCAT.keyword.asNode()),
                new DatasetLicenceReader(
                                entry, description, licences, new LicenceWords(catalog.schemes(), licences, page))
                        .view(),
                facts(),
                sizes(),
                description.distributions().map(this::distribution).toList(),
                people(),
                splits(),
                features(),
                quality(),
                harvest(),
                new ElsewhereReader(catalog, description, page).of(dataset.getURI()),
                statements());
    }

    private List<String> paragraphs() {
        return description.text(dataset, DCTerms.description.asNode()).stream()
                .flatMap(text -> Stream.of(text.split("\\R{2,}", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The properties that the shapes name, in the shapes' order, as far as they are stated. */
    private List<DatasetView.Fact> facts() {
        Map<Node, Integer> orders = new LinkedHashMap<>();
        catalog.shapes().find(Node.ANY, SHACL.path, Node.ANY).toList().stream()
                .filter(triple -> triple.getObject().isURI())
                .forEach(triple -> orders.merge(triple.getObject(), order(triple.getSubject()), Math::min));
        return orders.entrySet().stream()
                .filter(property -> !ELSEWHERE.contains(property.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .map(property -> new DatasetView.Fact(
                        description.property(property.getKey()), description.values(dataset, property.getKey())))
                .filter(fact -> !fact.values().isEmpty())
                .toList();
    }

    private int order(Node shape) {
        return catalog.shapes()
                .find(shape, SHACL.order, Node.ANY)
                .mapWith(triple -> ((Number) triple.getObject().getLiteralValue()).intValue())
                .nextOptional()
                .orElse(Integer.MAX_VALUE);
    }

    private List<DatasetView.Size> sizes() {
        List<DatasetView.Size> sizes = new ArrayList<>();
        Stream.concat(Stream.of(dataset), description.distributions())
                .forEach(subject -> entry.stated().find(subject, Node.ANY, Node.ANY).toList().stream()
                        .filter(triple -> isSize(triple.getPredicate())
                                && triple.getObject().isLiteral())
                        .map(triple -> new DatasetView.Size(
                                description.property(triple.getPredicate()),
                                figure(triple),
                                subject.equals(dataset) ? "" : description.name(subject)))
                        .forEach(sizes::add));
        return sizes;
    }

    private static boolean isSize(Node property) {
        return property.equals(BYTES) || property.getLocalName().startsWith("numberOf");
    }

    private String figure(Triple stated) {
        String written = stated.getObject().getLiteralLexicalForm();
        if (!written.matches("\\d{1,18}")) return written;
        long figure = Long.parseLong(written);
        return stated.getPredicate().equals(BYTES)
                ? page.text().bytes(figure)
                : page.text().number(figure);
    }

    private DatasetView.Distribution distribution(Node node) {
        List<Value> formats = Stream.of(DCTerms.format, DCAT.mediaType)
                .flatMap(property -> description.values(node, property.asNode()).stream())
                .distinct()
                .toList();
        String size = description
                .stated(node, BYTES)
                .findFirst()
                .map(bytes -> figure(Triple.create(node, BYTES, bytes)))
                .orElse("");
        return new DatasetView.Distribution(
                description.text(node, TITLE).orElse(page.say("distribution.untitled")),
                formats,
                description.values(node, DCTerms.license.asNode()),
                description.values(node, DCAT.accessURL.asNode()),
                description.values(node, DCAT.downloadURL.asNode()),
                size);
    }

    private List<DatasetView.Person> people() {
        Map<Node, Set<String>> roles = new LinkedHashMap<>();
        Stream.of(DCTerms.publisher, DCTerms.creator, DCTerms.contributor)
                .forEach(role -> description
                        .meant(dataset, role.asNode())
                        .forEach(agent -> roles.computeIfAbsent(agent, any -> new LinkedHashSet<>())
                                .add(page.say("role." + role.getLocalName()))));
        description
                .stated(dataset, ATTRIBUTION)
                .forEach(attribution -> description
                        .stated(attribution, AGENT)
                        .forEach(agent -> description
                                .meant(attribution, DCAT.hadRole.asNode())
                                .forEach(role -> roles.computeIfAbsent(agent, any -> new LinkedHashSet<>())
                                        .add(description.name(role)))));
        roles.values().stream()
                .filter(named -> named.size() > 1)
                .forEach(named -> named.remove(page.say("role.contributor")));
        return roles.entrySet().stream()
                .map(agent -> new DatasetView.Person(
                        description.value(DCTerms.publisher.asNode(), agent.getKey()), List.copyOf(agent.getValue())))
                .toList();
    }

    private List<DatasetView.Part> splits() {
        Set<Node> splits = new LinkedHashSet<>();
        wholes().forEach(whole -> {
            description.stated(whole, HAS_SPLIT).forEach(splits::add);
            entry.stated()
                    .find(Node.ANY, SPLIT_OF, whole)
                    .mapWith(Triple::getSubject)
                    .forEachRemaining(splits::add);
        });
        return parts(splits, SPLIT_COUNT);
    }

    private List<DatasetView.Part> features() {
        Set<Node> features = new LinkedHashSet<>();
        wholes().forEach(whole -> description.stated(whole, FEATURE).forEach(features::add));
        return parts(features, DCTerms.type.asNode());
    }

    private List<DatasetView.Part> quality() {
        List<DatasetView.Part> measurements = new ArrayList<>();
        wholes().flatMap(whole -> description.stated(whole, MEASUREMENT))
                .distinct()
                .forEach(node -> measurements.add(new DatasetView.Part(
                        names(node, MEASURED).orElseGet(() -> description.name(node)),
                        names(node, MEASURE).orElse(""))));
        return measurements;
    }

    private Stream<Node> wholes() {
        return Stream.concat(Stream.of(dataset), description.distributions());
    }

    private List<DatasetView.Part> parts(Set<Node> nodes, Node detail) {
        return nodes.stream()
                .map(node -> new DatasetView.Part(
                        description.name(node), names(node, detail).orElse("")))
                .sorted(Comparator.comparing(DatasetView.Part::name))
                .toList();
    }

    private Optional<String> names(Node subject, Node property) {
        String names = description.meant(subject, property).stream()
                .map(description::name)
                .map(DatasetReader::shortened)
                .collect(Collectors.joining(", "));
        return Optional.of(names).filter(text -> !text.isEmpty());
    }

    /** The end of an IRI that has no label. */
    private static String shortened(String name) {
        return name.matches("https?://\\S+[/#]\\S+") ? name.replaceFirst("^.*[/#](?=.)", "") : name;
    }

    private DatasetView.Harvest harvest() {
        List<String> others = entry.sources().stream()
                .filter(source -> !source.equals(entry.home()))
                .toList();
        return new DatasetView.Harvest(
                entry.home(),
                others,
                page.text().time(entry.firstSeen()),
                page.text().time(entry.lastChanged()));
    }

    /** Every statement of the home source: the dataset's first, then those of what belongs to it. */
    private List<DatasetView.Subject> statements() {
        Set<Node> subjects = new LinkedHashSet<>(List.of(dataset));
        description.distributions().forEach(subjects::add);
        entry.stated().stream()
                .map(Triple::getSubject)
                .sorted(Comparator.comparing(Node::toString))
                .forEach(subjects::add);
        return subjects.stream()
                .map(this::subject)
                .filter(subject -> !subject.statements().isEmpty())
                .toList();
    }

    private DatasetView.Subject subject(Node node) {
        Map<String, DatasetView.Statement> statements = new TreeMap<>();
        Map<Node, List<Value>> values = new LinkedHashMap<>();
        entry.stated().find(node, Node.ANY, Node.ANY).toList().stream()
                .sorted(Comparator.comparingInt(
                                (Triple triple) -> triple.getPredicate().equals(RDF.Nodes.type) ? 0 : 1)
                        .thenComparing(triple -> triple.getObject().toString()))
                .forEach(triple -> values.computeIfAbsent(triple.getPredicate(), any -> new ArrayList<>())
                        .add(verbatim(triple.getObject())));
        values.forEach((property, said) -> statements.put(
                property.getURI(), new DatasetView.Statement(description.property(property), property.getURI(), said)));
        String name = node.equals(dataset) ? page.say("dataset.itself") : description.name(node);
        return new DatasetView.Subject(
                name, description.isAnonymous(node) ? "" : node.toString(), List.copyOf(statements.values()));
    }

    private Value verbatim(Node object) {
        if (object.isLiteral()) {
            String lang = object.getLiteralLanguage();
            String text = object.getLiteralLexicalForm() + (lang.isEmpty() ? "" : " @" + lang);
            return new Value(text, Optional.empty(), Hrefs.of(object));
        }
        String text = description.isAnonymous(object) ? description.name(object) : object.toString();
        return new Value(text, Optional.empty(), Hrefs.of(object));
    }
}
