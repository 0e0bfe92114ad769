package samdata.web.linked;

import static samdata.web.linked.Triples.number;
import static samdata.web.linked.Triples.text;
import static samdata.web.linked.Triples.time;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.catalog.store.Entry;
import samdata.catalog.store.Graphs;
import samdata.web.http.Base;

/** One page of the catalogue: the {@code dcat:Catalog}, some of its datasets with our records of them, and the way on. */
final class CatalogPage {
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";

    private final Triples triples = Triples.onto(GraphFactory.createDefaultGraph());
    private final Node catalog;

    CatalogPage(Node catalog, Heading heading, Base base) {
        this.catalog = catalog;
        Node publisher = base.node("/#publisher");
        triples.type(catalog, DCAT.Catalog)
                .add(catalog, DCTerms.title, text(heading.title(), "en"))
                .add(catalog, DCTerms.description, text(heading.description(), "en"))
                .add(catalog, DCTerms.publisher, publisher)
                .add(catalog, FOAF.homepage, base.node("/"))
                .type(publisher, FOAF.Agent)
                .add(publisher, FOAF.name, text(heading.publisher()));
    }

    void add(Entry entry, Graph description) {
        Node record = Graphs.record(entry.home(), entry.id());
        triples.add(catalog, DCAT.dataset, entry.iri())
                .add(catalog, DCAT.record, record)
                .type(record, DCAT.CatalogRecord)
                .add(record, FOAF.primaryTopic, entry.iri())
                .add(record, DCTerms.issued, time(entry.firstSeen()))
                .add(record, DCTerms.modified, time(entry.lastChanged()));
        description.find().forEachRemaining(triples.graph()::add);
    }

    /** The statements alone, for a document that is not one of several pages. */
    Graph graph() {
        return triples.graph();
    }

    /** @param address of this document, without its query */
    Graph graph(Paging paging, String address) {
        Node view = page(address, paging, paging.page());
        Graph graph = triples.graph();
        graph.add(catalog, RDF.Nodes.type, hydra("Collection"));
        graph.add(catalog, hydra("totalItems"), number(paging.total()));
        graph.add(catalog, hydra("view"), view);
        graph.add(view, RDF.Nodes.type, hydra("PartialCollectionView"));
        graph.add(view, hydra("first"), page(address, paging, 1));
        graph.add(view, hydra("last"), page(address, paging, paging.last()));
        if (paging.page() > 1) graph.add(view, hydra("previous"), page(address, paging, paging.page() - 1));
        if (paging.page() < paging.last()) graph.add(view, hydra("next"), page(address, paging, paging.page() + 1));
        return graph;
    }

    private static Node page(String address, Paging paging, int page) {
        return NodeFactory.createURI(address + "?" + paging.query(page));
    }

    private static Node hydra(String name) {
        return NodeFactory.createURI(HYDRA + name);
    }
}
