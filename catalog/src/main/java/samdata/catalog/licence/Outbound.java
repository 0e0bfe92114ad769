package samdata.catalog.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import samdata.catalog.licence.Answer.Conflict;
import samdata.catalog.licence.Answer.Unclear;
import samdata.catalog.licence.Clause.Settled;

/** Looks for licences under which an adaptation of several parts may be shared. */
final class Outbound {
    private final List<Licence> known;

    Outbound(List<Licence> known) {
        this.known = known;
    }

    /** @param licences that all parts may clearly flow into */
    record Found(Verdict verdict, List<Licence> licences, List<Conflict> conflicts, List<Unclear> unclear) {
        static final Found NONE = new Found(Verdict.OK, List.of(), List.of(), List.of());
    }

    Found of(List<Part> parts) {
        List<Licence> open = known.stream()
                .filter(target -> flow(parts, target) == Settled.YES)
                .toList();
        if (!open.isEmpty()) return new Found(Verdict.OK, open, List.of(), List.of());
        List<Licence> perhaps = known.stream()
                .filter(target -> flow(parts, target) == Settled.UNCLEAR)
                .toList();
        boolean sayNothing =
                parts.stream().flatMap(part -> part.stated().stream()).anyMatch(Outbound::saysNothing);
        if (perhaps.isEmpty() && !sayNothing)
            return new Found(Verdict.CONFLICT, List.of(), conflicts(parts), List.of());
        return new Found(Verdict.UNDECIDABLE, List.of(), List.of(), unclear(parts, perhaps));
    }

    /** A licence of which even this is unknown cannot be said to be in conflict with another. */
    private static boolean saysNothing(Licence licence) {
        return licence.settled(Atom.DISTRIBUTE_DERIVED) == Settled.UNCLEAR;
    }

    private static Settled flow(List<Part> parts, Licence target) {
        Settled all = Settled.YES;
        for (Part part : parts) {
            switch (flow(part, target)) {
                case YES -> {}
                case NO -> {
                    return Settled.NO;
                }
                case UNCLEAR -> all = Settled.UNCLEAR;
            }
        }
        return all;
    }

    /** Where several licences are stated of one part and they differ, nobody knows. */
    private static Settled flow(Part part, Licence target) {
        Set<Settled> answers = part.stated().stream()
                .map(licence -> flow(licence, target.iri()))
                .collect(Collectors.toSet());
        return answers.size() == 1 ? answers.iterator().next() : Settled.UNCLEAR;
    }

    private static Settled flow(Licence licence, Node target) {
        if (licence.mayFlowInto().contains(target)) return Settled.YES;
        return licence.mayPerhapsFlowInto().contains(target) ? Settled.UNCLEAR : Settled.NO;
    }

    private List<Conflict> conflicts(List<Part> parts) {
        List<Licence> licences = parts.stream()
                .flatMap(part -> part.stated().stream())
                .distinct()
                .toList();
        List<Conflict> conflicts = pairs(licences, true);
        return conflicts.isEmpty() ? pairs(licences, false) : conflicts;
    }

    /** @param alone only those pairs that have no outbound licence even by themselves */
    private List<Conflict> pairs(List<Licence> licences, boolean alone) {
        List<Conflict> pairs = new ArrayList<>();
        for (int i = 0; i < licences.size(); i++)
            for (int j = i + 1; j < licences.size(); j++) {
                Licence a = licences.get(i);
                Licence b = licences.get(j);
                List<Part> both = List.of(Part.under(a), Part.under(b));
                if (alone && known.stream().anyMatch(target -> flow(both, target) != Settled.NO)) continue;
                pairs.add(new Conflict(a, b, a.flowClause() + "; " + b.flowClause()));
            }
        return pairs;
    }

    private static List<Unclear> unclear(List<Part> parts, List<Licence> perhaps) {
        return parts.stream()
                .flatMap(part -> part.stated().stream()
                        .filter(licence -> saysNothing(licence)
                                || perhaps.stream()
                                        .anyMatch(target -> flow(licence, target.iri()) == Settled.UNCLEAR
                                                || flow(part, target) == Settled.UNCLEAR)))
                .distinct()
                .map(licence -> new Unclear(licence, licence.flowClause()))
                .toList();
    }
}
