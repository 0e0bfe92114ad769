package samdata.web.http;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;

/** The short names our documents use, so that they read alike whoever wrote the data. */
public final class Prefixes {
    private static final Map<String, String> KNOWN = new TreeMap<>(Map.ofEntries(
            Map.entry("adms", "http://www.w3.org/ns/adms#"),
            Map.entry("cr", "http://mlcommons.org/croissant/"),
            Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
            Map.entry("dct", "http://purl.org/dc/terms/"),
            Map.entry("dcatap", "http://data.europa.eu/r5r/"),
            Map.entry("dqv", "http://www.w3.org/ns/dqv#"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("hydra", "http://www.w3.org/ns/hydra/core#"),
            Map.entry("it6", "http://data.europa.eu/it6/"),
            Map.entry("mlso", "http://w3id.org/mlso/"),
            Map.entry("odrl", "http://www.w3.org/ns/odrl/2/"),
            Map.entry("org", "http://www.w3.org/ns/org#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("prov", "http://www.w3.org/ns/prov#"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("sam", "https://w3id.org/samdata/ns#"),
            Map.entry("sd", "http://www.w3.org/ns/sparql-service-description#"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("spdx", "http://spdx.org/rdf/terms#"),
            Map.entry("vcard", "http://www.w3.org/2006/vcard/ns#"),
            Map.entry("void", "http://rdfs.org/ns/void#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#")));

    private static final Pattern IRI = Pattern.compile("https?://[^\\s|*+?^()<>\"{}]+");

    private Prefixes() {}

    /** A text, every IRI in it that has a short name said by that; such as a path over properties. */
    public static String shortened(String text) {
        return IRI.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(KNOWN.entrySet().stream()
                        .filter(known -> found.group().startsWith(known.getValue()))
                        .map(known -> known.getKey() + ":"
                                + found.group().substring(known.getValue().length()))
                        .findFirst()
                        .orElse(found.group())));
    }

    /** The same graph with those prefixes that it has a use for. */
    static Graph onto(Graph graph) {
        Set<String> namespaces = new HashSet<>();
        Set<String> schemes = new HashSet<>();
        graph.find().forEachRemaining(triple -> {
            for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                String iri = node.isLiteral() ? node.getLiteralDatatypeURI() : node.isURI() ? node.getURI() : "";
                namespaces.add(iri.substring(0, 1 + Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'))));
                schemes.add(iri.substring(0, Math.max(0, iri.indexOf(':'))));
            }
        });
        PrefixMapping prefixes = new PrefixMappingImpl();
        KNOWN.forEach((prefix, namespace) -> {
            // JSON-LD cannot tell the IRI dcat:x from a short name
            if (namespaces.contains(namespace) && !schemes.contains(prefix)) prefixes.setNsPrefix(prefix, namespace);
        });
        return new WrappedGraph(graph) {
            @Override
            public PrefixMapping getPrefixMapping() {
                return prefixes;
            }
        };
    }
}
