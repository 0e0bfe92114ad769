package samdata.catalog.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SKOS;

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

    private static final int MAX_KEYS = 60;
    private static final int MAX_DISTRIBUTIONS = 20;

    private final Stated stated;
    private final Node dataset;
    private final Map<Key, Mark> keys = new LinkedHashMap<>();

    private FingerprintReader(Graph said, Node dataset) {
        this.stated = new Stated(said);
        this.dataset = dataset;
    }

    /** @param said what {@code home} states and what was recognised in it; more than the dataset may stand there */
    static Fingerprint read(Graph said, Node dataset, String home) {
        return new FingerprintReader(said, dataset).fingerprint(home);
    }

    private Fingerprint fingerprint(String home) {
        List<Node> wholes = new ArrayList<>(List.of(dataset));
        stated.sorted(dataset, DCAT.distribution.asNode())
                .filter(node -> !node.isLiteral())
                .limit(MAX_DISTRIBUTIONS)
                .forEach(wholes::add);
        addresses(wholes);
        Set<String> columns = columns(wholes);
        figures(wholes);
        Surroundings surroundings = new Surroundings(stated, dataset);
        List<Prose> titles = surroundings.texts(DCTerms.title.asNode());
        List<Prose> descriptions = surroundings.texts(DCTerms.description.asNode());
        words(titles, descriptions);
        return new Fingerprint(
                dataset,
                home,
                keys,
                bands(descriptions),
                titles,
                descriptions,
                columns,
                surroundings.values(DCAT.keyword.asNode()),
                surroundings.publishers(),
                surroundings.periods(),
                surroundings.places());
    }

    private void addresses(List<Node> wholes) {
        if (Stated.isPublished(dataset)) {
            put(Kind.IDENTIFIER, Mark.ITSELF, dataset.getURI());
            claim(Mark.ITSELF, dataset.getURI());
        }
        stated.each(SAME, dataset, (property, value) -> {
            put(Kind.IDENTIFIER, property, Stated.written(value));
            claim(property, Stated.written(value));
        });
        stated.each(IDENTIFIERS, dataset, this::identifier);
        stated.each(PAGES, dataset, (property, value) -> put(Kind.LANDING_PAGE, property, Stated.written(value)));
        stated.each(ORIGINS, dataset, (property, value) -> put(Kind.ORIGIN, property, Stated.written(value)));
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
        if (Stated.isPublished(value)) put(Kind.IDENTIFIER, property, value.getURI());
        stated.each(NOTATIONS, value, (inner, notation) -> {
            if (notation.isLiteral()) identifier(property, notation);
        });
    }

    private void distribution(Node distribution) {
        stated.each(
                List.of(DCAT.downloadURL.asNode()),
                distribution,
                (property, value) -> download(property, Stated.written(value)));
        stated.each(List.of(DCAT.accessURL.asNode()), distribution, (property, value) -> {
            String written = Stated.written(value);
            boolean file =
                    Addresses.normalised(written).filter(Addresses::isFile).isPresent();
            if (file) download(property, written);
            else put(Kind.ACCESS, property, written);
        });
        stated.each(
                List.of(CHECKSUM),
                distribution,
                (property, node) -> stated.each(CHECKSUM_VALUES, node, this::checksum));
        stated.each(CHECKSUM_VALUES, distribution, this::checksum);
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
                .matcher(Stated.written(value).strip().toLowerCase(Locale.ROOT))
                .replaceFirst("");
        if (SUM.matcher(sum).matches() && !OF_NOTHING.contains(sum))
            put(new Key(Space.CHECKSUM, sum), Kind.CHECKSUM, property, Stated.written(value));
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
            stated.each(COLUMNS, whole, (property, column) -> {
                if (column.isLiteral())
                    names.add(Prose.of(Stated.written(column)).text());
                else
                    Stated.NAMES.stream()
                            .flatMap(name -> stated.sorted(column, name))
                            .findFirst()
                            .ifPresent(name ->
                                    names.add(Prose.of(Stated.written(name)).text()));
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
            stated.of(whole).keySet().stream()
                    .filter(property -> isBytes(property) || countsSomething(property.getURI()))
                    .sorted(Comparator.comparing(Node::getURI))
                    .forEach(property -> stated.sorted(whole, property)
                            .filter(Node::isLiteral)
                            .forEach(value -> figure(property, isBytes(property), Stated.written(value))));
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

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
