package samdata.catalog.licence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import samdata.catalog.licence.Clause.Settled;

/**
 * A licence that is known, as its fifteen points.
 *
 * @param id its SPDX id, else {@code LicenseRef-...}
 * @param name in English, as an attribution names it
 * @param document where its text can be read
 * @param clauses one for each {@link Atom}
 * @param owed by the act that is done: the conditions that then hold
 * @param mayFlowInto the licences that a shared adaptation of material under this one may have
 * @param mayPerhapsFlowInto those of which that is not settled
 * @param flowClause where the licence says into which others it may flow
 * @param versionOf the licence without a version that names this one too
 */
public record Licence(
        String id,
        Node iri,
        String name,
        Optional<String> document,
        Map<Atom, Clause> clauses,
        Map<Atom, List<Clause>> owed,
        Set<Node> mayFlowInto,
        Set<Node> mayPerhapsFlowInto,
        String flowClause,
        Optional<Node> versionOf) {
    /** The id of the licence that stands for none being known. */
    public static final String UNKNOWN = "NOASSERTION";

    public boolean isKnown() {
        return !id.equals(UNKNOWN);
    }

    /** @throws IllegalStateException never for a licence read from the scheme, which answers every point */
    public Clause clause(Atom atom) {
        Clause clause = clauses.get(atom);
        if (clause == null) throw new IllegalStateException(id + " says nothing on " + atom.id());
        return clause;
    }

    public Settled settled(Atom atom) {
        return clause(atom).settled();
    }

    /** The acts that it permits. */
    public List<Clause> permissions() {
        return select(Atom.Kind.ACT, Settled.YES);
    }

    /** The acts that it forbids. */
    public List<Clause> prohibitions() {
        return select(Atom.Kind.ACT, Settled.NO);
    }

    /** The conditions that it sets for one act or another. */
    public List<Clause> duties() {
        return select(Atom.Kind.CONDITION, Settled.YES);
    }

    /** What it leaves open, of any kind. */
    public List<Clause> unclear() {
        return ordered().filter(clause -> clause.settled() == Settled.UNCLEAR).toList();
    }

    private List<Clause> select(Atom.Kind kind, Settled settled) {
        return ordered()
                .filter(clause -> clause.atom().kind() == kind && clause.settled() == settled)
                .toList();
    }

    private Stream<Clause> ordered() {
        return Stream.of(Atom.values()).map(this::clause);
    }
}
