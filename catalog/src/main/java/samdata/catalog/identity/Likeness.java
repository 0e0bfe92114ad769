package samdata.catalog.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/** Weighs what two descriptions share, each thing by how rare it is, against what tells them apart. */
final class Likeness {
    /** Nothing but many of these together never makes a link: half of all catalogues share them. */
    private static final Set<Kind> SOFT = EnumSet.of(Kind.KEYWORDS, Kind.PERIOD, Kind.PLACE, Kind.PUBLISHER);

    static final double MOST_OF_SOFT = 0.4;
    static final double ENOUGH = 0.999;
    private static final double ALIKE = 0.5;
    private static final double MOST_OF_COLUMNS = 0.95;

    private final Weights weights;
    private final Rarity rarity;
    private final Fingerprint a;
    private final Fingerprint b;
    private final Map<Kind, Double> found = new EnumMap<>(Kind.class);
    private final Map<Kind, Evidence> evidence = new EnumMap<>(Kind.class);

    private Likeness(Weights weights, Rarity rarity, Fingerprint a, Fingerprint b) {
        this.weights = weights;
        this.rarity = rarity;
        this.a = a;
        this.b = b;
    }

    /** The link between two datasets, unless what they share is too little; the same whichever comes first. */
    static Optional<Link> of(Weights weights, Rarity rarity, Fingerprint one, Fingerprint other) {
        boolean first = one.iri().getURI().compareTo(other.iri().getURI()) < 0;
        return new Likeness(weights, rarity, first ? one : other, first ? other : one).link();
    }

    private Optional<Link> link() {
        boolean elsewhere = !a.home().equals(b.home());
        a.keys().forEach((key, mark) -> {
            Mark shared = b.keys().get(key);
            if (shared != null && (elsewhere || key.space() == Space.CLAIM)) shared(key, mark, shared);
        });
        if (elsewhere) {
            Differences between = new Differences(a, b);
            Set<Kind> differences = between.all();
            descriptions(between, differences);
            columns();
            common(Kind.KEYWORDS, DCAT.keyword.asNode(), a.keywords(), b.keywords());
            common(Kind.PERIOD, DCTerms.temporal.asNode(), a.periods(), b.periods());
            common(Kind.PLACE, DCTerms.spatial.asNode(), a.places(), b.places());
            common(Kind.PUBLISHER, DCTerms.publisher.asNode(), a.publishers(), b.publishers());
            if (found.containsKey(Kind.DOWNLOAD)) drop(Kind.FILE);
            differences.forEach(kind -> found.put(kind, weights.of(kind)));
        }
        double sum = sum();
        return sum < ENOUGH ? Optional.empty() : Optional.of(new Link(a.iri(), b.iri(), score(sum), strongestFirst()));
    }

    private void shared(Key key, Mark here, Mark there) {
        if (key.space() == Space.TEXT) return; // compared as texts
        if (key.space() == Space.CLAIM && !here.isItself() && !there.isItself()) return;
        Kind kind = here.kind().compareTo(there.kind()) > 0 ? here.kind() : there.kind();
        double weight = weights.of(kind) * rarity.of(key);
        if (kind == Kind.CHECKSUM && fewOf(here, there)) weight /= 2;
        if (weight == 0) return;
        Set<Node> properties = new LinkedHashSet<>();
        Set<String> values = new LinkedHashSet<>();
        Evidence before = evidence.get(kind);
        if (before != null) {
            properties.addAll(before.properties());
            values.addAll(before.values());
        }
        for (Mark mark : List.of(here, there)) {
            if (!mark.isItself()) properties.add(mark.property());
            values.add(mark.written());
        }
        add(kind, weight, new Evidence(kind, List.copyOf(properties), List.copyOf(values), OptionalDouble.empty()));
    }

    /** A code book may lie beside the files of many datasets. */
    private boolean fewOf(Mark here, Mark there) {
        Set<Key> sums = new HashSet<>();
        Set<Key> others = new HashSet<>();
        a.keys().forEach((key, mark) -> {
            if (mark.kind() == here.kind()) sums.add(key);
        });
        b.keys().forEach((key, mark) -> {
            if (mark.kind() == there.kind()) others.add(key);
        });
        int least = Math.min(sums.size(), others.size());
        sums.retainAll(others);
        return sums.size() * 2 < least;
    }

    private void descriptions(Differences between, Set<Kind> differences) {
        for (Prose one : a.descriptions())
            for (Prose other : b.descriptions()) {
                double similarity = similarity(one, other);
                if (similarity < ALIKE) continue;
                if (between.substituted(one, other)) {
                    differences.add(Kind.OTHER_NAME);
                    continue;
                }
                double weight =
                        weights.of(Kind.DESCRIPTION) * rarity(one, other) * length(one, other) * worth(similarity);
                add(
                        Kind.DESCRIPTION,
                        weight,
                        new Evidence(
                                Kind.DESCRIPTION,
                                List.of(DCTerms.description.asNode()),
                                List.of(),
                                OptionalDouble.of(similarity)));
            }
        if (differences.contains(Kind.OTHER_NAME)) drop(Kind.DESCRIPTION);
    }

    private double rarity(Prose one, Prose other) {
        Key whole = new Key(Space.TEXT, one.text());
        if (one.text().equals(other.text())
                && a.keys().containsKey(whole)
                && b.keys().containsKey(whole)) return rarity.of(whole);
        return a.bands().stream()
                .filter(b.bands()::contains)
                .mapToDouble(rarity::of)
                .max()
                .orElse(0);
    }

    /** What a few words say may well be said twice. */
    private static double length(Prose one, Prose other) {
        int words = Math.min(one.words().size(), other.words().size());
        if (words < 8) return 0.4;
        return words < 20 ? 0.8 : 1;
    }

    private static double worth(double similarity) {
        return similarity >= 0.8 ? 1 : similarity >= 0.65 ? 0.85 : 0.6;
    }

    /** The share of word pairs that are in both; of a text that is the beginning of the other, nearly one. */
    private static double similarity(Prose one, Prose other) {
        Set<String> pairs = one.pairs();
        Set<String> others = other.pairs();
        Set<String> both = new HashSet<>(pairs);
        both.retainAll(others);
        int least = Math.min(pairs.size(), others.size());
        if (least == 0) return 0;
        double jaccard = (double) both.size() / (pairs.size() + others.size() - both.size());
        boolean cut = least >= 25 && (begins(one, other) || begins(other, one));
        return cut ? Math.max(jaccard, 0.8) : jaccard;
    }

    /** Whether a text is the beginning of another, but for the word at which it was cut. */
    private static boolean begins(Prose one, Prose other) {
        int whole = one.words().size() - 1;
        return whole <= other.words().size()
                && one.words().subList(0, whole).equals(other.words().subList(0, whole));
    }

    /** The most that columns weigh which are not all the same. */
    static double mostOfSomeColumns(Weights weights) {
        return weights.of(Kind.COLUMNS) * MOST_OF_COLUMNS / 2;
    }

    /** Other columns of equal names, too few for a key of their own. */
    private void columns() {
        if (a.columns().equals(b.columns())) return; // a key of their own, however rare
        Set<String> both = new TreeSet<>(a.columns());
        both.retainAll(b.columns());
        int most = Math.max(a.columns().size(), b.columns().size());
        if (both.size() < 5 || both.size() < 0.8 * most) return;
        double share = (double) both.size() / most;
        add(
                Kind.COLUMNS,
                weights.of(Kind.COLUMNS) * Math.min(MOST_OF_COLUMNS, share) / 2,
                new Evidence(
                        Kind.COLUMNS,
                        List.of(FingerprintReader.COLUMNS.getFirst()),
                        List.of(String.join(", ", both)),
                        OptionalDouble.of(share)));
    }

    private void common(Kind kind, Node property, Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.retainAll(other);
        int least = Math.min(one.size(), other.size());
        if (both.isEmpty() || both.size() * 2 < least) return;
        add(kind, weights.of(kind), new Evidence(kind, List.of(property), List.copyOf(both), OptionalDouble.empty()));
    }

    private void add(Kind kind, double weight, Evidence seen) {
        if (weight == 0) return;
        double before = found.getOrDefault(kind, 0.0);
        if (before <= weight || !seen.values().isEmpty()) evidence.put(kind, seen);
        found.merge(kind, weight, Math::max);
    }

    private void drop(Kind kind) {
        found.remove(kind);
        evidence.remove(kind);
    }

    private double sum() {
        double soft = 0;
        double sum = 0;
        for (Map.Entry<Kind, Double> each : found.entrySet())
            if (SOFT.contains(each.getKey())) soft += each.getValue();
            else sum += each.getValue();
        return sum + Math.min(soft, MOST_OF_SOFT);
    }

    private static double score(double sum) {
        return Math.round(100 * (1 - Math.pow(4, -sum))) / 100.0;
    }

    private List<Evidence> strongestFirst() {
        List<Evidence> all = new ArrayList<>(evidence.values());
        all.sort(Comparator.comparingDouble((Evidence each) -> -Objects.requireNonNull(found.get(each.kind())))
                .thenComparing(Evidence::kind));
        return List.copyOf(all);
    }
}
