package samdata.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of {@code ontologies/ocd/ocd.ttl} that Java code names. SamTest holds them to it. */
public final class Sam {
    public static final String NS = "https://w3id.org/samdata/ns#";

    /** On a property shape: its values are a search facet under this id. */
    public static final Node facet = term("facet");
    /** On a facet: what of a value is shown and chosen; absent, the value itself. */
    public static final Node facetKey = term("facetKey");
    /** On a facet: the graph of ours that alone is read for its values. */
    public static final Node facetIn = term("facetIn");
    /** The facet key that takes the year of a date. */
    public static final Node Year = term("Year");
    /** On a property shape: stated values are looked up in this concept scheme. */
    public static final Node recognisedIn = term("recognisedIn");
    /** On a property shape: a path whose values name the property's concepts, too, when they name one plainly. */
    public static final Node recognisedFrom = term("recognisedFrom");
    /** On a property shape: a word that names a concept, but as often something else, where it is not said with this property. */
    public static final Node commonWord = term("commonWord");
    /** On a property shape: one sentence that tells the publisher how to mend what it finds. */
    public static final Node fix = term("fix");
    /** On a property shape: what a broken rule means for those who want to use the data. */
    public static final Node means = term("means");
    /** On a property shape: a piece of a description that keeps the rule. */
    public static final Node example = term("example");
    /** On a property shape: the id of a rule of another profile, which it stands in place of. */
    public static final Node insteadOf = term("insteadOf");
    /** On a rule that was broken: the name of its shapes file. */
    public static final Node profile = term("profile");

    public static final Node Profile = term("Profile");
    /** On a profile: a SPARQL ASK, true of the descriptions that it is for. */
    public static final Node appliesWhen = term("appliesWhen");

    public static final Node declaredTask = term("declaredTask");
    public static final Node annotationType = term("annotationType");
    /** Between which bounds the number of records lies. */
    public static final Node sizeCategory = term("sizeCategory");

    /** On an indicator: what it brings when it is met. */
    public static final Node points = term("points");
    /** On a rating: the least points that earn it. */
    public static final Node fromPoints = term("fromPoints");
    /** On a criterion or an indicator: a property that it looks at. */
    public static final Node reads = term("reads");

    public static final Node measure = term("measure");
    public static final Node measuredOn = term("measuredOn");
    /** On an indicator: what the IRIs of a controlled vocabulary begin with. */
    public static final Node controlledBy = term("controlledBy");
    /** On an indicator: the property that is true of the concepts it looks for. */
    public static final Node mark = term("mark");
    /** On an indicator: the modality of the datasets that it is asked of. */
    public static final Node concerns = term("concerns");

    /** The source, by its id, that a catalogue record was harvested from. */
    public static final Node source = term("source");
    /** The catalogue's state number, one higher with each stored change. */
    public static final Node generation = term("generation");

    /** A field of the source's own record that no mapping reads, as a node with {@link #key} and {@link #value}. */
    public static final Node extra = term("extra");

    public static final Node key = term("key");
    public static final Node value = term("value");

    /** How a harvest ended, in a word. */
    public static final Node outcome = term("outcome");

    /** True of a harvest of which it was noticed later that it had ended. */
    public static final Node endNotSeen = term("endNotSeen");

    public static final Node datasetsSeen = term("datasetsSeen");
    public static final Node datasetsAdded = term("datasetsAdded");
    public static final Node datasetsChanged = term("datasetsChanged");
    public static final Node datasetsRemoved = term("datasetsRemoved");
    public static final Node triplesAdded = term("triplesAdded");
    public static final Node triplesRemoved = term("triplesRemoved");
    /** Of the harvested document, from 1. */
    public static final Node line = term("line");
    /** How often one rule was broken in a harvest. */
    public static final Node times = term("times");

    public static final Node SuitabilityAssessment = term("SuitabilityAssessment");
    public static final Node LicenceAssessment = term("LicenceAssessment");
    /** From a judgement to its dataset. */
    public static final Node ofDataset = term("ofDataset");

    public static final Node forTask = term("forTask");
    public static final Node basis = term("basis");
    public static final Node level = term("level");
    public static final Node score = term("score");
    public static final Node coverage = term("coverage");
    public static final Node criterion = term("criterion");
    /** From a judgement to what was found, criterion by criterion. */
    public static final Node findings = term("findings");

    public static final Node met = term("met");
    public static final Node notMet = term("notMet");
    public static final Node notStated = term("notStated");
    /** By which state of the rules a judgement was made. */
    public static final Node ruleVersion = term("ruleVersion");
    /** From a dataset to a task whose needs it meets. */
    public static final Node readyFor = term("readyFor");
    /** From a dataset to a task that it can serve with some work. */
    public static final Node usableFor = term("usableFor");
    /** From a dataset to a task that it cannot serve. */
    public static final Node blockedFor = term("blockedFor");

    public static final Node ok = term("ok");
    public static final Node okWithDuties = term("okWithDuties");
    public static final Node notPermitted = term("notPermitted");
    public static final Node conflict = term("conflict");
    public static final Node undecidable = term("undecidable");
    /** From a dataset to a use that its licences permit, with duties or without. */
    public static final Node permits = term("permits");
    /** The metric of how well a dataset is described: points of 405. */
    public static final Node metadataQuality = term("metadataQuality");
    /** From a dataset to the grade of its description. */
    public static final Node rating = term("rating");

    /** On a use: an action that the licence must permit. */
    public static final Node needs = term("needs");
    /** On a use: a question that must be settled. */
    public static final Node dependsOn = term("dependsOn");
    /** On a point of a licence: the actions and questions by which licences answer it. */
    public static final Node saidWith = term("saidWith");
    /** On an act: what one does who must not do it, in words. */
    public static final Node restraint = term("restraint");
    /** On a licence: a node with {@link #question}, {@link #answer} and the clause. */
    public static final Node finding = term("finding");

    public static final Node question = term("question");
    public static final Node answer = term("answer");
    public static final Node Yes = term("Yes");
    public static final Node No = term("No");
    /** Material under this licence may be part of a shared adaptation under that one. */
    public static final Node mayFlowInto = term("mayFlowInto");

    public static final Node mayFlowIntoUnclear = term("mayFlowIntoUnclear");
    public static final Node flowClause = term("flowClause");

    /** On a concept scheme: true when its concepts are documents, which have addresses in many forms. */
    public static final Node ofDocuments = term("ofDocuments");

    /** Which part of a dataset a distribution or a licence statement is about. */
    public static final Node component = term("component");
    /** On a dataset: a node with {@link #statedLicence} and {@link #statedBy}. */
    public static final Node licenceStatement = term("licenceStatement");

    public static final Node statedLicence = term("statedLicence");
    public static final Node statedBy = term("statedBy");

    /** From a dataset to one of another source that we hold to be the same, and back. */
    public static final Node alsoAt = term("alsoAt");

    public static final Node SameDatasetClaim = term("SameDatasetClaim");
    public static final Node evidence = term("evidence");
    /** From a piece of evidence to what kind of thing it is. */
    public static final Node evidenceKind = term("evidenceKind");

    public static final Node similarity = term("similarity");
    public static final Node weight = term("weight");

    private Sam() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
