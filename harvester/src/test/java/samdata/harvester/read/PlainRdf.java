package samdata.harvester.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.apicatalog.jsonld.JsonLdOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import samdata.catalog.store.Graphs;

/** RDF as Jena alone reads and writes it, with nothing of ours between. */
public final class PlainRdf {
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";

    private PlainRdf() {}

    public static Graph read(byte[] body, Lang lang, String base) {
        var context = RIOT.getContext().copy();
        context.set(LangJSONLD11.JSONLD_OPTIONS, new JsonLdOptions(JsonLdContexts.loader()));
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(body))
                .forceLang(lang)
                .base(base)
                .context(context)
                .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
                .parse(new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        graph.add(triple);
                    }

                    @Override
                    public void quad(Quad quad) {
                        graph.add(quad.asTriple());
                    }
                });
        return graph;
    }

    public static Graph of(List<Triple> triples) {
        var graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }

    public static byte[] written(Graph graph, Lang lang) {
        var out = new ByteArrayOutputStream();
        // the plain form: the pretty one takes long
        if (lang.equals(Lang.RDFXML)) RDFDataMgr.write(out, graph, RDFFormat.RDFXML_PLAIN);
        else RDFDataMgr.write(out, graph, lang);
        return out.toByteArray();
    }

    /** N-Triples of the same graph, its statements in another order and its blank nodes under other labels. */
    public static byte[] shuffled(Graph graph) {
        var triples = renamed(graph).find().toList();
        Collections.shuffle(triples, new Random(4));
        var out = new ByteArrayOutputStream();
        var writer = StreamRDFLib.writer(out);
        writer.start();
        triples.forEach(writer::triple);
        writer.finish();
        return out.toByteArray();
    }

    private static Graph renamed(Graph graph) {
        Map<Node, Node> labels = new HashMap<>();
        return each(
                graph,
                node -> node.isBlank()
                        ? labels.computeIfAbsent(
                                node,
                                blank -> NodeFactory.createBlankNode(
                                        "renamed" + UUID.randomUUID().toString().replace("-", "")))
                        : node);
    }

    /** The graph with the names of blank nodes read as blank nodes. */
    public static Graph unnamed(Graph graph) {
        return each(
                graph,
                node -> node.isURI() && node.getURI().startsWith(Graphs.GENID)
                        ? NodeFactory.createBlankNode(node.getURI())
                        : node);
    }

    /** Every subject and object of a graph made another. */
    static Graph each(Graph graph, UnaryOperator<Node> other) {
        var out = GraphFactory.createDefaultGraph();
        graph.find()
                .forEachRemaining(triple -> out.add(
                        other.apply(triple.getSubject()), triple.getPredicate(), other.apply(triple.getObject())));
        return out;
    }

    /** Without the nodes that are pages and nothing else, and without what the others say about paging. */
    public static Graph withoutPages(Graph graph) {
        Set<Node> other = new HashSet<>();
        Set<Node> paged = new HashSet<>();
        graph.find().forEachRemaining(triple -> {
            if (isHydra(triple)) paged.add(triple.getSubject());
            else if (triple.getPredicate().equals(RDF.Nodes.type)) other.add(triple.getSubject());
        });
        var out = GraphFactory.createDefaultGraph();
        graph.find()
                .filterDrop(PlainRdf::isHydra)
                .filterDrop(triple -> paged.contains(triple.getSubject()) && !other.contains(triple.getSubject()))
                .forEachRemaining(out::add);
        return out;
    }

    private static boolean isHydra(Triple triple) {
        return triple.getPredicate().toString().startsWith(HYDRA)
                || (triple.getPredicate().equals(RDF.Nodes.type)
                        && triple.getObject().toString().startsWith(HYDRA));
    }

    /** Whether its address alone does not bring all of it: there are pages after it, or documents below it. */
    public static boolean isPartOfMore(Graph graph) {
        var more = Set.of(
                HYDRA + "next",
                HYDRA + "nextPage",
                "http://www.w3.org/ns/ldp#contains",
                "http://www.re3data.org/schema/3-0#dataCatalog");
        return graph.find().toList().stream()
                .anyMatch(triple -> more.contains(triple.getPredicate().toString()));
    }

    /**
     * Whether two graphs say the same. Blank nodes are told apart by what is around them, in ever wider circles; where that
     * leaves look-alikes, Jena searches for the mapping.
     */
    public static boolean isomorphic(Graph one, Graph other) {
        if (one.size() != other.size() || !literals(one).equals(literals(other))) return false;
        var colours = colours(one);
        var others = colours(other);
        if (!distinct(colours) || !distinct(others)) return one.isIsomorphicWith(other);
        return each(one, node -> colours.getOrDefault(node, node))
                .isIsomorphicWith(each(other, node -> others.getOrDefault(node, node)));
    }

    private static boolean distinct(Map<Node, Node> colours) {
        return Set.copyOf(colours.values()).size() == colours.size();
    }

    private static Map<Node, Node> colours(Graph graph) {
        Map<Node, Node> colours = new HashMap<>();
        graph.find().forEachRemaining(triple -> {
            for (Node node : List.of(triple.getSubject(), triple.getObject()))
                if (node.isBlank()) colours.put(node, RDF.Nodes.nil);
        });
        for (long before = 0, now = 1; now > before; ) {
            before = now;
            Map<Node, Node> next = new HashMap<>();
            colours.keySet().forEach(blank -> next.put(blank, colour(graph, blank, colours)));
            colours.putAll(next);
            now = colours.values().stream().distinct().count();
        }
        return colours;
    }

    private static Node colour(Graph graph, Node blank, Map<Node, Node> colours) {
        List<String> around = new ArrayList<>(
                List.of(colours.getOrDefault(blank, RDF.Nodes.nil).toString()));
        graph.find(blank, Node.ANY, Node.ANY)
                .forEachRemaining(triple -> around.add("> " + triple.getPredicate() + " "
                        + colours.getOrDefault(triple.getObject(), triple.getObject())));
        graph.find(Node.ANY, Node.ANY, blank)
                .forEachRemaining(triple -> around.add("< " + triple.getPredicate() + " "
                        + colours.getOrDefault(triple.getSubject(), triple.getSubject())));
        Collections.sort(around);
        return NodeFactory.createURI(
                "urn:uuid:" + UUID.nameUUIDFromBytes(around.toString().getBytes(UTF_8)));
    }

    /** As they are written: Jena takes language tags that differ in case for equal. */
    private static List<String> literals(Graph graph) {
        List<String> literals = new ArrayList<>();
        graph.find()
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .forEachRemaining(node -> literals.add(node.getLiteralLexicalForm() + "@" + node.getLiteralLanguage()
                        + "^^" + node.getLiteralDatatypeURI()));
        Collections.sort(literals);
        return literals;
    }

    public static boolean isTyped(Graph graph, Node node, Node type) {
        return graph.contains(node, RDF.Nodes.type, type);
    }

    public static Set<Node> typed(Graph graph, Node type) {
        return graph.find(Node.ANY, RDF.Nodes.type, type).mapWith(Triple::getSubject).toList().stream()
                .collect(Collectors.toSet());
    }
}
