package samdata.harvester.protocol.dcatus;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import samdata.harvester.read.JsonFields.Field;
import samdata.harvester.read.Terms;
import samdata.harvester.read.Values;

/**
 * Which field of DCAT-US 1.1 is which property: as its JSON-LD context says
 * (project-open-data.cio.gov/v1.1/schema/catalog.jsonld), with DCAT's and FOAF's own names where that strays from them.
 */
final class DcatUsFields {
    private static final String POD = "https://project-open-data.cio.gov/v1.1/schema#";
    private static final String POWDER = "http://www.w3.org/2007/05/powder#";

    static final Map<String, Field> CATALOG = Map.ofEntries(
            text(Terms.DCT, "title"),
            text(Terms.DCT, "description"),
            text(Terms.DCT, "identifier"),
            link(Terms.DCT, "conformsTo"),
            entry("describedBy", new Field(Terms.of(POWDER, "describedby"), Values::link)),
            link(Terms.FOAF, "homepage"),
            link(Terms.DCT, "license"),
            link(Terms.DCT, "rights"),
            link(Terms.DCT, "language"),
            date(Terms.DCT, "issued"),
            date(Terms.DCT, "modified"));

    static final Map<String, Field> DATASET = Map.ofEntries(
            text(Terms.DCT, "title"),
            text(Terms.DCT, "description"),
            text(Terms.DCT, "identifier"),
            text(Terms.DCAT, "keyword"),
            link(Terms.DCAT, "theme"),
            link(Terms.DCAT, "landingPage"),
            date(Terms.DCT, "issued"),
            date(Terms.DCT, "modified"),
            link(Terms.DCT, "language"),
            link(Terms.DCT, "license"),
            link(Terms.DCT, "rights"),
            link(Terms.DCT, "conformsTo"),
            link(Terms.DCT, "accrualPeriodicity"),
            link(Terms.DCT, "references"),
            entry("describedBy", new Field(Terms.of(POWDER, "describedby"), Values::link)),
            text(POD, "accessLevel"),
            text(POD, "bureauCode"),
            text(POD, "programCode"),
            text(POD, "dataQuality"),
            text(POD, "describedByType"),
            text(POD, "primaryITInvestmentUII"));

    static final Map<String, Field> DISTRIBUTION = Map.ofEntries(
            text(Terms.DCT, "title"),
            text(Terms.DCT, "description"),
            text(Terms.DCT, "identifier"),
            link(Terms.DCAT, "accessURL"),
            link(Terms.DCAT, "downloadURL"),
            link(Terms.DCAT, "mediaType"),
            link(Terms.DCT, "format"),
            entry("byteSize", new Field(Terms.of(Terms.DCAT, "byteSize"), DcatUsFields::bytes)),
            date(Terms.DCT, "issued"),
            date(Terms.DCT, "modified"),
            link(Terms.DCT, "language"),
            link(Terms.DCT, "license"),
            link(Terms.DCT, "rights"),
            link(Terms.DCT, "conformsTo"),
            entry("describedBy", new Field(Terms.of(POWDER, "describedby"), Values::link)),
            text(POD, "describedByType"));

    static final Map<String, Field> AGENT = Map.of(
            "name", new Field(Terms.of(Terms.FOAF, "name"), Values::text),
            "mbox", new Field(Terms.of(Terms.FOAF, "mbox"), Values::mailbox));

    static final Map<String, Field> CONTACT = Map.of(
            "fn", new Field(Terms.of(Terms.VCARD, "fn"), Values::text),
            "hasEmail", new Field(Terms.of(Terms.VCARD, "hasEmail"), Values::mailbox));

    private DcatUsFields() {}

    private static Map.Entry<String, Field> text(String namespace, String name) {
        return field(namespace, name, Values::text);
    }

    private static Map.Entry<String, Field> link(String namespace, String name) {
        return field(namespace, name, Values::link);
    }

    private static Map.Entry<String, Field> date(String namespace, String name) {
        return field(namespace, name, Values::date);
    }

    private static Map.Entry<String, Field> field(String namespace, String name, Function<String, Node> value) {
        return entry(name, new Field(Terms.of(namespace, name), value));
    }

    private static Node bytes(String text) {
        return Values.bytes(text).orElseGet(() -> Values.text(text));
    }
}
