package samdata.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TasksTest {
    private static final Schemes SCHEMES = Schemes.load();
    private static final Graph GRAPH = SCHEMES.graph();
    private static final Scheme TASKS = SCHEMES.tasks();
    private static final String CRITERION = "https://w3id.org/samdata/criterion";

    /** huggingface.js packages/tasks/src/pipelines.ts: every pipeline, its subtasks, and tags of older cards. */
    private static final String HUGGING_FACE = """
            biology text-classification acceptability-classification entity-linking-classification fact-checking
            intent-classification language-identification multi-class-classification multi-label-classification
            multi-input-text-classification natural-language-inference semantic-similarity-classification
            sentiment-classification topic-classification semantic-similarity-scoring sentiment-scoring sentiment-analysis
            hate-speech-detection text-scoring token-classification named-entity-recognition part-of-speech parsing
            lemmatization word-sense-disambiguation coreference-resolution table-question-answering question-answering
            extractive-qa open-domain-qa closed-domain-qa zero-shot-classification translation summarization
            news-articles-summarization news-articles-headline-generation feature-extraction text-generation
            dialogue-modeling dialogue-generation conversational language-modeling text2text-generation text-simplification
            explanation-generation abstractive-qa open-domain-abstractive-qa open-book-qa closed-book-qa fill-mask
            slot-filling masked-language-modeling sentence-similarity text-to-speech text-to-audio
            automatic-speech-recognition audio-to-audio audio-classification keyword-spotting speaker-identification
            audio-intent-classification audio-emotion-recognition audio-language-identification audio-text-to-text
            voice-activity-detection depth-estimation image-classification multi-label-image-classification
            multi-class-image-classification object-detection face-detection vehicle-detection image-segmentation
            instance-segmentation semantic-segmentation panoptic-segmentation text-to-image image-to-text image-captioning
            image-to-image image-inpainting image-colorization super-resolution image-to-video
            unconditional-image-generation video-classification reinforcement-learning robotics grasping task-planning
            tabular-classification tabular-multi-class-classification tabular-multi-label-classification
            tabular-regression tabular-single-column-regression tabular-to-text rdf-to-text table-to-text multiple-choice
            multiple-choice-qa multiple-choice-coreference-resolution text-ranking text-retrieval document-retrieval
            utterance-retrieval entity-linking-retrieval fact-checking-retrieval time-series-forecasting
            univariate-time-series-forecasting multivariate-time-series-forecasting text-to-video image-text-to-text
            image-text-to-image image-text-to-video visual-question-answering document-question-answering
            zero-shot-image-classification graph-ml mask-generation zero-shot-object-detection text-to-3d image-to-3d
            image-feature-extraction video-text-to-text video-to-video keypoint-detection pose-estimation
            visual-document-retrieval any-to-any other
            """;

    @Test
    void thereAreAtLeastAHundredAndFiftyTasksDefinedInBothLanguages() {
        assertThat(TASKS.concepts())
                .hasSizeGreaterThanOrEqualTo(150)
                .allSatisfy(task ->
                        assertThat(languages(task, SKOS.definition.asNode())).containsExactlyInAnyOrder("en", "sv"));
    }

    @Test
    void everyTaskHasOtherNamesThatPeopleTypeInBothLanguages() {
        assertThat(TASKS.concepts())
                .allSatisfy(task ->
                        assertThat(languages(task, SKOS.altLabel.asNode())).contains("en"));
    }

    @Test
    void noLabelMeansTwoTasks() {
        Map<String, Node> means = new HashMap<>();
        for (Node task : TASKS.concepts())
            Stream.of(SKOS.prefLabel, SKOS.altLabel, SKOS.notation)
                    .flatMap(property -> objects(task, property.asNode()).stream())
                    .map(label -> label.getLiteralLexicalForm()
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[\\s_-]+", "-"))
                    .forEach(label -> assertThat(means.merge(
                                    label, task, (a, b) -> a.equals(b) ? a : NodeFactory.createURI("urn:two")))
                            .as(label)
                            .isEqualTo(task));
    }

    @Test
    void everyTagOfHuggingFaceMapsToATask() {
        Set<String> missing = new TreeSet<>();
        for (String tag : tags())
            if (matching("https://huggingface.co/tasks/" + tag).size() != 1) missing.add(tag);

        assertThat(missing).isEmpty();
    }

    @Test
    void everyTagOfHuggingFaceIsRecognisedAsWrittenButOther() {
        assertThat(tags())
                .filteredOn(tag -> !tag.equals("other"))
                .allSatisfy(
                        tag -> assertThat(TASKS.recognise(tag).map(TASKS::id)).contains(tag));
        assertThat(TASKS.recognise("other")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "supervisedclassification",
                "supervisedregression",
                "clustering",
                "learningcurve",
                "superviseddatastreamclassification",
                "survivalanalysis",
                "subgroupdiscovery",
                "machinelearningchallenge"
            })
    void everyTaskTypeOfMldcatMapsToATask(String type) {
        String iri = "http://openml.org/openml/task-type#" + type;

        assertThat(matching(iri)).hasSize(1);
        assertThat(TASKS.recognise(NodeFactory.createURI(iri))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "ASR, automatic-speech-recognition",
        "speech to text, automatic-speech-recognition",
        "NER, named-entity-recognition",
        "Named Entity Recognition, named-entity-recognition",
        "bildklassning, image-classification",
        "sentiment analysis, sentiment-analysis",
        "OCR, optical-character-recognition",
        "QA, question-answering",
        "object recognition, object-detection",
        "Supervised Classification, tabular-classification",
        "Machine Learning Challenge, machine-learning-challenge",
        "maskinöversättning, translation",
        "anomalidetektering, anomaly-detection",
        "kreditvärdering, credit-scoring"
    })
    void aTaskIsRecognisedByWhatPeopleType(String typed, String id) {
        assertThat(TASKS.recognise(typed).map(TASKS::id)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"classification", "regression", "segmentation", "search", "data", "other", "planning", "chat"})
    void aWordThatCouldMeanManyTasksMeansNone(String typed) {
        assertThat(TASKS.recognise(typed)).isEmpty();
    }

    @Test
    void aTagOfHuggingFaceIsNotBelowAnotherThatItsCardsDoNotName() {
        assertThat(upwards("text2text-generation")).doesNotContain("text-generation");
        assertThat(upwards("conversational")).doesNotContain("text-generation");
        assertThat(upwards("multiple-choice-qa")).doesNotContain("multiple-choice");
    }

    @Test
    void everyCriterionSaysWhatItReadsHowItIsTestedAndHowToMeetIt() {
        assertThat(SCHEMES.get(CRITERION).concepts()).isNotEmpty().allSatisfy(criterion -> {
            assertThat(objects(criterion, Sam.reads)).isNotEmpty();
            assertThat(objects(criterion, sam("test"))).hasSize(1);
            assertThat(languages(criterion, Sam.fix)).containsExactlyInAnyOrder("en", "sv");
            assertThat(languages(criterion, SKOS.definition.asNode())).containsExactlyInAnyOrder("en", "sv");
        });
    }

    @Test
    void everyRequirementAsksForValuesThatExist() {
        GRAPH.find(Node.ANY, sam("requires"), Node.ANY).forEachRemaining(requires -> {
            Node requirement = requires.getObject();
            assertThat(objects(requirement, Sam.criterion)).hasSize(1);
            assertThat(SCHEMES.get(CRITERION).concepts()).containsAll(objects(requirement, Sam.criterion));
            assertThat(Stream.of("anyOf", "allOf").flatMap(p -> objects(requirement, sam(p)).stream()))
                    .allSatisfy(value -> assertThat(SCHEMES.id(value)).isPresent());
        });
    }

    @Test
    void everyTaskInheritsAGateOnAnnotationButThoseThatStandForAWholeField() {
        Set<String> without = new TreeSet<>();
        for (Node task : TASKS.concepts()) {
            boolean leaf = !GRAPH.contains(Node.ANY, SKOS.broader.asNode(), task);
            if (leaf && upwards(TASKS.id(task)).stream().noneMatch(up -> asks(up, "annotation")))
                without.add(TASKS.id(task));
        }

        assertThat(without).containsExactly("machine-learning-challenge");
    }

    private static List<String> tags() {
        return Pattern.compile("\\s+").splitAsStream(HUGGING_FACE.strip()).toList();
    }

    private static boolean asks(String task, String criterion) {
        Node iri = TASKS.recognise(task).orElseThrow();
        return objects(iri, sam("requires")).stream()
                .anyMatch(requirement ->
                        GRAPH.contains(requirement, Sam.criterion, NodeFactory.createURI(CRITERION + "/" + criterion)));
    }

    private static Set<String> upwards(String id) {
        Set<String> found = new HashSet<>(Set.of(id));
        for (Node up : objects(TASKS.recognise(id).orElseThrow(), SKOS.broader.asNode()))
            found.addAll(upwards(TASKS.id(up)));
        return found;
    }

    private static List<Node> matching(String iri) {
        return Stream.of(SKOS.exactMatch, SKOS.closeMatch)
                .flatMap(match -> GRAPH
                        .find(Node.ANY, match.asNode(), NodeFactory.createURI(iri))
                        .mapWith(Triple::getSubject)
                        .toList()
                        .stream())
                .toList();
    }

    private static List<String> languages(Node subject, Node property) {
        return objects(subject, property).stream().map(Node::getLiteralLanguage).toList();
    }

    private static List<Node> objects(Node subject, Node property) {
        return GRAPH.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private static Node sam(String name) {
        return NodeFactory.createURI(Sam.NS + name);
    }
}
