package samdata.web.describe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.vocab.Sam;

/**
 * What a profile says of a file: the dataset and its file in DCAT (MLDCAT-AP, DQV), its records and columns in Croissant.
 * Nothing that DCAT says is said, or left to say, in schema.org once more. The nodes are relative
 * ({@code #dataset}), so that they get the address under which the description is published. A value of the file is in it
 * only when the profile holds values.
 */
public final class Draft {
    static final String IT6 = "http://data.europa.eu/it6/";
    static final String DQV = "http://www.w3.org/ns/dqv#";
    static final String SPDX = "http://spdx.org/rdf/terms#";
    static final String CROISSANT = "http://mlcommons.org/croissant/";
    static final String SCHEMA = "https://schema.org/";
    static final String MLSO = "http://w3id.org/mlso/";
    private static final String QUALITY = "https://w3id.org/samdata/quality/";
    private static final String IANA = "https://www.iana.org/assignments/media-types/";
    private static final int SHARE_DIGITS = 6;

    private static final Node DATASET = iri("#dataset");
    private static final Node FILE = iri("#file");
    private static final Node RECORDS = iri("#records");

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Profile profile;

    private Draft(Profile profile) {
        this.profile = profile;
    }

    public static Graph of(Profile profile) {
        var draft = new Draft(profile);
        draft.dataset();
        draft.file();
        draft.records();
        draft.measurements();
        return draft.graph;
    }

    /** The name of the file without its end. */
    static String title(Profile profile) {
        int end = profile.fileName().lastIndexOf('.');
        return end > 0 ? profile.fileName().substring(0, end) : profile.fileName();
    }

    private void dataset() {
        add(DATASET, RDF.Nodes.type, DCAT.Dataset.asNode());
        add(DATASET, DCTerms.conformsTo.asNode(), iri(Croissant.CONFORMS_TO));
        add(DATASET, DCTerms.title.asNode(), text(title(profile)));
        add(DATASET, DCAT.distribution.asNode(), FILE);
        add(DATASET, iri(CROISSANT + "recordSet"), RECORDS);
        if (profile.isTabular())
            add(DATASET, iri(MLSO + "hasModality"), iri("https://w3id.org/samdata/modality/tabular"));
        profile.target().ifPresent(target -> {
            switch (target) {
                case Target.Classes classes -> annotation("class-label");
                case Target.Numeric numeric -> annotation("numeric-target");
                case Target.None none -> {}
            }
        });
    }

    private void annotation(String kind) {
        add(DATASET, Sam.annotationType, iri("https://w3id.org/samdata/annotation/" + kind));
    }

    private void file() {
        add(FILE, RDF.Nodes.type, DCAT.Distribution.asNode());
        add(FILE, RDF.Nodes.type, iri(CROISSANT + "FileObject"));
        add(FILE, DCTerms.title.asNode(), text(profile.fileName()));
        add(FILE, DCAT.byteSize.asNode(), number(profile.file().bytes()));
        add(FILE, DCTerms.format.asNode(), iri(profile.format().iri()));
        if (profile.format().isRegistered())
            add(FILE, DCAT.mediaType.asNode(), iri(IANA + profile.format().mediaType()));
        Node checksum = iri("#sha256");
        add(FILE, iri(SPDX + "checksum"), checksum);
        add(checksum, RDF.Nodes.type, iri(SPDX + "Checksum"));
        add(checksum, iri(SPDX + "algorithm"), iri(SPDX + "checksumAlgorithm_sha256"));
        add(
                checksum,
                iri(SPDX + "checksumValue"),
                NodeFactory.createLiteralDT(profile.file().sha256(), XSDDatatype.XSDhexBinary));
        add(FILE, iri(SCHEMA + "name"), text(profile.fileName()));
        add(FILE, iri(SCHEMA + "sha256"), text(profile.file().sha256()));
        add(FILE, iri(SCHEMA + "encodingFormat"), text(profile.format().mediaType()));
        add(FILE, iri(IT6 + "numberOfDatapoints"), number(profile.rows()));
        profile.target().ifPresent(target -> add(FILE, iri(IT6 + "defaultTargetAttribute"), text(target.column())));
    }

    private void records() {
        add(RECORDS, RDF.Nodes.type, iri(CROISSANT + "RecordSet"));
        add(RECORDS, iri(SCHEMA + "name"), text("records"));
        for (int i = 0; i < profile.columns().size(); i++)
            column(i + 1, profile.columns().get(i));
    }

    /** A column is a feature of the file and a field of its records. */
    private void column(int number, ColumnProfile column) {
        Node field = iri("#column-" + number);
        add(FILE, iri(IT6 + "hasFeature"), field);
        add(RECORDS, iri(CROISSANT + "field"), field);
        add(field, RDF.Nodes.type, iri(IT6 + "Feature"));
        add(field, RDF.Nodes.type, iri(CROISSANT + "Field"));
        add(field, DCTerms.title.asNode(), text(column.name()));
        column.type()
                .featureType()
                .ifPresent(type ->
                        add(field, DCTerms.type.asNode(), iri("http://openml.org/openml/feature-type#" + type)));
        add(field, iri(SCHEMA + "name"), text(column.name()));
        column.type().croissant().ifPresent(type -> add(field, iri(CROISSANT + "dataType"), iri(SCHEMA + type)));
        if (column.type() == ColumnType.LIST)
            add(field, iri(CROISSANT + "isArray"), NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
        Node source = iri("#column-" + number + "-source");
        Node extract = iri("#column-" + number + "-extract");
        add(field, iri(CROISSANT + "source"), source);
        add(source, iri(CROISSANT + "fileObject"), FILE);
        add(source, iri(CROISSANT + "extract"), extract);
        if (profile.format() == FileFormat.JSON_LINES)
            add(extract, iri(CROISSANT + "jsonPath"), text(Croissant.jsonPath(column.name())));
        else add(extract, iri(CROISSANT + "column"), text(column.name()));
    }

    private void measurements() {
        measured("number-of-instances", BigDecimal.valueOf(profile.rows()));
        measured("missing-values-ratio", share(profile.missingShare()));
        if (profile.target().orElse(null) instanceof Target.Classes target) {
            measured("number-of-classes", BigDecimal.valueOf(target.classes().size()));
            measured("class-balance-ratio", share(target.balance()));
        }
    }

    private void measured(String what, BigDecimal value) {
        Node measurement = iri("#" + what);
        Node metric = iri(QUALITY + what);
        add(FILE, iri(DQV + "hasQualityMeasurement"), measurement);
        add(measurement, RDF.Nodes.type, iri(DQV + "QualityMeasurement"));
        add(measurement, DCTerms.type.asNode(), metric);
        add(measurement, iri(DQV + "isMeasurementOf"), metric);
        add(
                measurement,
                iri(DQV + "value"),
                NodeFactory.createLiteralDT(value.toPlainString(), XSDDatatype.XSDdecimal));
    }

    private static BigDecimal share(double share) {
        BigDecimal rounded = BigDecimal.valueOf(share)
                .setScale(SHARE_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 1 ? rounded.setScale(1) : rounded;
    }

    private void add(Node subject, Node predicate, Node object) {
        graph.add(subject, predicate, object);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDnonNegativeInteger);
    }
}
