package samdata.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import samdata.catalog.licence.Access;
import samdata.catalog.licence.Answer;
import samdata.catalog.licence.Atom;
import samdata.catalog.licence.Clause;
import samdata.catalog.licence.Licence;
import samdata.catalog.licence.Licences;
import samdata.catalog.store.Entry;
import samdata.vocab.Labels;
import samdata.vocab.Sam;
import samdata.vocab.Schemes;

/** Licences and what they answer, as JSON in one language. */
final class LicenceJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NOTICE = "not legal advice";

    private final Schemes schemes;
    private final Licences licences;
    private final String lang;

    LicenceJson(Schemes schemes, Licences licences, String lang) {
        this.schemes = schemes;
        this.licences = licences;
        this.lang = lang;
    }

    ObjectNode of(Licence licence) {
        ObjectNode json = NODES.objectNode()
                .put("id", licence.id())
                .put("iri", licence.iri().getURI())
                .put("label", Labels.of(schemes.graph(), licence.iri(), lang))
                .put("document", licence.document().orElse(null));
        json.set("permissions", clauses(licence.permissions()));
        json.set("duties", clauses(licence.duties()));
        json.set("prohibitions", clauses(licence.prohibitions()));
        json.set("unclear", clauses(licence.unclear()));
        json.set("mayFlowInto", ids(licence.mayFlowInto()));
        json.set("mayPerhapsFlowInto", ids(licence.mayPerhapsFlowInto()));
        return json.put("flowClause", licence.flowClause());
    }

    /** @param unrecognised words that were given for a licence and are none that is known */
    ObjectNode of(Answer answer, List<String> unrecognised, Licence unknown) {
        ObjectNode json = NODES.objectNode()
                .put("use", answer.use().id())
                .put("verdict", answer.verdict().word());
        ArrayNode duties = json.putArray("duties");
        answer.duties()
                .forEach(duty -> duties.addObject()
                        .put("duty", duty.atom().id())
                        .put("label", duty(duty.atom()))
                        .put("licence", duty.licence().id())
                        .put("because", duty.licence().id() + ": " + duty.clause()));
        ArrayNode refusals = json.putArray("refusals");
        answer.refusals()
                .forEach(refusal -> refusals.addObject()
                        .put("licence", refusal.licence().id())
                        .put("action", refusal.atom().id())
                        .put("label", label(refusal.atom()))
                        .put("clause", refusal.clause()));
        ArrayNode conflicts = json.putArray("conflicts");
        answer.conflicts()
                .forEach(conflict -> conflicts
                        .addObject()
                        .put("a", conflict.a().id())
                        .put("b", conflict.b().id())
                        .put("clause", conflict.clause()));
        ArrayNode unclear = json.putArray("unclear");
        answer.unclear()
                .forEach(point ->
                        unclear.addObject().put("licence", point.licence().id()).put("clause", point.clause()));
        unrecognised.forEach(word -> unclear.addObject().put("licence", word).put("clause", unknown.flowClause()));
        ArrayNode results = json.putArray("resultLicences");
        answer.resultLicences().forEach(licence -> results.add(licence.id()));
        ArrayNode disputed = json.putArray("disputed");
        answer.disputed().forEach(part -> {
            ArrayNode stated =
                    disputed.addObject().put("part", part.title().orElse(null)).putArray("licences");
            part.stated().forEach(licence -> stated.add(licence.id()));
        });
        return json.put("attribution", answer.attribution(lang)).put("notice", NOTICE);
    }

    /** What no licence says of a dataset and its reader should know: that not everybody gets the data. */
    ArrayNode cautions(Entry entry) {
        ArrayNode list = NODES.arrayNode();
        for (Access access : Access.restrictions(entry, schemes)) {
            ObjectNode caution = list.addObject().put("dataset", entry.id());
            caution.putObject("access")
                    .put("id", access.id())
                    .put("iri", access.concept().getURI())
                    .put("label", access.label(lang));
            caution.put("text", access.caution(lang));
        }
        return list;
    }

    private ArrayNode clauses(List<Clause> clauses) {
        ArrayNode list = NODES.arrayNode();
        clauses.forEach(clause -> list.addObject()
                .put("id", clause.atom().id())
                .put("label", label(clause.atom()))
                .put("clause", clause.text()));
        return list;
    }

    private ArrayNode ids(Collection<Node> targets) {
        ArrayNode list = NODES.arrayNode();
        targets.stream()
                .flatMap(target -> licences.recognise(target).stream())
                .map(Licence::id)
                .sorted()
                .forEach(list::add);
        return list;
    }

    private String label(Atom atom) {
        return Labels.of(schemes.graph(), licences.point(atom), lang);
    }

    /** A forbidden act is owed as a restraint. */
    private String duty(Atom atom) {
        return atom == Atom.COMMERCIAL
                ? Labels.best(schemes.graph(), licences.point(atom), Sam.restraint, lang)
                        .orElseGet(() -> label(atom))
                : label(atom);
    }
}
