package samdata.catalog.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.store.Graphs;

/** Reads the fingerprint of a dataset out of what its home source says. */
final class FingerprintReader {
    private static final String SCHEMA = "http://schema.org/";
    private static final List<Node> SAME =
            List.of(OWL.sameAs.asNode(), uri(SCHEMA + "sameAs"), SKOS.exactMatch.asNode());
    private static final List<Node> IDENTIFIERS = List.of(
            DCTerms.identifier.asNode(), uri("http://www.w3.org/ns/adms#identifier"), uri(SCHEMA + "identifier"));
    private static final List<Node> PAGES =
            List.of(DCAT.landingPage.asNode(), FOAF.page.asNode(), FOAF.homepage.asNode(), uri(SCHEMA + "url"));
    private static final List<Node> ORIGINS = List.of(
            DCTerms.source.asNode(),
            DCTerms.isVersionOf.asNode(),
            uri("http://www.w3.org/ns/prov#wasDerivedFrom"),
            uri("http://www.w3.org/ns/prov#alternateOf"));
    private static final Node CHECKSUM = uri("http://spdx.org/rdf/terms#checksum");
    private static final List<Node> CHECKSUM_VALUES = List.of(
            uri("http://spdx.org/rdf/terms#checksumValue"),
            uri(SCHEMA + "sha256"),
            uri("http://mlcommons.org/croissant/md5"));
    private static final List<Node> NOTATIONS = List.of(
            SKOS.notation.asNode(),
            uri("http://www.w3.org/ns/adms#schemaAgency"),
            uri(SCHEMA + "value"),
            DCTerms.identifier.asNode());
    static final List<Node> COLUMNS =
            List.of(uri("http://data.europa.eu/it6/hasFeature"), uri(SCHEMA + "variableMeasured"));
    private static final List<Node> NAMES = List.of(
            FOAF.name.asNode(),
            DCTerms.title.asNode(),
            RDFS.Nodes.label,
            uri(SCHEMA + "name"),
            SKOS.prefLabel.asNode());
    private static final List<Node> BOUNDS = List.of(
            uri("http://www.w3.org/ns/dcat#startDate"),
            uri("http://www.w3.org/ns/dcat#endDate"),
            uri(SCHEMA + "startDate"),
            uri(SCHEMA + "endDate"));
    private static final List<Node> OUTLINES = List.of(
            uri("http://www.w3.org/ns/dcat#bbox"),
            uri("http://www.w3.org/ns/locn#geometry"),
            uri("http://www.w3.org/ns/dcat#centroid"));
    /** Checksums of an empty file, by MD5, SHA-1 and SHA-256. */
    private static final Set<String> OF_NOTHING = Set.of(
            "d41d8cd98f00b204e9800998ecf8427e",
            "da39a3ee5e6b4b0d3255bfef95601890afd80709",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private static final Pattern NUMBER_OF = Pattern.compile("[#/]numberOf\\w+$");
    private static final Pattern NO_FRACTION = Pattern.compile("\\.0+$");
    private static final Pattern BYTES = Pattern.compile("\\d{5,18}");
    private static final Pattern ROWS = Pattern.compile("\\d{4,18}");
    private static final Pattern FILE_OF_MANY =
            Pattern.compile("(data(set)?|download|export|index|readme|metadata)\\.\\w+");
    private static final Pattern ALGORITHM = Pattern.compile("^(md5|sha-?\\d+)[:=]");
    private static final Pattern SUM = Pattern.compile("[0-9a-f]{32,128}");

    private static final int MAX_TEXTS = 6;
    private static final int MAX_KEYS = 60;
    private static final int MAX_DISTRIBUTIONS = 20;

    private final Graph said;
    private final Node dataset;
    private final Map<Key, Mark> keys = new LinkedHashMap<>();
    private final Map<Node, Map<Node, List<Node>>> bySubject = new HashMap<>();

    private FingerprintReader(Graph said, Node dataset) {
        this.said = said;
        this.dataset = dataset;
    }

    /** @param said what {@code home} states and what was recognised in it; more than the dataset may stand there */
    static Fingerprint read(Graph said, Node dataset, String home) {
        return new FingerprintReader(said, dataset).fingerprint(home);
    }

    private Fingerprint fingerprint(String home) {
        List<Node> wholes = new ArrayList<>(List.of(dataset));
        sorted(dataset, DCAT.distribution.asNode())
                .filter(node -> !node.isLiteral())
                .limit(MAX_DISTRIBUTIONS)
                .forEach(wholes::add);
        addresses(wholes);
        Set<String> columns = columns(wholes);
        figures(wholes);
        List<Prose> titles = texts(DCTerms.title.asNode());
        List<Prose> descriptions = texts(DCTerms.description.asNode());
        words(titles, descriptions);
        return new Fingerprint(
                dataset,
                home,
                keys,
                bands(descriptions),
                titles,
                descriptions,
                columns,
                values(DCAT.keyword.asNode()),
                publishers(),
                periods(),
                places());
    }

    private void addresses(List<Node> wholes) {
        if (isPublished(dataset)) {
            put(Kind.IDENTIFIER, Mark.ITSELF, dataset.getURI());
            claim(Mark.ITSELF, dataset.getURI());
        }
        each(SAME, dataset, (property, value) -> {
            put(Kind.IDENTIFIER, property, written(value));
            claim(property, written(value));
        });
        each(IDENTIFIERS, dataset, this::identifier);
        each(PAGES, dataset, (property, value) -> put(Kind.LANDING_PAGE, property, written(value)));
        each(ORIGINS, dataset, (property, value) -> put(Kind.ORIGIN, property, written(value)));
        for (Node distribution : wholes.subList(1, wholes.size())) distribution(distribution);
    }

    private void identifier(Node property, Node value) {
        if (value.isLiteral()) {
            String written = value.getLiteralLexicalForm();
            put(Kind.IDENTIFIER, property, written);
            if (Identifiers.global(written).isEmpty()
                    && Addresses.normalised(written).isEmpty())
                Identifiers.local(written).ifPresent(key -> put(key, Kind.LOCAL_IDENTIFIER, property, written));
            return;
        }
        if (isPublished(value)) put(Kind.IDENTIFIER, property, value.getURI());
        each(NOTATIONS, value, (inner, notation) -> {
            if (notation.isLiteral()) identifier(property, notation);
        });
    }

    private void distribution(Node distribution) {
        each(List.of(DCAT.downloadURL.asNode()), distribution, (property, value) -> download(property, written(value)));
        each(List.of(DCAT.accessURL.asNode()), distribution, (property, value) -> {
            String written = written(value);
            boolean file =
                    Addresses.normalised(written).filter(Addresses::isFile).isPresent();
            if (file) download(property, written);
            else put(Kind.ACCESS, property, written);
        });
        each(List.of(CHECKSUM), distribution, (property, node) -> each(CHECKSUM_VALUES, node, this::checksum));
        each(CHECKSUM_VALUES, distribution, this::checksum);
    }

    private void download(Node property, String written) {
        put(Kind.DOWNLOAD, property, written);
        Addresses.normalised(written)
                .flatMap(Addresses::file)
                .filter(name ->
                        name.length() >= 10 && !FILE_OF_MANY.matcher(name).matches())
                .ifPresent(name -> put(new Key(Space.FILE, name), Kind.FILE, property, written));
    }

    private void checksum(Node property, Node value) {
        String sum = ALGORITHM
                .matcher(written(value).strip().toLowerCase(Locale.ROOT))
                .replaceFirst("");
        if (SUM.matcher(sum).matches() && !OF_NOTHING.contains(sum))
            put(new Key(Space.CHECKSUM, sum), Kind.CHECKSUM, property, written(value));
    }

    /** An identifier of its own form, or an address; what is neither is passed over. */
    private void put(Kind kind, Node property, String written) {
        var global = Identifiers.global(written);
        boolean stands = kind == Kind.LANDING_PAGE || kind == Kind.ACCESS || kind == Kind.DOWNLOAD;
        global.ifPresent(key -> put(key, stands ? Kind.IDENTIFIER : kind, property, written));
        if (global.isEmpty())
            Addresses.normalised(written)
                    .ifPresent(address -> put(new Key(Space.ADDRESS, address), kind(address, kind), property, written));
    }

    private static Kind kind(String address, Kind kind) {
        if (kind == Kind.IDENTIFIER || kind == Kind.ORIGIN) return kind;
        boolean shared = Addresses.isFrontPage(address) || (kind == Kind.ACCESS && Addresses.isEndpoint(address));
        return shared ? Kind.ENDPOINT : kind;
    }

    private void claim(Node property, String written) {
        put(new Key(Space.CLAIM, written), Kind.CLAIM, property, written);
    }

    /** Where one value stands twice, the stronger place counts. */
    private void put(Key key, Kind kind, Node property, String written) {
        Mark mark = new Mark(kind, property, written);
        if (keys.size() < MAX_KEYS || keys.containsKey(key))
            keys.merge(key, mark, (had, now) -> had.kind().compareTo(now.kind()) <= 0 ? had : now);
    }

    private Set<String> columns(List<Node> wholes) {
        Set<String> names = new TreeSet<>();
        for (Node whole : wholes)
            each(COLUMNS, whole, (property, column) -> {
                if (column.isLiteral()) names.add(Prose.of(written(column)).text());
                else
                    NAMES.stream()
                            .flatMap(name -> sorted(column, name))
                            .findFirst()
                            .ifPresent(name -> names.add(Prose.of(written(name)).text()));
            });
        if (names.size() >= 3)
            put(
                    new Key(Space.COLUMNS, String.join("\n", names)),
                    Kind.COLUMNS,
                    COLUMNS.getFirst(),
                    String.join(", ", names));
        return names;
    }

    /** Figures that are not round, so that two datasets seldom share one by chance. */
    private void figures(List<Node> wholes) {
        for (Node whole : wholes)
            statements(whole).keySet().stream()
                    .filter(property -> isBytes(property) || countsSomething(property.getURI()))
                    .sorted(Comparator.comparing(Node::getURI))
                    .forEach(property -> sorted(whole, property)
                            .filter(Node::isLiteral)
                            .forEach(value -> figure(property, isBytes(property), written(value))));
    }

    private static boolean countsSomething(String property) {
        return property.contains("numberOf") && NUMBER_OF.matcher(property).find();
    }

    private static boolean isBytes(Node property) {
        return property.equals(DCAT.byteSize.asNode());
    }

    private void figure(Node property, boolean bytes, String written) {
        String figure = NO_FRACTION.matcher(written).replaceFirst("");
        if (bytes && BYTES.matcher(figure).matches() && !figure.endsWith("000"))
            put(new Key(Space.BYTES, figure), Kind.BYTES, property, figure);
        else if (!bytes && ROWS.matcher(figure).matches() && !figure.endsWith("00"))
            put(new Key(Space.ROWS, figure), Kind.ROWS, property, figure);
    }

    private void words(List<Prose> titles, List<Prose> descriptions) {
        for (Prose title : titles)
            if (title.words().size() > 1)
                put(new Key(Space.TITLE, title.text()), Kind.TITLE, DCTerms.title.asNode(), title.text());
        for (Prose description : descriptions) {
            if (description.words().size() < 4) continue;
            put(new Key(Space.TEXT, description.text()), Kind.DESCRIPTION, DCTerms.description.asNode(), "");
            Set<String> numbers = new TreeSet<>(description.numbers());
            if (numbers.size() >= 3)
                put(
                        new Key(Space.NUMBERS, String.join(" ", numbers)),
                        Kind.NUMBERS,
                        DCTerms.description.asNode(),
                        String.join(", ", numbers));
        }
    }

    private static Set<Key> bands(List<Prose> descriptions) {
        Set<Key> bands = new HashSet<>();
        for (Prose description : descriptions)
            if (description.words().size() >= 8) bands.addAll(MinHash.bands(description.pairs()));
        return bands;
    }

    /** English first, so that what many speak is not cut. */
    private List<Prose> texts(Node property) {
        Map<String, Node> byLanguage = new HashMap<>();
        return sorted(dataset, property)
                .filter(Node::isLiteral)
                .sorted(Comparator.comparing(
                        (Node text) -> !text.getLiteralLanguage().startsWith("en")))
                .filter(text ->
                        byLanguage.putIfAbsent(text.getLiteralLanguage() + text.getLiteralLexicalForm(), text) == null)
                .map(text -> Prose.of(text.getLiteralLexicalForm()))
                .filter(prose -> !prose.words().isEmpty())
                .distinct()
                .limit(MAX_TEXTS)
                .toList();
    }

    private Set<String> publishers() {
        Set<String> names = new TreeSet<>();
        each(List.of(DCTerms.publisher.asNode(), DCTerms.creator.asNode()), dataset, (property, agent) -> {
            if (agent.isLiteral()) names.add(Prose.of(written(agent)).text());
            else if (isPublished(agent)) names.add(agent.getURI());
            each(
                    NAMES,
                    agent,
                    (name, value) -> names.add(Prose.of(written(value)).text()));
        });
        return names;
    }

    private Set<String> periods() {
        Set<String> periods = new TreeSet<>();
        each(List.of(DCTerms.temporal.asNode()), dataset, (property, period) -> {
            List<String> days = BOUNDS.stream()
                    .flatMap(bound -> sorted(period, bound))
                    .map(bound -> written(bound).replaceFirst("T.*$", ""))
                    .toList();
            if (!days.isEmpty()) periods.add(String.join("/", days));
            else if (period.isLiteral() || isPublished(period)) periods.add(written(period));
        });
        return periods;
    }

    private Set<String> places() {
        Set<String> places = new TreeSet<>();
        each(List.of(DCTerms.spatial.asNode()), dataset, (property, place) -> {
            if (place.isLiteral() || isPublished(place)) places.add(written(place));
            each(OUTLINES, place, (outline, value) -> places.add(written(value).replaceAll("\\s+", "")));
            each(
                    NAMES,
                    place,
                    (name, value) -> places.add(Prose.of(written(value)).text()));
        });
        return places;
    }

    private Set<String> values(Node property) {
        Set<String> values = new TreeSet<>();
        each(
                List.of(property),
                dataset,
                (any, value) -> values.add(Prose.of(written(value)).text()));
        return values;
    }

    private void each(List<Node> properties, Node subject, BiConsumer<Node, Node> use) {
        if (subject.isLiteral()) return;
        for (Node property : properties) sorted(subject, property).forEach(value -> use.accept(property, value));
    }

    /** In one order, so that what is cut is always the same. */
    private Stream<Node> sorted(Node subject, Node property) {
        List<Node> found = statements(subject).getOrDefault(property, List.of());
        return found.size() < 2 ? found.stream() : found.stream().sorted(Comparator.comparing(Node::toString));
    }

    /** Objects by property, looked up once a subject. */
    private Map<Node, List<Node>> statements(Node subject) {
        return bySubject.computeIfAbsent(subject, any -> {
            Map<Node, List<Node>> objects = new HashMap<>();
            said.find(subject, Node.ANY, Node.ANY)
                    .forEachRemaining(triple -> objects.computeIfAbsent(triple.getPredicate(), one -> new ArrayList<>())
                            .add(triple.getObject()));
            return objects;
        });
    }

    private static String written(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    private static boolean isPublished(Node node) {
        return node.isURI() && !node.getURI().startsWith(Graphs.GENID);
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
