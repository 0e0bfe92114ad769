package samdata.web.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import samdata.catalog.licence.Access;
import samdata.catalog.licence.Answer;
import samdata.catalog.licence.Atom;
import samdata.catalog.licence.Licence;
import samdata.catalog.licence.Licences;
import samdata.catalog.licence.Part;
import samdata.catalog.licence.Use;
import samdata.catalog.store.Entry;
import samdata.vocab.Labels;
import samdata.vocab.Sam;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;
import samdata.web.pages.AnswerView.Named;

/** Says licences, their points and their answers in the reader's language. */
final class LicenceWords {
    private static final String USES = "https://w3id.org/samdata/use";
    private static final int CONFLICTS_SHOWN = 10;

    private final Schemes known;
    private final Graph schemes;
    private final Scheme uses;
    private final Licences licences;
    private final Page page;

    LicenceWords(Schemes schemes, Licences licences, Page page) {
        this.known = schemes;
        this.schemes = schemes.graph();
        this.uses = schemes.get(USES);
        this.licences = licences;
        this.page = page;
    }

    /** What no licence says of a dataset and its reader should know: that not everybody gets the data. */
    List<String> cautions(Entry entry) {
        return Access.restrictions(entry, known).stream()
                .map(access -> access.caution(page.lang()))
                .toList();
    }

    Named named(Licence licence) {
        return new Named(licence.id(), label(licence.iri()), page.link("/licences/" + licence.id()), licence.isKnown());
    }

    /** Sorted by label. */
    List<Named> named(Collection<Node> targets) {
        return targets.stream()
                .flatMap(target -> licences.recognise(target).stream())
                .map(this::named)
                .sorted(Comparator.comparing(Named::label))
                .toList();
    }

    String point(Atom atom) {
        return label(licences.point(atom));
    }

    /** A forbidden act is owed as a restraint. */
    private String duty(Atom atom) {
        return atom == Atom.COMMERCIAL
                ? Labels.best(schemes, licences.point(atom), Sam.restraint, page.lang())
                        .orElseGet(() -> point(atom))
                : point(atom);
    }

    /** A few words, for headings of columns. */
    String name(Use use) {
        return page.say("use." + use.id());
    }

    String label(Use use) {
        return label(concept(use));
    }

    /** What a licence alone answers for each use. */
    List<AnswerView> answers(Licence licence) {
        return answers(List.of(Part.under(licence)));
    }

    List<AnswerView> answers(Collection<Part> parts) {
        return Stream.of(Use.values())
                .map(use -> answer(licences.answer(parts, use)))
                .toList();
    }

    AnswerView answer(Answer answer) {
        Map<String, List<AnswerView.Ground>> duties = new LinkedHashMap<>();
        answer.duties().forEach(duty -> add(duties, duty(duty.atom()), ground(duty.licence(), duty.clause())));
        Map<String, List<AnswerView.Ground>> refusals = new LinkedHashMap<>();
        answer.refusals()
                .forEach(refusal -> add(refusals, point(refusal.atom()), ground(refusal.licence(), refusal.clause())));
        return new AnswerView(
                answer.use().id(),
                name(answer.use()),
                label(answer.use()),
                Labels.best(schemes, concept(answer.use()), SKOS.definition.asNode(), page.lang())
                        .orElse(""),
                answer.verdict().word(),
                reasons(duties),
                reasons(refusals),
                answer.conflicts().stream()
                        .limit(CONFLICTS_SHOWN)
                        .map(pair -> new AnswerView.Conflict(named(pair.a()), named(pair.b()), pair.clause()))
                        .toList(),
                Math.max(0, answer.conflicts().size() - CONFLICTS_SHOWN),
                answer.unclear().stream()
                        .map(point -> ground(point.licence(), point.clause()))
                        .toList(),
                answer.resultLicences().stream().map(this::named).toList());
    }

    /** Every name that it is recognised by, its own first. */
    List<String> names(Licence licence) {
        return Stream.of(SKOS.notation, SKOS.prefLabel, SKOS.altLabel)
                .flatMap(property -> values(licence, property.asNode())
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .sorted(String.CASE_INSENSITIVE_ORDER))
                .distinct()
                .toList();
    }

    List<String> addresses(Licence licence) {
        return values(licence, SKOS.exactMatch.asNode())
                .filter(Node::isURI)
                .map(Node::getURI)
                .sorted()
                .toList();
    }

    private Stream<Node> values(Licence licence, Node property) {
        return schemes.find(licence.iri(), property, Node.ANY).mapWith(Triple::getObject).toList().stream();
    }

    private AnswerView.Ground ground(Licence licence, String clause) {
        return new AnswerView.Ground(named(licence), clause);
    }

    private static void add(Map<String, List<AnswerView.Ground>> reasons, String what, AnswerView.Ground ground) {
        reasons.computeIfAbsent(what, any -> new ArrayList<>()).add(ground);
    }

    private static List<AnswerView.Reason> reasons(Map<String, List<AnswerView.Ground>> grounds) {
        return grounds.entrySet().stream()
                .map(reason -> new AnswerView.Reason(reason.getKey(), List.copyOf(reason.getValue())))
                .toList();
    }

    private Node concept(Use use) {
        return uses.recognise(use.id())
                .orElseThrow(() -> new IllegalStateException("No concept of " + USES + " is " + use.id()));
    }

    private String label(Node concept) {
        return Labels.of(schemes, concept, page.lang());
    }
}
