package samdata.harvester.protocol.openml;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.read.JsonFields;
import samdata.harvester.read.JsonFields.Field;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;

/** One dataset of OpenML in the terms of MLDCAT-AP: its file with columns, measured qualities and licence as written. */
final class OpenMlRecord {
    private static final String TYPE = "http://openml.org/openml/feature-type#";
    private static final Set<String> TYPES = Set.of("nominal", "numeric", "string", "date");
    private static final String QUALITY = "https://w3id.org/samdata/quality/";
    /** A longer one measures nothing, and {@code 1e999999999} written out fills the memory. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.]{1,40}([eE][+-]?[0-9]{1,2})?");

    private static final String DQV = "http://www.w3.org/ns/dqv#";

    private static final Map<String, Field> DATASET = Map.ofEntries(
            entry("name", new Field(DCTerms.title.asNode(), Values::text)),
            entry("description", new Field(DCTerms.description.asNode(), Values::text)),
            entry("version", new Field(Terms.of(Terms.DCAT, "version"), Values::text)),
            entry("version_label", new Field(Terms.of(Terms.IT6, "versionLabel"), Values::text)),
            entry("collection_date", new Field(Terms.of(Terms.IT6, "collectionDate"), Values::date)),
            entry("upload_date", new Field(DCTerms.issued.asNode(), Values::date)),
            entry("language", new Field(DCTerms.language.asNode(), Values::text)),
            entry("tag", new Field(DCAT.keyword.asNode(), Values::text)),
            entry("visibility", new Field(Terms.of(Terms.IT6, "visibility"), Values::text)),
            entry("status", new Field(Terms.of(Terms.ADMS, "status"), Values::text)),
            entry("citation", new Field(DCTerms.bibliographicCitation.asNode(), Values::text)),
            entry("original_data_url", new Field(DCTerms.source.asNode(), Values::link)),
            entry("paper_url", new Field(DCTerms.isReferencedBy.asNode(), Values::link)));

    private static final Map<String, Field> FILE = Map.ofEntries(
            entry("url", new Field(DCAT.downloadURL.asNode(), Values::link)),
            entry("format", new Field(DCTerms.format.asNode(), Values::text)),
            entry("data_format", new Field(DCTerms.format.asNode(), Values::text)),
            entry("licence", new Field(DCTerms.license.asNode(), Values::link)),
            entry("license", new Field(DCTerms.license.asNode(), Values::link)),
            entry("default_target_attribute", new Field(Terms.of(Terms.IT6, "defaultTargetAttribute"), Values::text)),
            entry("row_id_attribute", new Field(Terms.of(Terms.IT6, "rowIDAttribute"), Values::text)),
            entry("ignore_attribute", new Field(Terms.of(Terms.IT6, "ignoreAttribute"), Values::text)),
            entry("processing_date", new Field(Terms.of(Terms.IT6, "processingDate"), Values::date)),
            entry("error", new Field(Terms.of(Terms.IT6, "processingError"), Values::text)),
            entry("warning", new Field(Terms.of(Terms.IT6, "processingWarning"), Values::text)));

    private final String id;
    private final Node dataset;
    private final Node file = NodeFactory.createBlankNode();
    private final JsonFields fields;
    private final Map<String, String> qualities = new HashMap<>();
    private final Graph out;

    OpenMlRecord(OpenMlAddress address, ObjectNode description, Graph out) {
        this.fields = new JsonFields(description);
        this.id = fields.taken("id").or(() -> fields.taken("dataset_id")).orElse("");
        this.dataset = NodeFactory.createURI(address.page(id));
        this.out = out;
        fields.takenObjects("quality").forEach(this::quality);
    }

    /** The description with the qualities that only the list states, and what else it lacks. */
    static ObjectNode withListed(ObjectNode description, String id, ObjectNode listed) {
        var both = description.deepCopy();
        both.put("id", id);
        for (var field : listed.properties())
            if (!field.getKey().equals("did") && !both.has(field.getKey())) both.set(field.getKey(), field.getValue());
        return both;
    }

    String id() {
        return id;
    }

    boolean hasQualities() {
        return !qualities.isEmpty();
    }

    void add(List<ObjectNode> features, List<ObjectNode> measured) {
        measured.forEach(each -> quality(new JsonFields(each)));
        out.add(dataset, RDF.Nodes.type, DCAT.Dataset.asNode());
        out.add(dataset, DCTerms.identifier.asNode(), Values.text(id));
        out.add(dataset, DCAT.landingPage.asNode(), dataset);
        agents("creator", DCTerms.creator.asNode());
        agents("contributor", DCTerms.contributor.asNode());
        parquet();
        file();
        features.forEach(this::feature);
        measurements();
        fields.map(dataset, DATASET, out);
        fields.extras(dataset, out);
    }

    private void quality(JsonFields quality) {
        var value = quality.text("value");
        quality.text("name").ifPresent(name -> value.ifPresent(number -> qualities.put(name, number)));
    }

    private void agents(String name, Node property) {
        for (String agent : fields.takenTexts(name)) {
            var node = NodeFactory.createBlankNode();
            out.add(dataset, property, node);
            out.add(node, RDF.Nodes.type, FOAF.Agent.asNode());
            out.add(node, FOAF.name.asNode(), Values.text(agent));
        }
    }

    private void file() {
        out.add(dataset, DCAT.distribution.asNode(), file);
        out.add(file, RDF.Nodes.type, DCAT.Distribution.asNode());
        out.add(file, DCAT.accessURL.asNode(), dataset);
        fields.taken("md5_checksum").ifPresent(md5 -> {
            var checksum = NodeFactory.createBlankNode();
            out.add(file, Terms.of(Terms.SPDX, "checksum"), checksum);
            out.add(checksum, RDF.Nodes.type, Terms.of(Terms.SPDX, "Checksum"));
            out.add(checksum, Terms.of(Terms.SPDX, "algorithm"), Terms.of(Terms.SPDX, "checksumAlgorithm_md5"));
            out.add(
                    checksum,
                    Terms.of(Terms.SPDX, "checksumValue"),
                    Values.digits(md5).orElseGet(() -> Values.text(md5)));
        });
        fields.map(file, FILE, out);
        number("NumberOfInstances")
                .flatMap(OpenMlRecord::whole)
                .ifPresent(rows -> out.add(file, Terms.of(Terms.IT6, "numberOfDatapoints"), Values.count(rows)));
    }

    private void parquet() {
        var licence = fields.text("licence").or(() -> fields.text("license"));
        fields.taken("parquet_url").map(Values::link).ifPresent(url -> {
            var parquet = NodeFactory.createBlankNode();
            out.add(dataset, DCAT.distribution.asNode(), parquet);
            out.add(parquet, RDF.Nodes.type, DCAT.Distribution.asNode());
            out.add(parquet, DCAT.accessURL.asNode(), dataset);
            out.add(parquet, DCAT.downloadURL.asNode(), url);
            out.add(parquet, DCTerms.format.asNode(), Values.text("Parquet"));
            licence.ifPresent(words -> out.add(parquet, DCTerms.license.asNode(), Values.link(words)));
        });
    }

    private void feature(ObjectNode json) {
        var feature = new JsonFields(json);
        var node = NodeFactory.createBlankNode();
        out.add(file, Terms.of(Terms.IT6, "hasFeature"), node);
        out.add(node, RDF.Nodes.type, Terms.of(Terms.IT6, "Feature"));
        feature.taken("name").ifPresent(name -> out.add(node, DCTerms.title.asNode(), Values.text(name)));
        feature.text("data_type")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(TYPES::contains)
                .ifPresent(type -> out.add(node, DCTerms.type.asNode(), Terms.of(TYPE, type)));
        feature.extras(node, out);
    }

    /** Our measures where OpenML's qualities are the same; all of them as they came. */
    private void measurements() {
        number("NumberOfInstances").ifPresent(value -> measured("number-of-instances", value));
        number("NumberOfClasses")
                .filter(value -> value.signum() > 0)
                .ifPresent(value -> measured("number-of-classes", value));
        ratio(number("MinorityClassSize"), number("MajorityClassSize"))
                .ifPresent(value -> measured("class-balance-ratio", value));
        var cells = number("NumberOfInstances")
                .flatMap(rows -> number("NumberOfFeatures").map(rows::multiply));
        ratio(number("NumberOfMissingValues"), cells).ifPresent(value -> measured("missing-values-ratio", value));
        qualities.forEach((name, value) -> JsonFields.extra(file, "quality " + name, value, out));
    }

    private void measured(String measure, BigDecimal value) {
        var node = NodeFactory.createBlankNode();
        out.add(file, Terms.of(DQV, "hasQualityMeasurement"), node);
        out.add(node, RDF.Nodes.type, Terms.of(DQV, "QualityMeasurement"));
        out.add(node, DCTerms.type.asNode(), Terms.of(QUALITY, measure));
        out.add(node, Terms.of(DQV, "isMeasurementOf"), Terms.of(QUALITY, measure));
        var plain = value.stripTrailingZeros().toPlainString();
        out.add(node, Terms.of(DQV, "value"), NodeFactory.createLiteralDT(plain, XSDDatatype.XSDdecimal));
    }

    private Optional<BigDecimal> number(String quality) {
        try {
            return Optional.ofNullable(qualities.get(quality))
                    .filter(NUMBER.asMatchPredicate())
                    .map(BigDecimal::new);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> ratio(Optional<BigDecimal> part, Optional<BigDecimal> whole) {
        return whole.filter(number -> number.signum() > 0)
                .flatMap(number -> part.map(share -> share.divide(number, 4, RoundingMode.HALF_UP)));
    }

    private static Optional<Long> whole(BigDecimal number) {
        try {
            return Optional.of(number.longValueExact()).filter(count -> count >= 0);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
