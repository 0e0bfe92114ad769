package samdata.web.http;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.vocabulary.RDF;

/** What RDF/XML cannot say: it is XML 1.0, and predicates are its element names. */
final class RdfXml {
    private RdfXml() {}

    static boolean canWrite(Triple triple) {
        String predicate = triple.getPredicate().getURI();
        int local = Util.splitNamespaceXML(predicate);
        return local > 0
                && local < predicate.length()
                && isXml(predicate)
                && canWrite(triple.getSubject())
                && canWrite(triple.getObject());
    }

    private static boolean canWrite(Node node) {
        if (node.isURI()) return isXml(node.getURI());
        if (!node.isLiteral()) return true;
        // an XMLLiteral is written as markup, and is another literal when read again
        return isXml(node.getLiteralLexicalForm())
                && !node.getLiteralDatatypeURI().equals(RDF.dtXMLLiteral.getURI());
    }

    /** XML 1.0, production [2]. A carriage return would come back as a line feed. */
    private static boolean isXml(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\t'
                        || c == '\n'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000);
    }
}
