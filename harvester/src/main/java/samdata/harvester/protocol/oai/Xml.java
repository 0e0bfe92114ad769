package samdata.harvester.protocol.oai;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** XML as elements, read without document types: nothing is fetched and no entity is defined. */
final class Xml {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String DEPTH = "jdk.xml.maxElementDepth";

    private Xml() {}

    /**
     * @param text without an XML declaration
     * @throws SAXException when it is not well-formed, declares a document type or nests deeper than {@code maxDepth}
     */
    static Element root(String text, int maxDepth) throws SAXException {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setAttribute(DEPTH, maxDepth);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("The XML parser of the platform has these features", e);
        }
    }

    /** Where a parser stopped and why, as the end of a sentence. */
    static String reason(SAXException e) {
        return (e instanceof SAXParseException at ? "line " + at.getLineNumber() + ": " : "") + words(e);
    }

    /** Why a parser stopped. */
    static String words(SAXException e) {
        var words = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        var plain = words.replaceFirst("^JAXP\\d+: ", "").replaceFirst("\\.$", "");
        return plain.length() <= 200 ? plain : plain.substring(0, 200) + "...";
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element element) children.add(element);
        return children;
    }

    /** The children of that name, in any namespace. */
    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** The text of the child of that name; nothing when there is none or it is blank. */
    static Optional<String> text(Element parent, String name) {
        return child(parent, name).map(Xml::text).filter(text -> !text.isEmpty());
    }

    static String text(Element element) {
        return element.getTextContent().strip();
    }

    static Optional<String> attribute(Element element, String name) {
        return Optional.of(element.getAttribute(name).strip()).filter(value -> !value.isEmpty());
    }

    /** The element as a document of its own, the namespaces of its names declared. */
    static String written(Element element) {
        try {
            var registry = DOMImplementationRegistry.newInstance();
            var save = (DOMImplementationLS) registry.getDOMImplementation("LS");
            var serializer = save.createLSSerializer();
            serializer.getDomConfig().setParameter("xml-declaration", false);
            var output = save.createLSOutput();
            var out = new StringWriter();
            output.setCharacterStream(out);
            serializer.write(element, output);
            return out.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The platform can write XML", e);
        }
    }
}
