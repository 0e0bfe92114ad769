package samdata.harvester;

/** What stops a reading: the outcome it means and the reason in plain words. Never leaves this package. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final Outcome outcome;

    private Refusal(Outcome outcome, String message) {
        super(message, null, false, false);
        this.outcome = outcome;
    }

    static Refusal unreachable(String why) {
        return new Refusal(Outcome.UNREACHABLE, why);
    }

    static Refusal rejected(String why) {
        return new Refusal(Outcome.REJECTED, why);
    }

    Outcome outcome() {
        return outcome;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
