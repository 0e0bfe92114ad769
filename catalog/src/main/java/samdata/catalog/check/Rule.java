package samdata.catalog.check;

/**
 * A rule of a profile, and why it is there.
 *
 * @param profile the name of the shapes file, such as {@code dcat-ap}; empty when no shape is behind it
 * @param id the same in every run, such as {@code Dataset.title.MinCount}; the shape's IRI where it has one
 * @param meaning what breaking it means for those who want to use the data; empty when the shape does not say
 * @param example a piece of a description that keeps it; empty when the shape has none
 * @param clause the address of the specification that asks for it; empty when the shape names none
 */
public record Rule(String profile, String id, String meaning, String example, String clause) {
    public static final Rule NONE = new Rule("", "", "", "", "");
}
