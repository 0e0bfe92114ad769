package samdata.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.Catalog;
import samdata.vocab.Labels;
import samdata.vocab.Sam;

/** Which licences a dataset states, for what, and what each of them says in words. */
final class Licences {
    private static final String ODRL = "http://www.w3.org/ns/odrl/2/";
    private static final Node LICENCE = DCTerms.license.asNode();
    private static final Node ACTION = NodeFactory.createURI(ODRL + "action");
    private static final Node PERMISSION = NodeFactory.createURI(ODRL + "permission");
    private static final Node PROHIBITION = NodeFactory.createURI(ODRL + "prohibition");
    private static final Node DUTY = NodeFactory.createURI(ODRL + "duty");
    private static final Node UNCLEAR = NodeFactory.createURI(Sam.NS + "unclearAction");

    /** The uses that are answered for, in the order of a reader's interest. */
    static final List<Node> ACTIONS = List.of(
            NodeFactory.createURI(Sam.NS + "trainModel"),
            NodeFactory.createURI(ODRL + "commercialize"),
            NodeFactory.createURI(Sam.NS + "shareModel"),
            NodeFactory.createURI(ODRL + "derive"),
            NodeFactory.createURI(Sam.NS + "distributeDerivedData"),
            NodeFactory.createURI(ODRL + "distribute"));

    static final List<Node> DUTIES = List.of(
            NodeFactory.createURI(ODRL + "attribute"),
            NodeFactory.createURI(ODRL + "attachPolicy"),
            NodeFactory.createURI(Sam.NS + "stateChanges"),
            NodeFactory.createURI(ODRL + "shareAlike"),
            NodeFactory.createURI(Sam.NS + "bindRecipients"));

    private final Catalog catalog;
    private final Description description;
    private final Page page;

    Licences(Catalog catalog, Description description, Page page) {
        this.catalog = catalog;
        this.description = description;
        this.page = page;
    }

    List<LicenceView> stated() {
        Map<Node, Set<String>> covers = new LinkedHashMap<>();
        description
                .meant(description.dataset(), LICENCE)
                .forEach(licence -> covers.put(licence, new LinkedHashSet<>()));
        List<Node> distributions = description.distributions().toList();
        List<String> silent = new ArrayList<>();
        for (Node distribution : distributions) {
            List<Node> licences = description.meant(distribution, LICENCE);
            if (licences.isEmpty()) silent.add(description.name(distribution));
            for (Node licence : licences)
                covers.computeIfAbsent(licence, any -> new LinkedHashSet<>()).add(description.name(distribution));
        }
        if (covers.isEmpty()) return List.of(missing(List.of()));
        boolean forAll = !description.meant(description.dataset(), LICENCE).isEmpty();
        boolean differ = covers.size() > 1 || (!silent.isEmpty() && !forAll);
        List<LicenceView> views = new ArrayList<>();
        covers.forEach((licence, parts) -> views.add(view(licence, differ ? List.copyOf(parts) : List.of())));
        if (!silent.isEmpty() && !forAll) views.add(missing(silent));
        return views;
    }

    private LicenceView view(Node licence, List<String> parts) {
        Optional<Node> known = catalog.schemes().licences().recognise(licence);
        if (known.isEmpty()) {
            String written = description.name(licence);
            return new LicenceView("unrecognised", written, written, Hrefs.of(licence), parts, List.of(), List.of());
        }
        Graph vocabulary = catalog.vocabulary();
        String id = catalog.schemes().licences().id(known.get());
        boolean unknown = id.equals(LicenceView.UNKNOWN);
        return new LicenceView(
                unknown ? "unknown" : "known",
                id,
                Labels.of(vocabulary, known.get(), page.lang()),
                document(vocabulary, licence, known.get()),
                parts,
                unknown ? List.of() : clauses(vocabulary, known.get()),
                duties(vocabulary, known.get()));
    }

    private LicenceView missing(List<String> parts) {
        return new LicenceView(
                "missing",
                LicenceView.UNKNOWN,
                page.say("licence.missing"),
                Optional.empty(),
                parts,
                List.of(),
                List.of());
    }

    private static List<LicenceView.Clause> clauses(Graph vocabulary, Node licence) {
        Set<Node> permitted = actions(vocabulary, licence, PERMISSION);
        Set<Node> prohibited = actions(vocabulary, licence, PROHIBITION);
        return ACTIONS.stream()
                .map(action -> new LicenceView.Clause(
                        action.getLocalName(),
                        vocabulary.contains(licence, UNCLEAR, action)
                                ? "unclear"
                                : prohibited.contains(action) ? "no" : permitted.contains(action) ? "yes" : "unsaid"))
                .toList();
    }

    private static List<String> duties(Graph vocabulary, Node licence) {
        Set<Node> owed = new LinkedHashSet<>();
        vocabulary
                .find(licence, PERMISSION, Node.ANY)
                .forEachRemaining(permission -> owed.addAll(actions(vocabulary, permission.getObject(), DUTY)));
        return DUTIES.stream().filter(owed::contains).map(Node::getLocalName).toList();
    }

    private static Set<Node> actions(Graph vocabulary, Node subject, Node rule) {
        Set<Node> actions = new LinkedHashSet<>();
        vocabulary
                .find(subject, rule, Node.ANY)
                .forEachRemaining(triple -> vocabulary
                        .find(triple.getObject(), ACTION, Node.ANY)
                        .mapWith(Triple::getObject)
                        .forEachRemaining(actions::add));
        return actions;
    }

    /** Where to read it: the address that was stated, unless that is only our name for it. */
    private Optional<String> document(Graph vocabulary, Node stated, Node known) {
        if (!stated.equals(known)) return Hrefs.of(stated);
        return vocabulary.find(known, SKOS.exactMatch.asNode(), Node.ANY).mapWith(Triple::getObject).toList().stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .sorted(java.util.Comparator.comparingInt(Licences::legibility).thenComparing(iri -> iri))
                .findFirst()
                .flatMap(Hrefs::of);
    }

    /** The author's own page, which is the one served securely, before SPDX's and that before a code list. */
    private static int legibility(String iri) {
        if (iri.startsWith("https://")) return 0;
        return iri.contains("spdx.org/") ? 1 : 2;
    }
}
