package samdata.catalog.licence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.licence.Clause.Settled;
import samdata.vocab.Labels;
import samdata.vocab.Sam;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;

/** Reads licences and uses out of the concept schemes. */
final class LicenceReader {
    private static final String POINTS = "https://w3id.org/samdata/licence-point";
    private static final String ODRL = "http://www.w3.org/ns/odrl/2/";
    private static final Node ACTION = NodeFactory.createURI(ODRL + "action");
    private static final Node PERMISSION = NodeFactory.createURI(ODRL + "permission");
    private static final Node PROHIBITION = NodeFactory.createURI(ODRL + "prohibition");
    private static final Node DUTY = NodeFactory.createURI(ODRL + "duty");

    private final Graph graph;
    private final Scheme licences;
    private final Map<Node, Atom> atoms = new HashMap<>();
    private final Map<Atom, Node> points = new EnumMap<>(Atom.class);

    LicenceReader(Schemes schemes) {
        this.graph = schemes.graph();
        this.licences = schemes.licences();
        Scheme table = schemes.get(POINTS);
        for (Node point : table.concepts()) {
            Atom atom = Atom.of(table.id(point))
                    .orElseThrow(() -> new IllegalStateException("No point of a licence is called " + point));
            this.points.put(atom, point);
            objects(point, Sam.saidWith).forEach(node -> atoms.put(node, atom));
        }
    }

    /** @throws IllegalStateException when the scheme has no such point */
    Node point(Atom atom) {
        Node point = points.get(atom);
        if (point == null) throw new IllegalStateException("No concept of " + POINTS + " is " + atom.id());
        return point;
    }

    /** The acts that a use needs, then the questions that must be settled for it. */
    record Needs(List<Atom> acts, List<Atom> settled) {}

    Needs needs(Node use) {
        return new Needs(atoms(use, Sam.needs), atoms(use, Sam.dependsOn));
    }

    private List<Atom> atoms(Node subject, Node property) {
        return objects(subject, property).map(this::atom).sorted().toList();
    }

    /** @throws IllegalStateException when the scheme leaves one of the fifteen points out */
    Licence read(Node licence) {
        Map<Atom, Clause> clauses = new EnumMap<>(Atom.class);
        Map<Atom, List<Clause>> owed = new EnumMap<>(Atom.class);
        objects(licence, PERMISSION).forEach(rule -> {
            List<Clause> duties = objects(rule, DUTY)
                    .flatMap(duty -> clauses(duty, ACTION, Settled.YES))
                    .sorted(Comparator.comparing(Clause::atom))
                    .toList();
            duties.forEach(duty -> clauses.put(duty.atom(), duty));
            clauses(rule, ACTION, Settled.YES).forEach(clause -> {
                clauses.put(clause.atom(), clause);
                owed.computeIfAbsent(clause.atom(), any -> new ArrayList<>()).addAll(duties);
            });
        });
        objects(licence, PROHIBITION)
                .flatMap(rule -> clauses(rule, ACTION, Settled.NO))
                .forEach(clause -> clauses.put(clause.atom(), clause));
        objects(licence, Sam.finding)
                .flatMap(finding -> clauses(finding, Sam.question, settled(finding)))
                .forEach(clause -> clauses.put(clause.atom(), clause));
        for (Atom atom : Atom.values())
            if (!clauses.containsKey(atom)) throw new IllegalStateException(licence + " says nothing on " + atom.id());
        return new Licence(
                licences.id(licence),
                licence,
                Labels.best(graph, licence, DCTerms.title.asNode(), "en").orElseThrow(),
                document(licence),
                Map.copyOf(clauses),
                Map.copyOf(owed),
                set(licence, Sam.mayFlowInto),
                set(licence, Sam.mayFlowIntoUnclear),
                text(licence, Sam.flowClause),
                objects(licence, DCTerms.isVersionOf.asNode()).findFirst());
    }

    private Stream<Clause> clauses(Node rule, Node property, Settled settled) {
        String source = text(rule, DCTerms.source.asNode());
        return objects(rule, property).map(node -> new Clause(atom(node), settled, source));
    }

    private Settled settled(Node finding) {
        Node answer = objects(finding, Sam.answer).findFirst().orElseThrow();
        if (answer.equals(Sam.Yes)) return Settled.YES;
        if (answer.equals(Sam.No)) return Settled.NO;
        return Settled.UNCLEAR;
    }

    /** The steward's own page, which is the one served securely, before SPDX's and that before a code list. */
    private Optional<String> document(Node licence) {
        List<String> addresses = objects(licence, SKOS.exactMatch.asNode())
                .map(Node::getURI)
                .sorted()
                .toList();
        return Stream.of("https://creativecommons.org/", "https://", "http://spdx.org/licenses/", "http://")
                .flatMap(start -> addresses.stream().filter(address -> address.startsWith(start)))
                .filter(address -> !address.startsWith("https://choosealicense.com/"))
                .findFirst();
    }

    private Atom atom(Node node) {
        Atom atom = atoms.get(node);
        if (atom == null) throw new IllegalStateException(node + " is no point of a licence");
        return atom;
    }

    private String text(Node subject, Node property) {
        return objects(subject, property)
                .findFirst()
                .map(Node::getLiteralLexicalForm)
                .orElseThrow(() -> new IllegalStateException(subject + " has no " + property));
    }

    private Set<Node> set(Node subject, Node property) {
        return objects(subject, property).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream();
    }
}
