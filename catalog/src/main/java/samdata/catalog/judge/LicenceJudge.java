package samdata.catalog.judge;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import samdata.catalog.licence.DatasetLicences;
import samdata.catalog.licence.LicenceStatement;
import samdata.catalog.licence.Licences;
import samdata.catalog.licence.Use;
import samdata.catalog.licence.Verdict;
import samdata.catalog.store.Entry;
import samdata.vocab.Sam;
import samdata.vocab.Scheme;
import samdata.vocab.Schemes;

/** Says what the licences that are stated of a dataset answer for each use. */
final class LicenceJudge {
    private final Licences licences;
    private final Map<Use, Node> concepts = new EnumMap<>(Use.class);

    LicenceJudge(Schemes schemes, Licences licences) {
        this.licences = licences;
        Scheme uses = schemes.get("https://w3id.org/samdata/use");
        for (Use use : Use.values()) concepts.put(use, uses.recognise(use.id()).orElseThrow());
    }

    void judge(Entry entry, Judgement judgement) {
        DatasetLicences stated = DatasetLicences.of(entry, licences);
        Node node = judgement.judged("licence", Sam.LicenceAssessment);
        for (LicenceStatement statement : stated.statements()) judgement.derived(node, statement.subject());
        Set<Findings.Said> answers = new HashSet<>();
        concepts.forEach((use, concept) -> {
            Verdict verdict = stated.answer(use).verdict();
            answers.add(new Findings.Said(predicate(verdict), concept));
            if (verdict.permits()) judgement.say(Sam.permits, concept);
        });
        judgement.found(node, answers);
    }

    private static Node predicate(Verdict verdict) {
        return switch (verdict) {
            case OK -> Sam.ok;
            case OK_WITH_DUTIES -> Sam.okWithDuties;
            case NOT_PERMITTED -> Sam.notPermitted;
            case CONFLICT -> Sam.conflict;
            case UNDECIDABLE -> Sam.undecidable;
        };
    }
}
