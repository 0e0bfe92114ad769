package samdata.web.linked;

import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Extent;
import samdata.catalog.store.Graphs;

/** A dataset's description as it is published: DCAT, whatever vocabulary the company wrote it in. */
final class Description {
    private Description() {}

    /** As the company that speaks for it describes it. */
    static Graph of(Entry entry) {
        return merged(entry.stated(), entry.recognised());
    }

    /** As one source describes it. */
    static Graph of(DatasetGraph store, String source, Node dataset) {
        Graph stated = store.getGraph(Graphs.stated(source));
        Graph recognised = store.getGraph(Graphs.recognised(source));
        Extent extent = Extent.of(stated, dataset);
        return merged(extent.cut(stated), extent.cut(recognised));
    }

    /** The licences of the dataset and its distributions, as IRIs. */
    static Set<String> licences(Entry entry) {
        Set<String> licences = new TreeSet<>();
        Graph description = of(entry);
        description
                .find(Node.ANY, DCTerms.license.asNode(), Node.ANY)
                .filterKeep(triple -> isPart(description, entry.iri(), triple.getSubject()))
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .mapWith(Node::getURI)
                .forEachRemaining(licences::add);
        return licences;
    }

    /**
     * What was stated, and what we recognised in it where nothing was stated: a licence that was given is not given twice,
     * but schema.org's words become DCAT's.
     */
    private static Graph merged(Graph stated, Graph recognised) {
        Graph merged = GraphFactory.createDefaultGraph();
        stated.find().forEachRemaining(merged::add);
        recognised
                .find()
                .filterKeep(triple -> triple.getPredicate().equals(RDF.Nodes.type)
                        || !stated.contains(triple.getSubject(), triple.getPredicate(), Node.ANY))
                .forEachRemaining(merged::add);
        return merged;
    }

    private static boolean isPart(Graph description, Node dataset, Node subject) {
        return subject.equals(dataset) || description.contains(dataset, DCAT.distribution.asNode(), subject);
    }
}
