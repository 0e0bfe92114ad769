package samdata.web.describe;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.XSD;
import samdata.vocab.Sam;

/** A draft as Turtle, with what is left to say as comments that become statements when their {@code #} is taken away. */
public final class DraftText {
    private static final PrefixMapping PREFIXES = PrefixMapping.Factory.create()
            .setNsPrefix("cr", Draft.CROISSANT)
            .setNsPrefix("dcat", DCAT.NS)
            .setNsPrefix("dcatap", "http://data.europa.eu/r5r/")
            .setNsPrefix("dct", DCTerms.NS)
            .setNsPrefix("dqv", Draft.DQV)
            .setNsPrefix("foaf", FOAF.NS)
            .setNsPrefix("it6", Draft.IT6)
            .setNsPrefix("mlso", Draft.MLSO)
            .setNsPrefix("sam", Sam.NS)
            .setNsPrefix("sc", Draft.SCHEMA)
            .setNsPrefix("spdx", Draft.SPDX)
            .setNsPrefix("vcard", "http://www.w3.org/2006/vcard/ns#")
            .setNsPrefix("xsd", XSD.NS)
            .lock();

    private DraftText() {}

    /** What is left to say of a draft; what raises the quality most stands first. */
    public static List<Unsaid> unsaid(Graph draft) {
        return Unsaid.of(draft, PREFIXES);
    }

    public static String of(Graph draft) {
        Graph prefixed = GraphFactory.createDefaultGraph();
        prefixed.getPrefixMapping().setNsPrefixes(PREFIXES);
        draft.find().forEachRemaining(prefixed::add);
        StringBuilder out =
                new StringBuilder(RDFWriter.source(prefixed).lang(Lang.TURTLE).asString());
        out.append(
                        "\n# What no file says of itself. Fill in, take the # away; what raises the quality most stands first,\n")
                .append("# with its points in the European Metadata Quality Assessment.\n");
        for (Unsaid unsaid : unsaid(draft)) {
            out.append("#\n# Say ").append(unsaid.words());
            if (unsaid.points() > 0) out.append(" (").append(unsaid.points()).append(" points)");
            out.append(":\n# <")
                    .append(unsaid.subject())
                    .append("> ")
                    .append(unsaid.property())
                    .append(' ')
                    .append(unsaid.example())
                    .append(" .\n");
        }
        return out.toString();
    }
}
