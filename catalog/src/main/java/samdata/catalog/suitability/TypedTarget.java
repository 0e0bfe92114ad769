package samdata.catalog.suitability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                facts.of(DCTerms.type.asNode()).stream()
                        .filter(typed -> isFeature(facts, typed.getSubject(), named.getObject()))
                        .forEach(typed -> targets.add(new TypedTarget(named, typed)));
        return targets;
    }

    List<Triple> evidence() {
        return List.of(named, typed);
    }

    private static boolean isFeature(Facts facts, Node feature, Node target) {
        if (!target.isLiteral()) return feature.equals(target);
        Optional<Triple> titled = facts.of(feature, DCTerms.title.asNode())
                .filter(title -> title.getObject().isLiteral()
                        && title.getObject().getLiteralLexicalForm().equals(target.getLiteralLexicalForm()))
                .findFirst();
        return titled.isPresent();
    }
}
