package samdata.harvester.protocol.cards;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import samdata.harvester.read.JsonFields.Field;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;
import samdata.vocab.Sam;

/**
 * Which key of a Hugging Face card, or of its API, is which property. Keys and their meaning: the dataset card
 * specification, huggingface_hub {@code templates/datasetcard_template.md} and {@code hub-docs/datasetcard.md}.
 */
final class CardFields {
    static final Map<String, Field> DATASET = Map.ofEntries(
            entry("pretty_name", new Field(DCTerms.title.asNode(), Values::text)),
            entry("language", new Field(DCTerms.language.asNode(), Values::text)),
            entry("languages", new Field(DCTerms.language.asNode(), Values::text)),
            entry("license", new Field(DCTerms.license.asNode(), Values::link)),
            entry("licenses", new Field(DCTerms.license.asNode(), Values::link)),
            entry("license_details", new Field(DCTerms.rights.asNode(), Values::link)),
            entry("task_categories", new Field(Sam.declaredTask, Values::text)),
            entry("task_ids", new Field(Sam.declaredTask, Values::text)),
            entry("modality", new Field(Terms.of(Terms.MLSO, "hasModality"), Values::text)),
            entry("modalities", new Field(Terms.of(Terms.MLSO, "hasModality"), Values::text)),
            entry("size_categories", new Field(Sam.sizeCategory, Values::text)),
            entry("tags", new Field(DCAT.keyword.asNode(), Values::text)),
            entry("homepage", new Field(DCAT.landingPage.asNode(), Values::link)),
            entry("version", new Field(Terms.of(Terms.DCAT, "version"), Values::text)),
            entry(
                    "paperswithcode_id",
                    new Field(
                            DCTerms.isReferencedBy.asNode(),
                            id -> Values.link("https://paperswithcode.com/dataset/" + id))),
            entry("createdAt", new Field(DCTerms.issued.asNode(), Values::date)),
            entry("lastModified", new Field(DCTerms.modified.asNode(), Values::date)));

    /** What the API counts of visitors: it changes daily and is nothing that the publisher says. */
    static final Set<String> COUNTERS =
            Set.of("downloads", "downloadsAllTime", "likes", "trendingScore", "_id", "key", "sha");

    /** The API writes the card's keys as tags, such as {@code license:mit}. */
    static final Set<String> TAGGED =
            Set.of("task_categories", "task_ids", "language", "license", "size_categories", "modality", "format");

    private CardFields() {}
}
