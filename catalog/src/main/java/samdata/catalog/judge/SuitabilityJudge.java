package samdata.catalog.judge;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import samdata.catalog.store.Entry;
import samdata.catalog.suitability.Assessment;
import samdata.catalog.suitability.Finding;
import samdata.catalog.suitability.Level;
import samdata.catalog.suitability.Status;
import samdata.catalog.suitability.Suitability;
import samdata.vocab.Sam;
import samdata.vocab.Schemes;

/** Says for which of the tasks that concern it a dataset is fit, and by which criteria. */
final class SuitabilityJudge {
    private final Schemes schemes;
    private final Suitability suitability;

    SuitabilityJudge(Schemes schemes, Suitability suitability) {
        this.schemes = schemes;
        this.suitability = suitability;
    }

    void judge(Entry entry, Judgement judgement) {
        for (Assessment assessment : suitability.assess(entry)) write(assessment, judgement);
    }

    private void write(Assessment assessment, Judgement judgement) {
        Node task = assessment.task();
        Node node = judgement.judged("task:" + schemes.id(task).orElseThrow(), Sam.SuitabilityAssessment);
        judgement.say(node, Sam.forTask, task);
        judgement.say(
                node,
                Sam.level,
                NodeFactory.createLiteralString(assessment.level().word()));
        bases(assessment, node, judgement);
        Set<Findings.Said> found = new HashSet<>();
        found.add(new Findings.Said(Sam.score, Judgement.decimal(assessment.score())));
        found.add(new Findings.Said(Sam.coverage, Judgement.decimal(assessment.coverage())));
        for (Finding finding : assessment.findings()) {
            found.add(new Findings.Said(outcome(finding.status()), finding.criterion()));
            judgement.derived(node, finding.evidence());
        }
        judgement.found(node, found);
        if (assessment.level() != Level.UNKNOWN) judgement.say(fit(assessment.level()), task);
    }

    /** What is declared, told from the description and proven are said each for itself. */
    private static void bases(Assessment assessment, Node node, Judgement judgement) {
        Map<String, Boolean> bases = Map.of(
                "Declared", assessment.declared(),
                "Inferred", assessment.inferred(),
                "Proven", !assessment.proven().isEmpty());
        bases.forEach((basis, holds) -> {
            if (holds) judgement.say(node, Sam.basis, Judgement.uri(Sam.NS + basis));
        });
        assessment.proven().forEach(proof -> judgement.derived(node, proof.model()));
    }

    private static Node outcome(Status status) {
        return switch (status) {
            case MET -> Sam.met;
            case NOT_MET -> Sam.notMet;
            case NOT_STATED -> Sam.notStated;
        };
    }

    private static Node fit(Level level) {
        return switch (level) {
            case READY -> Sam.readyFor;
            case USABLE_WITH_WORK -> Sam.usableFor;
            case BLOCKED -> Sam.blockedFor;
            case UNKNOWN -> throw new IllegalArgumentException("Nothing is said of what is unknown");
        };
    }
}
