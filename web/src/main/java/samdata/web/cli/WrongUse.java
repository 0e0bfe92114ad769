package samdata.web.cli;

/** What was asked for cannot be; the message is one line that says what to do instead. */
public final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongUse(String message) {
        super(message);
    }
}
