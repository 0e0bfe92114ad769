package samdata.harvester.protocol.oai;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.w3c.dom.Element;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.read.Genid;
import samdata.harvester.read.RdfDocument;
import samdata.harvester.read.Reading;
import samdata.harvester.read.Terms;
import samdata.harvester.source.Source;

/** What one record says, by the vocabulary it is written in: RDF as it is, DataCite and Dublin Core as DCAT. */
final class OaiMetadata {
    private static final String RDF_XML = "application/rdf+xml";
    private static final String DUBLIN_CORE = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    private static final String DATACITE = "http://datacite.org/schema/kernel-";
    private static final String DATACITE_OAI = "http://schema.datacite.org/oai/oai-";

    private OaiMetadata() {}

    /**
     * Adds to the reading what the record says.
     *
     * @return the datasets it describes; none of them is a blank node
     * @throws Refusal when it cannot be read
     */
    static Set<Node> datasets(OaiRecord record, Source source, Visit visit, Reading reading) throws Refusal {
        var metadata = record.metadata().orElseThrow(() -> Refusal.rejected("it has no metadata"));
        var vocabulary = String.valueOf(metadata.getNamespaceURI());
        var own = Genid.of("dataset", source.id(), record.identifier());
        if (vocabulary.equals(RDF.getURI()) || vocabulary.equals(Terms.DCAT))
            return rdf(metadata, own, source, visit, reading);
        int before = reading.stated().size();
        Node dataset;
        if (vocabulary.equals(DUBLIN_CORE)) dataset = new DublinCoreRecord(own, reading.stated()).add(record, metadata);
        else {
            var resource = resource(metadata, vocabulary)
                    .orElseThrow(() -> Refusal.rejected("its metadata is <" + metadata.getLocalName() + "> of "
                            + vocabulary + ", which is neither RDF nor DataCite nor Dublin Core"));
            dataset = new DataCiteRecord(own, reading.stated()).add(record, resource);
            if (vocabulary.startsWith(DATACITE_OAI)) envelope(metadata, dataset, reading);
        }
        visit.countTriples(Math.max(0, reading.stated().size() - before));
        return Set.of(dataset);
    }

    /** DataCite's record, by itself or in the envelope of its OAI-PMH service. */
    private static Optional<Element> resource(Element metadata, String vocabulary) {
        if (vocabulary.startsWith(DATACITE)) return Optional.of(metadata);
        if (!vocabulary.startsWith(DATACITE_OAI)) return Optional.empty();
        return Xml.child(metadata, "payload")
                .flatMap(payload -> Xml.children(payload).stream().findFirst())
                .filter(resource -> String.valueOf(resource.getNamespaceURI()).startsWith(DATACITE));
    }

    private static void envelope(Element envelope, Node dataset, Reading reading) {
        var fields = new XmlFields(envelope);
        fields.taken("payload");
        fields.extras(dataset, reading.stated());
    }

    private static Set<Node> rdf(Element metadata, Node own, Source source, Visit visit, Reading reading)
            throws Refusal {
        var bytes = Xml.written(metadata).getBytes(StandardCharsets.UTF_8);
        var document = new Document(
                source.url(), RDF_XML, Optional.of(StandardCharsets.UTF_8), "", new Document.Bytes.InMemory(bytes));
        var triples = RdfDocument.triples(document, visit, reading);
        Map<Node, Node> names = new HashMap<>();
        Set<Node> datasets = new LinkedHashSet<>();
        for (Triple triple : triples) {
            if (!isDataset(triple)) continue;
            var dataset = triple.getSubject();
            if (dataset.isBlank())
                names.computeIfAbsent(
                        dataset,
                        blank -> names.isEmpty()
                                ? own
                                : Genid.of("dataset", own.getURI(), Integer.toString(names.size())));
            datasets.add(names.getOrDefault(dataset, dataset));
        }
        triples.forEach(triple -> reading.stated()
                .add(
                        names.getOrDefault(triple.getSubject(), triple.getSubject()),
                        triple.getPredicate(),
                        names.getOrDefault(triple.getObject(), triple.getObject())));
        return datasets;
    }

    private static boolean isDataset(Triple triple) {
        return triple.getPredicate().equals(RDF.Nodes.type)
                && List.of(
                                DCAT.Dataset.asNode(),
                                Terms.of(Terms.DCAT, "DatasetSeries"),
                                NodeFactory.createURI("http://schema.org/Dataset"),
                                NodeFactory.createURI("https://schema.org/Dataset"))
                        .contains(triple.getObject());
    }
}
