package samdata.web.pages;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import samdata.catalog.store.Graphs;
import samdata.catalog.suitability.Level;
import samdata.vocab.Sam;

/** What our stored judgements say of the datasets that some tasks concern. Needs a read transaction. */
final class TaskJudgements {
    private static final Node DECLARED = NodeFactory.createURI(Sam.NS + "Declared");

    private final DatasetGraph store;

    TaskJudgements(DatasetGraph store) {
        this.store = store;
    }

    /** One dataset judged for one task. */
    record Judged(
            Node judgement,
            Node findings,
            Node dataset,
            Node task,
            Level level,
            boolean declared,
            double score,
            double coverage) {
        /** As {@link samdata.catalog.suitability.Assessment#BEST_FIRST}. */
        static final Comparator<Judged> BEST_FIRST = Comparator.comparing(Judged::level)
                .thenComparing(Judged::declared, Comparator.reverseOrder())
                .thenComparingDouble(judged -> -judged.score())
                .thenComparingDouble(judged -> -judged.coverage())
                .thenComparing(judged -> judged.judgement().getURI());
    }

    /** What the judgement rests on and what speaks against it, by the last word of each concept's or term's IRI. */
    record Grounds(Set<Node> bases, Set<Node> notMet, Set<Node> notStated) {
        boolean rests(String basis) {
            return bases.contains(NodeFactory.createURI(Sam.NS + basis));
        }
    }

    /** Each dataset that one of the tasks concerns, once, as it is judged for the task it suits best; best first. */
    List<Judged> best(Collection<Node> tasks) {
        Map<Node, Judged> best = new HashMap<>();
        for (Node task : tasks)
            Iter.asStream(store.find(Graphs.JUDGEMENTS, Node.ANY, Sam.forTask, task))
                    .map(quad -> judged(quad.getSubject(), task))
                    .forEach(judged -> best.merge(judged.dataset(), judged, TaskJudgements::better));
        return best.values().stream().sorted(Judged.BEST_FIRST).toList();
    }

    Grounds grounds(Judged judged) {
        return new Grounds(
                all(judged.judgement(), Sam.basis),
                all(judged.findings(), Sam.notMet),
                all(judged.findings(), Sam.notStated));
    }

    private static Judged better(Judged one, Judged other) {
        return Judged.BEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    private Judged judged(Node judgement, Node task) {
        String word = one(judgement, Sam.level).getLiteralLexicalForm();
        Node findings = one(judgement, Sam.findings);
        return new Judged(
                judgement,
                findings,
                one(judgement, Sam.ofDataset),
                task,
                List.of(Level.values()).stream()
                        .filter(level -> level.word().equals(word))
                        .findFirst()
                        .orElseThrow(),
                store.contains(Graphs.JUDGEMENTS, judgement, Sam.basis, DECLARED),
                number(findings, Sam.score),
                number(findings, Sam.coverage));
    }

    private double number(Node findings, Node property) {
        return Double.parseDouble(one(findings, property).getLiteralLexicalForm());
    }

    private Node one(Node subject, Node property) {
        return store.find(Graphs.JUDGEMENTS, subject, property, Node.ANY).next().getObject();
    }

    private Set<Node> all(Node subject, Node property) {
        Set<Node> all = new HashSet<>();
        store.find(Graphs.JUDGEMENTS, subject, property, Node.ANY)
                .forEachRemaining((Quad quad) -> all.add(quad.getObject()));
        return all;
    }
}
