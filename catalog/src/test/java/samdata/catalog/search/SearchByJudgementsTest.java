package samdata.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static samdata.catalog.search.Datasets.chosen;
import static samdata.catalog.search.Datasets.dataset;
import static samdata.catalog.search.Datasets.index;
import static samdata.catalog.search.Datasets.judged;
import static samdata.catalog.search.Datasets.names;
import static samdata.catalog.search.Datasets.search;
import static samdata.catalog.search.Datasets.sorted;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchByJudgementsTest {
    private static final String JUDGEMENTS = """
            <dataset> sam:readyFor <https://w3id.org/samdata/task/object-detection> ;
                sam:permits <https://w3id.org/samdata/use/U1> ;
                sam:rating <https://w3id.org/samdata/rating/good> .
            <urn:judgement> sam:ofDataset <dataset> ; sam:level "ready" ;
                sam:forTask <https://w3id.org/samdata/task/object-detection> .
            <quality> dqv:value 300 .
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsJudgedCanBeSearchedBy() {
        try (SearchIndex index = index(folder, judged("roads", "dct:title \"Roads\" .", JUDGEMENTS))) {
            assertThat(names(index.search(chosen("ready", "object-detection")))).containsExactly("roads");
            assertThat(names(index.search(chosen("fit", "computer-vision")))).containsExactly("roads");
            assertThat(names(index.search(chosen("permits", "train-research")))).containsExactly("roads");
            assertThat(names(index.search(chosen("permits", "publish-model")))).isEmpty();
            assertThat(names(index.search(chosen("quality", "good")))).containsExactly("roads");
        }
    }

    @Test
    void noCompanyCanStateAJudgement() {
        String claim = "dct:title \"Boast\" ; sam:permits <https://w3id.org/samdata/use/U1> .";
        try (SearchIndex index = index(folder, dataset("boast", claim))) {
            assertThat(names(index.search(chosen("permits", "train-research")))).isEmpty();
        }
    }

    @Test
    void aHitShowsTheLevelOfEachDeclaredTaskAndUnknownWhereNoneIsJudged() {
        String declared = "dct:title \"Roads\" ; sam:declaredTask <https://w3id.org/samdata/task/object-detection> , "
                + "<https://w3id.org/samdata/task/depth-estimation> .";
        try (SearchIndex index = index(folder, judged("roads", declared, JUDGEMENTS))) {
            Results.Hit hit = index.search(search("", Map.of())).hits().getFirst();

            assertThat(hit.tasks())
                    .extracting(fit -> fit.task().id() + " " + fit.level())
                    .containsExactlyInAnyOrder("object-detection ready", "depth-estimation unknown");
            assertThat(hit.quality()).isEqualTo(OptionalInt.of(300));
        }
    }

    @Test
    void theBestDescribedComesFirstAndWhatIsNotJudgedLast() {
        try (SearchIndex index = index(
                folder,
                dataset("none", "dct:title \"A\" ."),
                judged("poor", "dct:title \"B\" .", "<quality> dqv:value 90 ."),
                judged("fine", "dct:title \"C\" .", "<quality> dqv:value 300 ."))) {
            assertThat(names(index.search(sorted(Search.Sort.QUALITY, "en")))).containsExactly("fine", "poor", "none");
        }
    }
}
