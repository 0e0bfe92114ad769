package samdata.harvester.protocol.cards;

import static java.util.Map.entry;

import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.harvester.read.JsonFields;
import samdata.harvester.read.JsonFields.Field;
import samdata.harvester.read.Reading;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;

/**
 * An entry of a registry of open data as Amazon's is kept: a file of YAML a dataset, a resource a distribution. Keys and
 * their meaning: awslabs/open-data-registry, README "How are datasets added to the registry?". What no rule reads is kept raw.
 */
public final class RegistryEntry {
    private static final Pattern FILE = Pattern.compile("(?i).*\\.ya?ml");
    private static final Pattern KEYS = Pattern.compile("(?ms)\\A(?=.*^Description:)(?=.*^Resources:)");
    private static final Pattern MARKDOWN_LINK =
            Pattern.compile("\\s*\\[([^\\[\\]]{1,2000})\\]\\((https?://[^\\s()]{1,2000})\\)\\s*");
    /** Buckets of S3 are served at addresses of this form (Amazon S3 user guide, "Virtual hosting of buckets"). */
    private static final Pattern BUCKET = Pattern.compile("arn:aws:s3:::([a-z0-9][a-z0-9.-]{1,62})(/.*)?");

    private static final Pattern MAIL = Pattern.compile("(?:mailto:)?[^\\s@<>()\\[\\],;]+@[^\\s@<>()\\[\\],;]+");

    private static final Map<String, Field> DATASET = Map.ofEntries(
            entry("Name", new Field(DCTerms.title.asNode(), Values::text)),
            entry("Description", new Field(DCTerms.description.asNode(), Values::text)),
            entry("Documentation", new Field(DCAT.landingPage.asNode(), Values::link)),
            entry("License", new Field(DCTerms.license.asNode(), text -> Values.link(text.strip()))),
            entry("UpdateFrequency", new Field(DCTerms.accrualPeriodicity.asNode(), Values::text)),
            entry("Citation", new Field(DCTerms.bibliographicCitation.asNode(), Values::text)),
            entry("Tags", new Field(DCAT.keyword.asNode(), Values::text)));

    private static final Map<String, Field> DISTRIBUTION = Map.of(
            "Description", new Field(DCTerms.description.asNode(), Values::text),
            "ARN", new Field(DCTerms.identifier.asNode(), Values::text));

    private final Node dataset;
    private final Graph out;

    private RegistryEntry(Node dataset, Graph out) {
        this.dataset = dataset;
        this.out = out;
    }

    public static boolean isFile(String name) {
        return FILE.matcher(name).matches();
    }

    /** Whether a text has the keys that every entry has. */
    public static boolean isEntry(String text) {
        return KEYS.matcher(text).find();
    }

    /** Adds the dataset in {@code text}; false when it is none, which is reported. */
    static boolean add(CardPlace place, String text, int maxDepth, Reading reading) {
        try {
            var fields = Yaml.object(text, maxDepth);
            if (isEntry(text) && fields.isPresent()) {
                new RegistryEntry(NodeFactory.createURI(place.iri()), reading.stated())
                        .add(place.name().replaceFirst("(?i)\\.ya?ml$", ""), new JsonFields(fields.get()));
                return true;
            }
            reading.violation(
                    place.iri(),
                    "This file of YAML describes no dataset: it has no Description and Resources.",
                    "Write at least Name, Description, License and Resources, or keep the file elsewhere.",
                    OptionalLong.empty());
        } catch (Yaml.Broken e) {
            reading.violation(
                    place.iri(),
                    "The entry is no YAML, so it was left out: " + e.why() + ".",
                    "Put values that hold a colon, a hash or quotes in quotes; indent lists and keys alike.",
                    e.line());
        }
        return false;
    }

    private void add(String name, JsonFields fields) {
        out.add(dataset, RDF.Nodes.type, DCAT.Dataset.asNode());
        out.add(dataset, DCTerms.identifier.asNode(), Values.text(name));
        fields.taken("ManagedBy").ifPresent(this::publisher);
        fields.taken("Contact").ifPresent(this::contact);
        fields.map(dataset, DATASET, out);
        fields.takenObjects("Resources").forEach(this::distribution);
        fields.extras(dataset, out);
    }

    private void publisher(String said) {
        var agent = NodeFactory.createBlankNode();
        out.add(dataset, DCTerms.publisher.asNode(), agent);
        out.add(agent, RDF.Nodes.type, FOAF.Agent.asNode());
        var link = MARKDOWN_LINK.matcher(said);
        boolean linked = link.matches() && Values.link(link.group(2)).isURI();
        out.add(agent, FOAF.name.asNode(), Values.text(linked ? link.group(1) : said));
        if (linked) out.add(agent, FOAF.homepage.asNode(), Values.link(link.group(2)));
    }

    private void contact(String said) {
        var contact = NodeFactory.createBlankNode();
        out.add(dataset, DCAT.contactPoint.asNode(), contact);
        out.add(contact, RDF.Nodes.type, Terms.of(Terms.VCARD, "Kind"));
        boolean mail = MAIL.matcher(said.strip()).matches();
        if (mail) out.add(contact, Terms.of(Terms.VCARD, "hasEmail"), Values.mailbox(said.strip()));
        else if (Values.link(said).isURI()) out.add(contact, Terms.of(Terms.VCARD, "hasURL"), Values.link(said));
        else out.add(contact, Terms.of(Terms.VCARD, "fn"), Values.text(said));
    }

    private void distribution(JsonFields fields) {
        var node = NodeFactory.createBlankNode();
        out.add(dataset, DCAT.distribution.asNode(), node);
        out.add(node, RDF.Nodes.type, DCAT.Distribution.asNode());
        var bucket = BUCKET.matcher(fields.text("ARN").orElse("").strip());
        if (bucket.matches()) {
            var path = bucket.group(2) == null ? "/" : bucket.group(2);
            var address = Values.link("https://" + bucket.group(1) + ".s3.amazonaws.com" + path.replace("*", ""));
            if (address.isURI()) out.add(node, DCAT.accessURL.asNode(), address);
        }
        fields.map(node, DISTRIBUTION, out);
        fields.extras(node, out);
    }
}
