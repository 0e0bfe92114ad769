package samdata.harvester.source;

/** Why a source cannot be registered, read or removed, in one line that names the thing, what was found and what was wanted. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What kind of refusal it is, so that a caller can answer 422, 409 or 404. */
    public enum Reason {
        INVALID,
        TAKEN,
        UNKNOWN
    }

    private final Reason reason;

    public SourceException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public static SourceException invalid(String message) {
        return new SourceException(Reason.INVALID, message);
    }

    public static SourceException unknown(String id) {
        return new SourceException(Reason.UNKNOWN, "No source has the id " + id + "; `samdata source list` shows them");
    }

    public Reason reason() {
        return reason;
    }
}
