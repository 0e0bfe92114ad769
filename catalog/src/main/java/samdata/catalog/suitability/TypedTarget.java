package samdata.catalog.suitability;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/**
 * A feature that is said to be the target, and said to be of a type.
 *
 * @param named the statement that names the target
 * @param typed the statement of the feature's type
 */
record TypedTarget(Triple named, Triple typed) {

    static List<TypedTarget> in(Facts facts) {
        List<TypedTarget> targets = new ArrayList<>();
        for (Node property : List.of(Terms.TARGET, Terms.TARGET_FEATURE))
            for (Triple named : facts.of(property))
                features(facts, named.getObject())
                        .flatMap(feature -> facts.of(feature, DCTerms.type.asNode()))
                        .forEach(typed -> targets.add(new TypedTarget(named, typed)));
        return targets;
    }

    List<Triple> evidence() {
        return List.of(named, typed);
    }

    /** The features that a target is: the one itself, or those of that title. */
    private static Stream<Node> features(Facts facts, Node target) {
        if (!target.isLiteral()) return Stream.of(target);
        return facts.of(DCTerms.title.asNode()).stream()
                .filter(title -> title.getObject().isLiteral()
                        && title.getObject().getLiteralLexicalForm().equals(target.getLiteralLexicalForm()))
                .map(Triple::getSubject)
                .distinct();
    }
}
