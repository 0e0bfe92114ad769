package samdata.catalog.licence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import samdata.catalog.licence.Answer.Duty;
import samdata.catalog.licence.Answer.Refusal;
import samdata.catalog.licence.Answer.Unclear;
import samdata.catalog.licence.Clause.Settled;

/**
 * Weighs licences for one use: first each alone, then, when an adaptation is shared, all together. The worst answer holds,
 * and a clear refusal beats all that is unclear.
 */
final class Weighing {
    private final Map<Use, LicenceReader.Needs> needs;
    private final Outbound outbound;

    Weighing(Map<Use, LicenceReader.Needs> needs, List<Licence> known) {
        this.needs = Map.copyOf(needs);
        this.outbound = new Outbound(known);
    }

    Answer answer(List<Part> parts, Use use) {
        LicenceReader.Needs needed = needs.getOrDefault(use, new LicenceReader.Needs(List.of(), List.of()));
        Findings found = new Findings();
        Verdict verdict = Verdict.OK;
        Set<Licence> licences = new LinkedHashSet<>();
        parts.forEach(part -> licences.addAll(part.stated()));
        for (Licence licence : licences) verdict = verdict.or(alone(licence, needed, found));
        Outbound.Found result = Outbound.Found.NONE;
        if (needed.acts().contains(Atom.DISTRIBUTE_DERIVED) && verdict != Verdict.NOT_PERMITTED) {
            result = outbound.of(parts);
            verdict = verdict.or(result.verdict());
        }
        found.unclear.addAll(result.unclear());
        return new Answer(
                use,
                verdict,
                List.copyOf(found.duties),
                List.copyOf(found.refusals),
                verdict == Verdict.CONFLICT ? result.conflicts() : List.of(),
                List.copyOf(found.unclear),
                verdict.permits() ? result.licences() : List.of(),
                parts);
    }

    /** What was met on the way; a licence says a thing once. */
    private static final class Findings {
        final Set<Duty> duties = new LinkedHashSet<>();
        final Set<Refusal> refusals = new LinkedHashSet<>();
        final Set<Unclear> unclear = new LinkedHashSet<>();
    }

    private static Verdict alone(Licence licence, LicenceReader.Needs needed, Findings found) {
        Verdict verdict = Verdict.OK;
        for (Atom act : needed.acts()) {
            Clause clause = licence.clause(act);
            verdict = verdict.or(
                    switch (clause.settled()) {
                        case YES -> Verdict.OK;
                        case NO -> Verdict.NOT_PERMITTED;
                        case UNCLEAR -> Verdict.UNDECIDABLE;
                    });
            if (clause.settled() == Settled.NO) found.refusals.add(new Refusal(act, licence, clause.text()));
            if (clause.settled() == Settled.UNCLEAR) found.unclear.add(new Unclear(licence, clause.text()));
        }
        for (Atom question : needed.settled()) {
            Clause clause = licence.clause(question);
            if (clause.settled() != Settled.UNCLEAR) continue;
            found.unclear.add(new Unclear(licence, clause.text()));
            verdict = verdict.or(Verdict.UNDECIDABLE);
        }
        List<Clause> duties = duties(licence, needed);
        duties.forEach(duty -> found.duties.add(new Duty(duty.atom(), licence, duty.text())));
        return verdict == Verdict.OK && !duties.isEmpty() ? Verdict.OK_WITH_DUTIES : verdict;
    }

    /**
     * The conditions on the acts that the use needs. What restricts the use itself binds whoever uses; who hands data on
     * that may not be used commercially must see to it, too.
     */
    private static List<Clause> duties(Licence licence, LicenceReader.Needs needed) {
        List<Clause> duties = new ArrayList<>();
        for (Atom act : needed.acts()) duties.addAll(licence.owed().getOrDefault(act, List.of()));
        Clause restriction = licence.clause(Atom.USE_RESTRICTION);
        if (restriction.settled() == Settled.YES) duties.add(restriction);
        boolean shared =
                needed.acts().contains(Atom.DISTRIBUTE) || needed.acts().contains(Atom.DISTRIBUTE_DERIVED);
        Clause commercial = licence.clause(Atom.COMMERCIAL);
        if (shared && commercial.settled() == Settled.NO) duties.add(commercial);
        return duties;
    }
}
