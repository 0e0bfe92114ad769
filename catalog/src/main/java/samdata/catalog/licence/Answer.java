package samdata.catalog.licence;

import java.util.List;

/**
 * Whether parts may be used together in one way, and why. Not legal advice.
 *
 * @param duties what must be done, each with the clause that asks for it
 * @param refusals the clauses that forbid the use, when the verdict is {@link Verdict#NOT_PERMITTED}
 * @param conflicts the pairs that no outbound licence suits both of
 * @param unclear what keeps the question open, or would if nothing else decided it
 * @param resultLicences the licences that the result may be shared under, when it is an adaptation
 * @param parts what was asked about
 */
public record Answer(
        Use use,
        Verdict verdict,
        List<Duty> duties,
        List<Refusal> refusals,
        List<Conflict> conflicts,
        List<Unclear> unclear,
        List<Licence> resultLicences,
        List<Part> parts) {
    /** @param clause where the licence asks for it */
    public record Duty(Atom atom, Licence licence, String clause) {}

    /** @param clause where the licence forbids the act */
    public record Refusal(Atom atom, Licence licence, String clause) {}

    /** @param clause what each of the two says on adaptations */
    public record Conflict(Licence a, Licence b, String clause) {}

    /** @param clause what is not settled, and where */
    public record Unclear(Licence licence, String clause) {}

    /** The parts of which different licences are stated. */
    public List<Part> disputed() {
        return parts.stream().filter(Part::disputed).toList();
    }

    /** A ready text that names every part, its holder and its licence, in English. */
    public String attribution() {
        return attribution("en");
    }

    /** As {@link #attribution()}, in the language {@code en} or {@code sv}. */
    public String attribution(String lang) {
        boolean changed = duties.stream().anyMatch(duty -> duty.atom() == Atom.STATE_CHANGES);
        return Attribution.of(parts, changed, lang);
    }
}
