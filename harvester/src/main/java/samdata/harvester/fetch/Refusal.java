package samdata.harvester.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import samdata.harvester.run.Outcome;

/** What stops a reading: the outcome it means and the reason in plain words. Never leaves the harvester. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final Outcome outcome;
    private final int status;
    private final boolean ofTheWhole;
    private final @Nullable Duration comeBackAfter;

    private Refusal(Outcome outcome, int status, boolean ofTheWhole, @Nullable Duration comeBackAfter, String message) {
        super(message, null, false, false);
        this.outcome = outcome;
        this.status = status;
        this.ofTheWhole = ofTheWhole;
        this.comeBackAfter = comeBackAfter;
    }

    public static Refusal unreachable(String why) {
        return new Refusal(Outcome.UNREACHABLE, 0, false, null, why);
    }

    /**
     * @param status what the server answered, 300 or more
     * @param comeBackAfter how long it asks to wait, when it does
     */
    static Refusal answered(int status, @Nullable Duration comeBackAfter, String why) {
        return new Refusal(Outcome.UNREACHABLE, status, false, comeBackAfter, why);
    }

    public static Refusal rejected(String why) {
        return new Refusal(Outcome.REJECTED, 0, false, null, why);
    }

    /** A cap is passed or a part is missing: nothing of the harvest may be used, not even what came before. */
    public static Refusal whole(String why) {
        return new Refusal(Outcome.REJECTED, 0, true, null, why);
    }

    public boolean isOfTheWhole() {
        return ofTheWhole;
    }

    /** How long the server asks to wait before it is asked again. */
    public Optional<Duration> comeBackAfter() {
        return Optional.ofNullable(comeBackAfter);
    }

    /** What the server answered, or 0 when it is not its answer that is refused. */
    public int status() {
        return status;
    }

    /** Whether the server itself says that there is nothing at this address (any more). */
    public boolean gone() {
        return status == 404 || status == 410;
    }

    /** Whether this is what the server answered. */
    public boolean has(int statusCode) {
        return status == statusCode;
    }

    /** Whether the server itself says that it has nothing at this address; 412 is how OpenML says it. */
    boolean isAbsence() {
        return gone() || has(412);
    }

    /** Whether one page is at fault: it is not there, or what came is unusable. The next one may be well. */
    public boolean isOfOnePage() {
        return isAbsence() || (outcome == Outcome.REJECTED && !ofTheWhole);
    }

    /** A refusal on its way through code that can only throw an {@link IOException}. */
    public static final class Carried extends IOException {
        private static final long serialVersionUID = 1;
        private final Refusal refusal;

        public Carried(Refusal refusal) {
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /** A refusal on its way through code that can throw nothing checked. */
    public static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;

        public Stop(Refusal refusal) {
            super(null, null, false, false);
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    public Outcome outcome() {
        return outcome;
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
