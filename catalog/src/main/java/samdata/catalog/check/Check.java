package samdata.catalog.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import samdata.catalog.store.Comparison;
import samdata.vocab.Ontologies;

/** What the shapes find wrong with a description. It informs; it never decides what is stored. */
public final class Check {
    private final List<Profile> profiles;

    private Check(List<Profile> profiles) {
        this.profiles = profiles;
    }

    /** By the shapes that come with samdata. */
    public static Check ours() {
        return new Check(List.of(new Profile("samdata", Ontologies.shapes())));
    }

    /** Every finding, violations first, then by dataset, path and rule. */
    public List<Violation> of(Graph description) {
        List<Violation> found = new ArrayList<>();
        for (Profile profile : applying(description)) profile.validate(description, found::add);
        found.sort(Violation.ORDER);
        return found;
    }

    /** Those findings of {@link #of(Graph)} that begin at a node of {@code focus}; nothing else is looked at. */
    public List<Violation> of(Graph description, Collection<Node> focus) {
        List<Violation> found = new ArrayList<>();
        for (Profile profile : applying(description)) profile.validate(description, focus, found::add);
        found.sort(Violation.ORDER);
        return found;
    }

    /** The profiles by which a description is checked, by name; when these change, all of it is to be checked again. */
    public List<String> profiles(Graph description) {
        return applying(description).stream().map(Profile::name).toList();
    }

    /** What a change does to the findings; empty when all has to be checked anew. */
    public Optional<Rechecked> again(Graph before, Comparison comparison) {
        return new Recheck(this, profiles.stream().map(Profile::reach).toList()).of(before, comparison);
    }

    private List<Profile> applying(Graph description) {
        return profiles.stream()
                .filter(profile -> profile.appliesTo(description))
                .toList();
    }
}
