package samdata.web.demo;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;

/**
 * A catalogue as DCAT documents in hydra pages of so many datasets, by content negotiation. The first page also holds what
 * belongs to no dataset; the link from the catalogue to a dataset stands on the dataset's page.
 */
final class HydraPages implements Endpoint {
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final AcceptList OFFERED =
            AcceptList.create("text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples");

    private final URI catalogue;
    private final List<Graph> pages = new ArrayList<>();
    private final Map<String, String> written = new ConcurrentHashMap<>();

    HydraPages(Graph graph, URI site, int size) {
        this.catalogue = site.resolve("catalog");
        Parts parts = new Parts(graph);
        List<Node> datasets = List.copyOf(parts.datasets().keySet());
        int count = Math.max(1, (datasets.size() + size - 1) / size);
        for (int page = 1; page <= count; page++) pages.add(paging(page, count, datasets.size()));
        Map<Node, Integer> pageOf = new HashMap<>();
        for (int i = 0; i < datasets.size(); i++) {
            pageOf.put(datasets.get(i), i / size);
            GraphUtil.addInto(pages.get(i / size), parts.datasets().get(datasets.get(i)));
        }
        parts.rest().find().forEachRemaining(triple -> {
            int page = triple.predicateMatches(DCAT.dataset.asNode()) ? pageOf.getOrDefault(triple.getObject(), 0) : 0;
            pages.get(page).add(triple);
        });
        pages.forEach(page -> page.getPrefixMapping().setNsPrefixes(graph.getPrefixMapping()));
    }

    @Override
    public Answer answer(Request request) {
        if (!request.path().equals(catalogue.getPath()))
            return Answer.problem(404, "The catalogue is at " + catalogue.getPath());
        int page = Integer.parseInt(request.query().getOrDefault("page", "1"));
        if (page < 1 || page > pages.size())
            return Answer.problem(404, "There are " + pages.size() + " pages, numbered from 1");
        String accept = request.header("accept").orElse("*/*");
        MediaType type = AcceptList.match(new AcceptList(accept), OFFERED);
        if (type == null) return Answer.problem(406, "Offered are " + OFFERED);
        String body =
                written.computeIfAbsent(page + type.getContentTypeStr(), key -> written(pages.get(page - 1), type));
        return Answer.of(type.getContentTypeStr() + "; charset=utf-8", body).cached(request);
    }

    private static String written(Graph graph, MediaType type) {
        RDFFormat format = switch (type.getContentTypeStr()) {
            case "application/ld+json" -> RDFFormat.JSONLD11;
            case "application/rdf+xml" -> RDFFormat.RDFXML_PLAIN;
            case "application/n-triples" -> RDFFormat.NTRIPLES;
            default -> RDFFormat.TURTLE_PRETTY;
        };
        return RDFWriter.source(graph).format(format).asString();
    }

    private Graph paging(int page, int count, int total) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node collection = NodeFactory.createURI(catalogue.toString());
        Node view = page(page);
        graph.add(collection, RDF.Nodes.type, hydra("Collection"));
        graph.add(collection, hydra("totalItems"), NodeFactory.createLiteralDT("" + total, XSDDatatype.XSDinteger));
        graph.add(collection, hydra("view"), view);
        graph.add(view, RDF.Nodes.type, hydra("PartialCollectionView"));
        graph.add(view, hydra("first"), page(1));
        graph.add(view, hydra("last"), page(count));
        if (page > 1) graph.add(view, hydra("previous"), page(page - 1));
        if (page < count) graph.add(view, hydra("next"), page(page + 1));
        return graph;
    }

    private Node page(int number) {
        return NodeFactory.createURI(catalogue + "?page=" + number);
    }

    private static Node hydra(String name) {
        return NodeFactory.createURI(HYDRA + name);
    }
}
