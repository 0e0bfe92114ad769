package samdata.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static samdata.catalog.search.Datasets.update;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.catalog.store.Entry;

/** Every count of every facet, against counting by hand over the same random datasets. */
class SidewaysCountsTest {
    private static final Map<String, String> TASKS_BELOW = Map.of(
            "image-classification", "computer-vision",
            "object-detection", "computer-vision",
            "text-classification", "natural-language-processing",
            "summarization", "natural-language-processing");

    private final Random random = new Random(20261123);
    private final List<Map<String, Set<String>>> made = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void everyCountIsWhatCountingByHandGives() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 400; i++) entries.add(randomDataset(i));
        try (SearchIndex index = SearchIndex.open(folder, Datasets.SCHEMES, Datasets.SHAPES)) {
            index.rebuild(entries.subList(0, 250), 1);
            update(index, entries.subList(200, 400), Set.of(), 2);

            for (int i = 0; i < 200; i++) compare(index, randomChoice());
        }
    }

    private void compare(SearchIndex index, Map<String, Set<String>> chosen) {
        Results results = index.search(Datasets.search("", chosen));

        assertThat(results.total())
                .isEqualTo(made.stream().filter(d -> matches(d, chosen)).count());
        for (Results.FacetValues facet : results.facets()) {
            Map<String, Long> shown =
                    facet.values().stream().collect(Collectors.toMap(Results.Value::value, Results.Value::count));
            assertThat(shown).as(facet.facet() + " under " + chosen).isEqualTo(byHand(facet.facet(), chosen));
        }
    }

    private Map<String, Long> byHand(String facet, Map<String, Set<String>> chosen) {
        Map<String, Set<String>> others = new HashMap<>(chosen);
        others.remove(facet);
        Map<String, Long> counts = new TreeMap<>();
        chosen.getOrDefault(facet, Set.of()).forEach(value -> counts.put(value, 0L));
        made.stream()
                .filter(dataset -> matches(dataset, others))
                .flatMap(dataset -> dataset.getOrDefault(facet, Set.of()).stream())
                .forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts;
    }

    private static boolean matches(Map<String, Set<String>> dataset, Map<String, Set<String>> chosen) {
        return chosen.entrySet().stream()
                .allMatch(choice ->
                        dataset.getOrDefault(choice.getKey(), Set.of()).stream().anyMatch(choice.getValue()::contains));
    }

    private Map<String, Set<String>> randomChoice() {
        Map<String, Set<String>> chosen = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Map<String, Set<String>> like = made.get(random.nextInt(made.size()));
            String facet = List.copyOf(like.keySet()).get(random.nextInt(like.size()));
            chosen.computeIfAbsent(facet, any -> new HashSet<>()).addAll(like.get(facet));
        }
        if (random.nextInt(10) == 0) chosen.put("keyword", Set.of("nobody has this"));
        return chosen;
    }

    private Entry randomDataset(int number) {
        Map<String, Set<String>> values = new TreeMap<>();
        StringBuilder turtle = new StringBuilder("dct:title \"Dataset " + number + "\" ");
        for (String task : some(TASKS_BELOW.keySet())) {
            turtle.append("; sam:declaredTask task:" + task);
            add(values, "task", task);
            add(values, "task", TASKS_BELOW.getOrDefault(task, task));
        }
        state(turtle, values, "modality", "mlso:hasModality modality:%s", Set.of("image", "text", "audio"));
        state(turtle, values, "licence", "dct:license licence:%s", Set.of("CC-BY-4.0", "CC0-1.0", "MIT"));
        state(turtle, values, "theme", "dcat:theme theme:%s", Set.of("AGRI", "HEAL", "TRAN", "ENVI"));
        state(turtle, values, "keyword", "dcat:keyword \"%s\"@en", Set.of("Road", "road", "väg", "a/b", "x y", "<&>"));
        for (String year : some(Set.of("2019", "2020", "2021", "2022"))) {
            turtle.append("; dct:issued \"" + year + "-03-04\"^^xsd:date");
            add(values, "year", year);
        }
        for (String agent : some(Set.of("one", "two", "three"))) {
            turtle.append("; dct:publisher ex:" + agent);
            add(values, "publisher", "https://example.org/" + agent);
        }
        List<String> sources = new ArrayList<>(some(Set.of("acme", "beta", "gamma")));
        if (sources.isEmpty()) sources.add("acme");
        sources.forEach(source -> add(values, "source", source));
        made.add(values);
        return Datasets.dataset("d" + number, sources, turtle + ".");
    }

    private void state(
            StringBuilder turtle, Map<String, Set<String>> values, String facet, String said, Set<String> among) {
        for (String value : some(among)) {
            turtle.append("; " + said.formatted(value));
            add(values, facet, value);
        }
    }

    private static void add(Map<String, Set<String>> values, String facet, String value) {
        values.computeIfAbsent(facet, any -> new TreeSet<>()).add(value);
    }

    private Set<String> some(Set<String> among) {
        return new TreeSet<>(among)
                .stream().filter(any -> random.nextInt(3) == 0).collect(Collectors.toSet());
    }
}
