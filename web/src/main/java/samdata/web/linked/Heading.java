package samdata.web.linked;

/**
 * What the catalogue says of itself.
 *
 * @param publisher the name of who runs it
 */
public record Heading(String title, String description, String publisher) {}
