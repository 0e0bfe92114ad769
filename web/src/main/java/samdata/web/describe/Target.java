package samdata.web.describe;

import java.util.List;

/** What the column named as target turned out to be. */
public sealed interface Target {
    String column();

    /** @param classes the largest first */
    record Classes(String column, List<ClassCount> classes) implements Target {
        /** The smallest class over the largest: 1 is even. */
        public double balance() {
            return (double) classes.getLast().rows() / classes.getFirst().rows();
        }
    }

    /** A number to be predicted. */
    record Numeric(String column) implements Target {}

    /** @param why in words that follow "it is no target:" */
    record None(String column, String why) implements Target {}

    /** @param name empty unless values were asked for */
    record ClassCount(String name, long rows) {}
}
