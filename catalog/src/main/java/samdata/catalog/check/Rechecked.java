package samdata.catalog.check;

import java.util.List;

/**
 * What a change does to the findings of its source.
 *
 * @param gone findings of the former description that may hold no more
 * @param come what is found in their place, some of them the same
 */
public record Rechecked(List<Violation> gone, List<Violation> come) {}
