package samdata.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.path.PathWriter;
import org.apache.jena.sparql.util.FmtUtils;
import samdata.catalog.Catalog;
import samdata.catalog.search.Facet;
import samdata.catalog.search.Facets;
import samdata.catalog.search.Search;

/**
 * A search of the site written as a SPARQL query: the facets' own paths with the chosen values. Words are matched letter
 * by letter there and not by their stems, and the query says so.
 */
final class SearchAsSparql {
    private static final Map<String, String> PREFIXES = Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "mlso", "http://w3id.org/mlso/",
            "sam", "https://w3id.org/samdata/ns#",
            "skos", "http://www.w3.org/2004/02/skos/core#");

    private final Catalog catalog;
    private final Facets facets;
    private final PrefixMapping prefixes = PrefixMapping.Factory.create().setNsPrefixes(PREFIXES);

    SearchAsSparql(Catalog catalog) {
        this.catalog = catalog;
        this.facets = new Facets(catalog.shapes(), catalog.schemes());
    }

    String query(Search search, String lang) {
        StringBuilder body = new StringBuilder();
        if (!search.q().isEmpty()) body.append(words(search.q()));
        for (Facet facet : catalog.facets()) {
            Set<String> values = search.chosen().getOrDefault(facet.id(), Set.of());
            if (!values.isEmpty()) body.append(clause(facet, values, lang));
        }
        String used = body.toString();
        String declared = PREFIXES.keySet().stream()
                .sorted()
                .filter(prefix -> prefix.equals("dcat") || prefix.equals("dct") || used.contains(prefix + ":"))
                .map(prefix -> "PREFIX " + prefix + ": <" + PREFIXES.get(prefix) + ">\n")
                .collect(Collectors.joining());
        return declared + "\nSELECT DISTINCT ?dataset ?title WHERE {\n"
                + "  ?dataset a dcat:Dataset ; dct:title ?title .\n" + used + "}\nORDER BY ?title\nLIMIT 1000\n";
    }

    private String clause(Facet facet, Set<String> values, String lang) {
        String variable = "?" + facet.id();
        String path = PathWriter.asString(facet.path(), new Prologue(prefixes));
        String label = facet.label(catalog.shapes(), lang).replaceAll("\\s+", " ");
        String reach = "  # " + label + "\n  ?dataset " + path + " " + variable + " .\n";
        if (facet.byYear()) return reach + "  FILTER(SUBSTR(STR(" + variable + "), 1, 4) IN (" + texts(values) + "))\n";
        List<Node> nodes = values.stream()
                .flatMap(value -> facets.concept(facet, value).stream())
                .distinct()
                .toList();
        Set<String> others = values.stream()
                .filter(value -> facets.concept(facet, value).isEmpty())
                .collect(Collectors.toSet());
        List<String> either = new ArrayList<>();
        if (!nodes.isEmpty())
            either.add(variable + " IN ("
                    + nodes.stream().map(FmtUtils::stringForNode).collect(Collectors.joining(", ")) + ")");
        if (!others.isEmpty()) either.add("STR(" + variable + ") IN (" + texts(others) + ")");
        return reach + "  FILTER(" + String.join(" || ", either) + ")\n";
    }

    private static String words(String q) {
        String tests = List.of(q.replace("\"", " ").strip().split("\\s+", -1)).stream()
                .map(word -> "CONTAINS(LCASE(STR(?text)), LCASE(" + text(word) + "))")
                .map(test -> "  FILTER EXISTS { ?dataset dct:title|dct:description|dcat:keyword ?text FILTER(" + test
                        + ") }\n")
                .collect(Collectors.joining());
        return "  # letter by letter; the search page also finds other forms of a word\n" + tests;
    }

    private static String texts(Set<String> values) {
        return values.stream().sorted().map(SearchAsSparql::text).collect(Collectors.joining(", "));
    }

    private static String text(String value) {
        return FmtUtils.stringForString(value);
    }
}
