package samdata.harvester.protocol;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.fetch.Refusal;

/**
 * One page of a catalogue, taken apart: what it states, and where the next one is. All dialects are read: PagedCollection
 * with nextPage, Collection with a view that has next, next on the page itself; as IRI or as text.
 *
 * @param stated without the statements that are about the paging
 */
public record HydraPage(List<Triple> stated, Set<URI> next) {
    private static final String NS = "http://www.w3.org/ns/hydra/core#";
    private static final Set<String> TYPES = Set.of("PagedCollection", "PartialCollectionView", "Collection");
    private static final Set<String> NEXT = Set.of("next", "nextPage");
    private static final Set<String> PAGING = Set.of(
            "next",
            "nextPage",
            "previous",
            "previousPage",
            "first",
            "firstPage",
            "last",
            "lastPage",
            "view",
            "totalItems",
            "itemsPerPage",
            "member");

    /** @throws Refusal when the next page's address is none */
    public static HydraPage of(List<Triple> triples, URI url) throws Refusal {
        Set<Node> pages = new HashSet<>();
        Set<URI> next = new LinkedHashSet<>();
        for (Triple triple : triples) {
            if (!isPaging(triple)) continue;
            pages.add(triple.getSubject());
            if (isOneOf(NEXT, triple.getPredicate())) next.addAll(address(triple.getObject(), url));
        }
        return pages.isEmpty() ? new HydraPage(triples, next) : new HydraPage(without(pages, triples), next);
    }

    /** A page node that is also something else, such as the catalogue, loses only what it says about paging. */
    private static List<Triple> without(Set<Node> pages, List<Triple> triples) {
        Map<Node, Boolean> alsoOther = new HashMap<>();
        for (Triple triple : triples) {
            if (triple.getPredicate().equals(RDF.Nodes.type) && pages.contains(triple.getSubject()))
                alsoOther.merge(triple.getSubject(), !isHydra(triple.getObject()), Boolean::logicalOr);
        }
        List<Triple> stated = new ArrayList<>(triples.size());
        for (Triple triple : triples) {
            boolean ofPage = pages.contains(triple.getSubject());
            boolean whole = ofPage && !alsoOther.getOrDefault(triple.getSubject(), false);
            if (!whole && !isPaging(triple)) stated.add(triple);
        }
        return stated;
    }

    private static boolean isPaging(Triple triple) {
        return isOneOf(PAGING, triple.getPredicate())
                || (triple.getPredicate().equals(RDF.Nodes.type) && isOneOf(TYPES, triple.getObject()));
    }

    private static boolean isHydra(Node node) {
        return node.isURI() && node.getURI().startsWith(NS);
    }

    private static boolean isOneOf(Set<String> names, Node node) {
        return isHydra(node) && names.contains(node.getURI().substring(NS.length()));
    }

    private static Set<URI> address(Node next, URI url) throws Refusal {
        var text = next.isLiteral() ? next.getLiteralLexicalForm().strip() : next.isURI() ? next.getURI() : "";
        if (text.isEmpty()) return Set.of();
        try {
            return Set.of(url.resolve(text.replace(" ", "%20")));
        } catch (IllegalArgumentException e) {
            throw Refusal.rejected(url + " names a next page that is no URL: " + text);
        }
    }
}
