package samdata.catalog.identity;

/**
 * A dataset that has a key.
 *
 * @param home the source that speaks for it
 */
public record Holder(String iri, String home) {}
