package samdata.catalog.suitability;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import samdata.vocab.Sam;

/** The properties of the rules and of the descriptions that judging follows by name. */
final class Terms {
    static final String CRITERIA = "https://w3id.org/samdata/criterion";
    static final String ANNOTATIONS = "https://w3id.org/samdata/annotation";
    static final Node MODALITY = criterion("modality");
    static final Node ANNOTATION = criterion("annotation");
    static final Node SIZE = criterion("size");
    static final Node LANGUAGE = criterion("language");
    static final Node DOMAIN = criterion("domain");
    static final Node NOT_EXCLUDED = criterion("not-excluded");

    static final Node NO_ANNOTATION = iri(ANNOTATIONS + "/none");

    static final Node REQUIRES = sam("requires");
    static final Node GATE = sam("gate");
    static final Node WEIGHT = sam("weight");
    static final Node ANY_OF = sam("anyOf");
    static final Node ALL_OF = sam("allOf");
    static final Node MINIMUM = sam("minimum");
    static final Node MAXIMUM_AGE = sam("maximumAge");
    static final Node DOMAIN_SPECIFIC = sam("domainSpecific");
    static final Node TEST = sam("test");
    static final Node MEASURED_BY = sam("measuredBy");
    static final Node STATED_AS = sam("statedAs");
    static final Node SAYS_NOTHING = sam("saysNothing");
    static final Node PART_BY = sam("partBy");
    static final Node PART_OF_BY = sam("partOfBy");
    static final Node ANNOTATES = sam("annotates");
    static final Node DESCRIBES_WHOLE = sam("describesWhole");
    static final Node TARGET_OF = sam("targetOf");
    static final Node HAS_COLUMNS = sam("hasColumns");
    static final Node UNSUITABLE_FOR = sam("unsuitableFor");
    static final Node SPLIT_COUNT = sam("splitCount");

    static final Node HAS_MODALITY = iri("http://w3id.org/mlso/hasModality");
    static final Node HAS_TASK_TYPE = iri("http://w3id.org/mlso/hasTaskType");
    static final Node TARGET = iri("http://data.europa.eu/it6/defaultTargetAttribute");
    static final Node TARGET_FEATURE = iri("http://data.europa.eu/it6/targetFeature");
    static final Node DATAPOINTS = iri("http://data.europa.eu/it6/numberOfDatapoints");
    static final Node TRAINED_ON = iri("http://data.europa.eu/it6/trainedOn");
    static final Node TESTED_ON = iri("http://data.europa.eu/it6/testedOn");
    static final Node RESULTS = iri("http://data.europa.eu/it6/evaluationResults");
    static final Node TASK_TYPE = iri("http://data.europa.eu/it6/hasTaskType");
    static final Node MEASUREMENT = iri("http://www.w3.org/ns/dqv#hasQualityMeasurement");
    static final Node MEASUREMENT_OF = iri("http://www.w3.org/ns/dqv#isMeasurementOf");
    static final Node MEASURED_VALUE = iri("http://www.w3.org/ns/dqv#value");
    static final Node DATA_TYPE = iri("http://mlcommons.org/croissant/dataType");

    private Terms() {}

    static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node sam(String name) {
        return iri(Sam.NS + name);
    }

    private static Node criterion(String id) {
        return iri(CRITERIA + "/" + id);
    }
}
