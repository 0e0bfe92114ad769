package samdata.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static samdata.catalog.search.Datasets.dataset;
import static samdata.catalog.search.Datasets.index;
import static samdata.catalog.search.Datasets.names;
import static samdata.catalog.search.Datasets.sorted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import samdata.catalog.search.Search.Sort;
import samdata.catalog.store.Entry;

class SearchPagesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void pagesHaveNoGapAndNoRepeatThoughAllAreAlike(Sort sort) {
        Entry[] alike = IntStream.range(0, 95)
                .mapToObj(i -> dataset("d" + i, "dct:title \"The same road\" ."))
                .toArray(Entry[]::new);
        try (SearchIndex index = index(folder, alike)) {
            List<String> seen = new ArrayList<>();
            for (int page = 1; page <= 11; page++)
                seen.addAll(names(index.search(new Search("road", Map.of(), page, 10, sort, "en"))));

            assertThat(seen).hasSize(95).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPageFarPastTheEndIsEmptyAndKnowsTheTotal() {
        try (SearchIndex index = index(folder, dataset("one", "dct:title \"One\" ."))) {
            Results far = index.search(new Search("", Map.of(), Integer.MAX_VALUE, 100, Sort.TITLE, "en"));

            assertThat(far.hits()).isEmpty();
            assertThat(far.total()).isEqualTo(1);
        }
    }

    @Test
    void pagesAndSizesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Search("", Map.of(), 0, 10, Sort.TITLE, "en"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Search("", Map.of(), 1, 101, Sort.TITLE, "en"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void titlesStandAsTheReadersLanguageOrdersThem() {
        try (SearchIndex index = index(
                folder,
                dataset("zebra", "dct:title \"zebra\" ."),
                dataset("apple", "dct:title \"Äpple\" ."),
                dataset("bear", "dct:title \"Bear\" ."),
                dataset("ant", "dct:title \"ant hill\" ."),
                dataset("anthem", "dct:title \"Anthem\" ."))) {
            assertThat(names(index.search(sorted(Sort.TITLE, "sv"))))
                    .containsExactly("ant", "anthem", "bear", "zebra", "apple");
            assertThat(names(index.search(sorted(Sort.TITLE, "en"))))
                    .containsExactly("ant", "anthem", "apple", "bear", "zebra");
        }
    }

    @Test
    void theNewestComesFirstAndWhatHasNoDateLast() {
        try (SearchIndex index = index(
                folder,
                dataset("none", "dct:title \"A\" ."),
                dataset("odd", "dct:title \"B\" ; dct:modified \"last spring\" ."),
                dataset("year", "dct:title \"C\" ; dct:issued \"2021\" ."),
                dataset("day", "dct:title \"D\" ; dct:modified \"2022-02-01\" ; dct:issued \"2025-01-01\" ."),
                dataset("moment", "dct:title \"E\" ; dct:modified \"2022-02-01T10:00:00+02:00\"^^xsd:dateTime ."),
                dataset("fine", "dct:title \"F\" ; dct:modified \"2022-02-01T09:00:00.5Z\"^^xsd:dateTime ."))) {
            Results newest = index.search(sorted(Sort.NEWEST, "en"));

            assertThat(names(newest)).containsExactly("fine", "moment", "day", "year", "none", "odd");
            assertThat(newest.hits().get(1).modified()).isEqualTo("2022-02-01T10:00:00+02:00");
            assertThat(newest.hits().get(3).modified()).isEmpty();
            assertThat(names(index.search(sorted(Sort.RELEVANCE, "en")))).isEqualTo(names(newest));
        }
    }
}
