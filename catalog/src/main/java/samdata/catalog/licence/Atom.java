package samdata.catalog.licence;

import java.util.Arrays;
import java.util.Optional;

/** One of the fifteen points on which data licences differ; the concepts of the licence-point scheme say them in words. */
public enum Atom {
    REPRODUCE("reproduce", Kind.ACT),
    DISTRIBUTE("distribute", Kind.ACT),
    DERIVE("derive", Kind.ACT),
    DISTRIBUTE_DERIVED("distributeDerivedData", Kind.ACT),
    COMMERCIAL("commercialUse", Kind.ACT),
    TRAIN("trainModel", Kind.ACT),
    SHARE_MODEL("shareModel", Kind.ACT),
    ATTRIBUTION("attribution", Kind.CONDITION),
    NOTICE("notice", Kind.CONDITION),
    STATE_CHANGES("stateChanges", Kind.CONDITION),
    SHARE_ALIKE_DATA("shareAlikeData", Kind.CONDITION),
    SHARE_ALIKE_MODEL("shareAlikeModel", Kind.CONDITION),
    USE_RESTRICTION("useRestriction", Kind.CONDITION),
    BIND_RECIPIENTS("bindRecipients", Kind.CONDITION),
    /** Whether the licence speaks for the European sui generis database right too. */
    COVERS_DATABASE_RIGHT("coversSGDR", Kind.SCOPE);

    /** Whether a point is something done, something asked for, or what the licence reaches. */
    public enum Kind {
        ACT,
        CONDITION,
        SCOPE
    }

    private final String id;
    private final Kind kind;

    Atom(String id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    /** The {@code skos:notation} of its concept. */
    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    static Optional<Atom> of(String id) {
        return Arrays.stream(values()).filter(atom -> atom.id.equals(id)).findFirst();
    }
}
