package samdata.web.pages;

import java.util.List;

/** @param query what stands in the editor at first */
public record SparqlView(String query, List<Example> examples) {
    /** @param role who asks such a question; empty when that is not said */
    public record Example(String id, String role, String question, String href, String query) {}
}
