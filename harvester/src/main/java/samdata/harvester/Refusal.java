package samdata.harvester;

import java.io.IOException;

/** What stops a reading: the outcome it means and the reason in plain words. Never leaves this package. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final Outcome outcome;
    private final int status;

    private Refusal(Outcome outcome, int status, String message) {
        super(message, null, false, false);
        this.outcome = outcome;
        this.status = status;
    }

    static Refusal unreachable(String why) {
        return new Refusal(Outcome.UNREACHABLE, 0, why);
    }

    /** @param status what the server answered, 300 or more */
    static Refusal answered(int status, String why) {
        return new Refusal(Outcome.UNREACHABLE, status, why);
    }

    static Refusal rejected(String why) {
        return new Refusal(Outcome.REJECTED, 0, why);
    }

    /** What the server answered, or 0 when it is not its answer that is refused. */
    int status() {
        return status;
    }

    /** Whether the server itself says that there is nothing at this address (any more). */
    boolean gone() {
        return status == 404 || status == 410;
    }

    /** A refusal on its way through code that can only throw an {@link IOException}. */
    static final class Carried extends IOException {
        private static final long serialVersionUID = 1;
        private final Refusal refusal;

        Carried(Refusal refusal) {
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /** A refusal on its way through code that can throw nothing checked. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        Stop(Refusal refusal) {
            super(null, null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    Outcome outcome() {
        return outcome;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
