package samdata.catalog.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the Joinup validator, each broken in a file made for it or by us, and named by ours. */
@EnabledIfEnvironmentVariable(named = "SAMDATA_CORPORA", matches = ".+")
class JoinupRulesTest {
    private static final Check CHECK = Check.ours();

    /** Several types of a dataset and of a licence are allowed since DCAT-AP 2. */
    private static final Set<Integer> OUTDATED = Set.of(103, 118);

    static List<JoinupRule> rules() {
        try (Stream<Path> files = Files.list(corpora().resolve("rules"))) {
            return files.map(JoinupRule::read)
                    .filter(JoinupRule::isOfProperty)
                    .filter(rule -> !OUTDATED.contains(rule.number()))
                    .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JoinupRule> rulesWithAFile() {
        return rules().stream().filter(rule -> Files.exists(file(rule))).toList();
    }

    @Test
    void allRulesOfPropertiesAreAskedOf() {
        assertThat(rules()).hasSizeGreaterThan(140);
        assertThat(rulesWithAFile()).hasSizeGreaterThan(80);
    }

    @ParameterizedTest
    @MethodSource("rulesWithAFile")
    void theFileThatBreaksARuleIsToldOfIt(JoinupRule rule) {
        Graph graph = RDFDataMgr.loadGraph(file(rule).toUri().toString());

        assertThat(rule.isBrokenIn(graph)).isTrue();
        assertThat(told(graph)).anyMatch(rule.isSaidBy());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aDescriptionThatIsMadeToBreakARuleIsToldOfItAndOfItOnlyThen(JoinupRule rule) {
        Graph perfect = RDFDataMgr.loadGraph(
                corpora().resolve("tests-data/test-perfect.rdf").toUri().toString());
        Graph broken = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(broken, perfect);
        rule.breakIn(broken);

        assertThat(rule.isBrokenIn(broken)).isTrue();
        assertThat(told(broken)).anyMatch(rule.isSaidBy());
        if (!rule.isBrokenIn(perfect)) assertThat(told(perfect)).noneMatch(rule.isSaidBy());
    }

    private static List<String> told(Graph graph) {
        return CHECK.of(graph).stream().map(found -> found.rule().id()).toList();
    }

    private static Path file(JoinupRule rule) {
        return corpora().resolve("tests-data/test-rule-" + rule.number() + ".rdf");
    }

    private static Path corpora() {
        return Path.of(System.getenv("SAMDATA_CORPORA"), "conformance/dcat-ap-rules");
    }
}
