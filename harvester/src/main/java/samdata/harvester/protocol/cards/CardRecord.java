package samdata.harvester.protocol.cards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import samdata.harvester.read.JsonFields;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;
import samdata.vocab.Sam;

/**
 * One dataset card as DCAT. Words of the card's own vocabularies stay the words they are; what they mean is recognised
 * afterwards. What no mapping reads is kept raw, as {@code sam:extra}.
 */
final class CardRecord {
    private static final String UNLISTED_LICENCE = "other";

    private final Graph out;

    CardRecord(Graph out) {
        this.out = out;
    }

    void add(CardPlace place, Card card) {
        var fields = card.fields().deepCopy();
        var dataset = NodeFactory.createURI(place.iri());
        out.add(dataset, RDF.Nodes.type, DCAT.Dataset.asNode());
        if (!place.name().isEmpty()) {
            out.add(dataset, DCTerms.identifier.asNode(), Values.text(place.name()));
            if (words(fields.path("pretty_name")).isEmpty())
                out.add(dataset, DCTerms.title.asNode(), Values.text(place.name()));
        }
        describe(dataset, fields, card.body());
        untag(fields);
        licence(dataset, place, fields);
        distributions(dataset, place, fields);
        map(dataset, fields);
        extras(dataset, fields);
    }

    private void describe(Node dataset, ObjectNode fields, String body) {
        var text = new CardText(body);
        var description = text.description()
                .or(() -> words(fields.path("description")).stream().findFirst());
        description.ifPresent(words -> out.add(dataset, DCTerms.description.asNode(), Values.text(words)));
        if (text.description().isEmpty()) fields.remove("description");
        text.homepage()
                .map(Object::toString)
                .ifPresent(page -> out.add(dataset, DCAT.landingPage.asNode(), Values.link(page)));
        if (!body.isBlank()) fields.put("README.md", body.strip());
    }

    /** Tags that repeat a key of the card say it only where the card does not. */
    private static void untag(ObjectNode fields) {
        var plain = JsonNodeFactory.instance.arrayNode();
        var keyed = JsonNodeFactory.instance.objectNode();
        var unread = JsonNodeFactory.instance.arrayNode();
        for (String tag : words(fields.path("tags"))) {
            int colon = tag.indexOf(':');
            var key = colon < 0 ? "" : tag.substring(0, colon);
            if (colon < 0) plain.add(tag);
            else if (!CardFields.TAGGED.contains(key)) unread.add(tag);
            else if (words(fields.path(key)).isEmpty())
                keyed.withArray("/" + key).add(tag.substring(colon + 1));
        }
        fields.setAll(keyed);
        fields.set("tags", plain);
        if (!unread.isEmpty()) fields.set("tags with a key", unread);
    }

    /**
     * Where the licence is none of Hugging Face's list, its name or address counts: {@code other} names no licence. That it
     * was written stays among the extras.
     */
    private void licence(Node dataset, CardPlace place, ObjectNode fields) {
        var name = words(fields.path("license_name")).stream().findFirst();
        var link = words(fields.path("license_link")).stream().findFirst().flatMap(place::resolve);
        boolean unlisted = words(fields.path("license")).stream().allMatch(UNLISTED_LICENCE::equalsIgnoreCase);
        if (!unlisted || (name.isEmpty() && link.isEmpty())) return;
        var licence = link.map(Object::toString).map(Values::link).or(() -> name.map(Values::text));
        licence.ifPresent(given -> out.add(dataset, DCTerms.license.asNode(), given));
        if (link.isPresent())
            name.ifPresent(words ->
                    out.add(NodeFactory.createURI(link.get().toString()), RDFS.Nodes.label, Values.text(words)));
        fields.set("license as listed", fields.remove("license"));
    }

    /** Each configuration that is described is a distribution; without any, what is said of the data's format. */
    private void distributions(Node dataset, CardPlace place, ObjectNode fields) {
        var formats = words(fields.path("format"));
        fields.remove("format");
        var described = fields.path("dataset_info");
        List<JsonNode> configurations = new ArrayList<>();
        if (described.isObject()) configurations.add(described);
        else described.forEach(configurations::add);
        configurations.removeIf(each -> !each.isObject());
        if (configurations.isEmpty() && !formats.isEmpty()) configurations.add(JsonNodeFactory.instance.objectNode());
        for (JsonNode configuration : configurations) {
            var distribution = distribution(dataset, place, configuration);
            formats.forEach(format -> out.add(distribution, DCTerms.format.asNode(), Values.text(format)));
        }
    }

    private Node distribution(Node dataset, CardPlace place, JsonNode configuration) {
        var distribution = NodeFactory.createBlankNode();
        out.add(dataset, DCAT.distribution.asNode(), distribution);
        out.add(distribution, RDF.Nodes.type, DCAT.Distribution.asNode());
        out.add(
                distribution,
                DCAT.accessURL.asNode(),
                NodeFactory.createURI(place.data().toString()));
        words(configuration.path("config_name"))
                .forEach(name -> out.add(distribution, DCTerms.title.asNode(), Values.text(name)));
        count(configuration.path("download_size"))
                .ifPresent(size -> out.add(distribution, DCAT.byteSize.asNode(), Values.count(size)));
        configuration.path("features").forEach(feature -> feature(distribution, feature));
        splits(distribution, configuration.path("splits"));
        return distribution;
    }

    private void feature(Node distribution, JsonNode described) {
        var name = words(described.path("name"));
        if (name.size() != 1) return;
        var feature = NodeFactory.createBlankNode();
        out.add(distribution, Terms.of(Terms.IT6, "hasFeature"), feature);
        out.add(feature, RDF.Nodes.type, Terms.of(Terms.IT6, "Feature"));
        out.add(feature, DCTerms.title.asNode(), Values.text(name.getFirst()));
        var type = described.path("dtype");
        if (type.isTextual()) out.add(feature, DCTerms.type.asNode(), Values.text(type.asText()));
        // a label out of a list of names: the only type of which the kind of target is certain
        if (type.has("class_label"))
            out.add(
                    feature,
                    DCTerms.type.asNode(),
                    NodeFactory.createURI("http://openml.org/openml/feature-type#nominal"));
    }

    /** The splits part the records of a configuration, so that their numbers add up to its number. */
    private void splits(Node distribution, JsonNode described) {
        long sum = 0;
        boolean counted = !described.isEmpty();
        for (JsonNode each : described) {
            var name = words(each.path("name"));
            var count = count(each.path("num_examples"));
            counted &= count.isPresent();
            sum += count.orElse(0L);
            if (name.size() != 1) continue;
            var split = NodeFactory.createBlankNode();
            out.add(distribution, Terms.of(Sam.NS, "hasSplit"), split);
            out.add(split, RDF.Nodes.type, Terms.of(Terms.IT6, "Split"));
            out.add(split, Terms.of(Terms.IT6, "isAppliedTo"), distribution);
            out.add(split, DCTerms.title.asNode(), Values.text(name.getFirst()));
            count.ifPresent(number -> out.add(split, Terms.of(Sam.NS, "splitCount"), Values.count(number)));
        }
        if (counted) out.add(distribution, Terms.of(Terms.IT6, "numberOfDatapoints"), Values.count(sum));
    }

    private void map(Node dataset, ObjectNode fields) {
        CardFields.DATASET.forEach((key, field) -> {
            var value = fields.path(key);
            words(value)
                    .forEach(word ->
                            out.add(dataset, field.property(), field.value().apply(word)));
            // words under keys of their own, as for each configuration, say more than a list of them
            if (!value.isObject()) fields.remove(key);
        });
    }

    private void extras(Node dataset, ObjectNode fields) {
        fields.remove(CardFields.COUNTERS);
        fields.remove("id");
        fields.properties().forEach(field -> {
            if (!words(field.getValue()).isEmpty())
                JsonFields.extra(dataset, field.getKey(), JsonFields.raw(field.getValue()), out);
        });
    }

    /** Every text in a value, however it is nested. */
    private static List<String> words(JsonNode value) {
        List<String> words = new ArrayList<>();
        if (value.isContainerNode()) value.forEach(each -> words.addAll(words(each)));
        else if (!value.isNull() && !value.isMissingNode() && !value.asText().isBlank()) words.add(value.asText());
        return words;
    }

    private static Optional<Long> count(JsonNode value) {
        return value.asText().matches("\\d{1,15}") ? Optional.of(Long.parseLong(value.asText())) : Optional.empty();
    }
}
