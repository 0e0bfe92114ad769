package samdata.catalog.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.graph.GraphFactory;
import samdata.catalog.store.Comparison;
import samdata.catalog.store.Harvested;
import samdata.vocab.Ontologies;

/** What the shapes find wrong with a description. It informs; it never decides what is stored. */
public final class Check {
    private final List<Profile> ours;
    private final List<Profile> added;
    private final List<String> problems;

    private Check(List<Profile> ours, List<Profile> added, List<String> problems) {
        this.ours = ours;
        this.added = added;
        this.problems = problems;
    }

    /** By the shapes that come with samdata. */
    public static Check ours() {
        return new Check(
                Ontologies.profiles().entrySet().stream()
                        .map(file -> new Profile(file.getKey(), file.getValue()))
                        .sorted(Comparator.comparing((Profile profile) -> !profile.replaces()))
                        .toList(),
                List.of(),
                List.of());
    }

    /**
     * By those, and by each {@code .ttl} file of a folder, which is a profile named by its file. What is wrong with a
     * file is told in {@link #problems()}, and all that is right of it is used.
     */
    public Check and(Path folder) {
        ShapesFolder files =
                ShapesFolder.read(folder, ours.stream().map(Profile::name).toList());
        return new Check(ours, files.profiles(), files.problems());
    }

    /** Every finding, violations first, then by dataset, path and rule. */
    public List<Violation> of(Harvested said) {
        return sorted(said, (profile, replaced, found) -> profile.validate(said, replaced, found));
    }

    /** As {@link #of(Harvested)}, of a description in which nothing was recognised. */
    public List<Violation> of(Graph description) {
        return of(new Harvested("", description, Graph.emptyGraph));
    }

    /** Those findings of {@link #of(Harvested)} that begin at a node of {@code focus}; nothing else is looked at. */
    List<Violation> of(Harvested said, Collection<Node> focus) {
        return sorted(said, (profile, replaced, found) -> profile.validate(said, focus, replaced, found));
    }

    /** The profiles by which a description is checked, by name; when these change, all of it is to be checked again. */
    public List<String> profiles(Graph description) {
        return all().filter(profile -> applies(profile, description))
                .map(Profile::name)
                .toList();
    }

    /** What a change does to the findings; empty when all has to be checked anew. */
    public Optional<Rechecked> again(Comparison comparison) {
        return new Recheck(this, all().map(Profile::reach).toList()).of(comparison);
    }

    /** The names of all profiles, ours first. */
    public List<String> profiles() {
        return all().map(Profile::name).toList();
    }

    /** What a person calls a profile. */
    public String title(String profile, String lang) {
        return named(profile).map(found -> found.title(lang)).findFirst().orElse(profile);
    }

    /** A violation in the words of another language, where its shape has some. */
    public Violation inLanguage(Violation violation, String lang) {
        return named(violation.rule().profile())
                .map(profile -> profile.inLanguage(violation, lang))
                .findFirst()
                .orElse(violation);
    }

    /** What is wrong with the files that were added, one line for each thing; empty when all is well. */
    public List<String> problems() {
        return problems;
    }

    /** All rules as one graph: when it changes, so may the findings. */
    public Graph rules() {
        Graph all = GraphFactory.createDefaultGraph();
        all().forEach(profile -> GraphUtil.addInto(all, profile.graph()));
        return all;
    }

    /** The question of an operator may fail on data that nobody thought of. */
    private static boolean applies(Profile profile, Graph description) {
        try {
            return profile.appliesTo(description);
        } catch (ARQException e) {
            return false;
        }
    }

    private Stream<Profile> all() {
        return Stream.concat(ours.stream(), added.stream());
    }

    private Stream<Profile> named(String name) {
        return all().filter(profile -> profile.name().equals(name));
    }

    private interface Validation {
        void run(Profile profile, Replaced replaced, Consumer<Violation> found);
    }

    private List<Violation> sorted(Harvested said, Validation validation) {
        Graph description = said.union();
        List<Violation> found = new ArrayList<>();
        Replaced replaced = new Replaced();
        for (Profile profile : ours) if (profile.appliesTo(description)) validation.run(profile, replaced, found::add);
        for (Profile profile : added) added(profile, description, validation, found);
        found.sort(Violation.ORDER);
        return found;
    }

    /** Rules of an operator may fail on data that nobody thought of; that is told, and the others count. */
    private static void added(Profile profile, Graph description, Validation validation, List<Violation> found) {
        List<Violation> own = new ArrayList<>();
        try {
            if (profile.appliesTo(description)) validation.run(profile, new Replaced(), own::add);
        } catch (RuntimeException | StackOverflowError e) {
            own.add(new Violation(
                    "urn:samdata:shapes:" + profile.name(),
                    "",
                    "info",
                    "The rules of " + profile.name() + " could not be applied whole: " + ShapesFolder.reason(e),
                    "The operator of this catalogue mends the shapes file; nothing is asked of the publisher.",
                    new Rule(profile.name(), "applied", "", "", "")));
        }
        found.addAll(own);
    }
}
