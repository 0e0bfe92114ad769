package samdata.web.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Named here for the help; the launcher runs the tests itself, because they need the sources. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs the whole test suite, browser tests included; installs Chromium when it is missing.",
        footer = {"", "Examples:", "  ./samdata test", "  ./samdata test --long"})
final class TestCommand implements Runnable {
    @Option(names = "--long", description = "The tests that take minutes, too.")
    private boolean longer = false;

    @Override
    public void run() {
        throw new WrongUse("The tests are run from a checkout by ./samdata test" + (longer ? " --long" : ""));
    }
}
