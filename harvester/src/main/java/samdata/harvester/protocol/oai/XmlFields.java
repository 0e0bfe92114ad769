package samdata.harvester.protocol.oai;

import com.apicatalog.jsonld.lang.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3c.dom.Element;
import samdata.harvester.read.JsonFields;
import samdata.harvester.read.Values;

/** The elements of one XML record on their way into RDF: what is read is taken out, what is left at the end is kept raw. */
final class XmlFields {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private final List<Element> left;

    XmlFields(Element record) {
        this.left = new ArrayList<>(Xml.children(record));
    }

    /** The elements of that name, taken out. */
    List<Element> taken(String name) {
        var found = left.stream()
                .filter(element -> element.getLocalName().equals(name))
                .toList();
        left.removeAll(found);
        return found;
    }

    /** What elements are read as: their words, that is, and those attributes; one that says more is kept raw as well. */
    void each(String name, Set<String> attributes, Consumer<Element> use) {
        for (Element element : taken(name)) {
            if (!Xml.text(element).isEmpty() || Xml.children(element).isEmpty()) use.accept(element);
            if (saysMore(element, attributes)) left.add(element);
        }
    }

    /** As {@link #each}, for the members of a list element: {@code titles/title}. */
    void each(String list, String name, Set<String> attributes, Consumer<Element> use) {
        for (Element element : taken(list)) {
            var members = new XmlFields(element);
            members.each(name, attributes, use);
            left.addAll(members.left);
        }
    }

    /** States one property for each non-blank element of that name. */
    void map(String name, Node subject, Node property, Function<Element, Node> value, Graph out) {
        each(name, Set.of(), element -> {
            if (!Xml.text(element).isEmpty()) out.add(subject, property, value.apply(element));
        });
    }

    /** States everything that nobody has taken, raw: the text of a plain element, else its XML. */
    void extras(Node subject, Graph out) {
        for (Element element : left) {
            boolean plain = Xml.children(element).isEmpty() && !saysMore(element, Set.of());
            var raw = plain ? Xml.text(element) : Xml.written(element);
            if (!raw.isEmpty()) JsonFields.extra(subject, element.getLocalName(), raw, out);
        }
    }

    /** The text of an element, in the language that it or what is around it states. */
    static Node words(Element element) {
        return language(element)
                .map(tag -> NodeFactory.createLiteralLang(Xml.text(element), tag))
                .orElseGet(() -> Values.text(Xml.text(element)));
    }

    static Node link(Element element) {
        return Values.link(Xml.text(element));
    }

    static Node date(Element element) {
        return Values.date(Xml.text(element));
    }

    private static Optional<String> language(Element element) {
        return Optional.of(element.getAttributeNS(XML, "lang").strip().replace('_', '-'))
                .filter(tag -> !tag.isEmpty() && LanguageTag.isWellFormed(tag));
    }

    /** Whether it has attributes besides those, its language and what belongs to XML itself. */
    static boolean saysMore(Element element, Set<String> known) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            var namespace = String.valueOf(attribute.getNamespaceURI());
            if (namespace.equals(XSI) || namespace.equals(XMLNS)) continue;
            if (namespace.equals(XML) && language(element).isPresent()) continue;
            if (!known.contains(attribute.getLocalName())) return true;
        }
        return false;
    }
}
