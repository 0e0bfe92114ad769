package samdata.catalog.licence;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;

/** The licences that are known, and what may be done with data under them. */
public final class Licences {
    private static final String USES = "https://w3id.org/samdata/use";

    private final Scheme scheme;
    private final Map<String, Licence> byId = new LinkedHashMap<>();
    private final Map<Node, Licence> byIri = new LinkedHashMap<>();
    private final Map<Atom, Node> points = new EnumMap<>(Atom.class);
    private final Weighing weighing;

    private Licences(Schemes schemes) {
        this.scheme = schemes.licences();
        LicenceReader reader = new LicenceReader(schemes);
        scheme.concepts().stream()
                .map(reader::read)
                .sorted(Comparator.comparing(Licence::id))
                .forEach(licence -> {
                    byId.put(licence.id(), licence);
                    byIri.put(licence.iri(), licence);
                });
        for (Atom atom : Atom.values()) points.put(atom, reader.point(atom));
        this.weighing = new Weighing(needs(schemes.get(USES), reader), List.copyOf(byId.values()));
    }

    /** @throws IllegalStateException when a licence in the scheme leaves a point out, or a use of the enum has no concept */
    public static Licences of(Schemes schemes) {
        return new Licences(schemes);
    }

    private static Map<Use, LicenceReader.Needs> needs(Scheme uses, LicenceReader reader) {
        Map<Use, LicenceReader.Needs> needs = new EnumMap<>(Use.class);
        for (Node concept : uses.concepts())
            Use.of(uses.id(concept)).ifPresent(use -> needs.put(use, reader.needs(concept)));
        for (Use use : Use.values())
            if (!needs.containsKey(use)) throw new IllegalStateException("No concept of " + USES + " is " + use.id());
        return needs;
    }

    /** Sorted by id. */
    public List<Licence> all() {
        return List.copyOf(byId.values());
    }

    /** The licence with exactly this id. */
    public Optional<Licence> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What counts where no licence is stated, or none that is known. */
    public Licence unknown() {
        Licence unknown = byId.get(Licence.UNKNOWN);
        if (unknown == null) throw new IllegalStateException("The licence scheme has no " + Licence.UNKNOWN);
        return unknown;
    }

    /** The concept that says a point in words. */
    public Node point(Atom atom) {
        Node point = points.get(atom);
        if (point == null) throw new IllegalStateException("No concept stands for " + atom.id());
        return point;
    }

    /** The licence meant by an IRI or by words, in any of the ways publishers write it. */
    public Optional<Licence> recognise(Node stated) {
        return scheme.recognise(stated).map(byIri::get);
    }

    /** As {@link #recognise(Node)}, for plain text. */
    public Optional<Licence> recognise(String written) {
        return scheme.recognise(written).map(byIri::get);
    }

    /** Whether this is our own name of a licence. */
    boolean isConcept(Node node) {
        return byIri.containsKey(node);
    }

    /**
     * Whether all {@code parts} may be used together in this way.
     *
     * @throws IllegalArgumentException when there is nothing to answer about
     */
    public Answer answer(Collection<Part> parts, Use use) {
        if (parts.isEmpty()) throw new IllegalArgumentException("No licence and no dataset was asked about");
        return weighing.answer(List.copyOf(parts), use);
    }
}
