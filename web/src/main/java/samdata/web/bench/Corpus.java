package samdata.web.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import samdata.vocab.Sam;
import samdata.vocab.Schemes;

/**
 * Invented dataset descriptions, about 40 triples each and the same for the same seed: titles and descriptions in
 * English and Swedish, publishers, tasks, licences and distributions drawn from samdata's own schemes.
 */
final class Corpus {
    static final int SOURCES = 4;
    private static final long SEED = 20261123;
    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String OWN = "https://w3id.org/samdata/";
    private static final List<String> LICENCES = List.of(
            "http://creativecommons.org/licenses/by/4.0/",
            "https://creativecommons.org/licenses/by-sa/4.0/",
            "http://creativecommons.org/publicdomain/zero/1.0/",
            OWN + "licence/CDLA-Permissive-2.0",
            OWN + "licence/ODbL-1.0",
            OWN + "licence/CC-BY-NC-4.0");
    private static final List<String> PLACES = List.of("SWE", "NOR", "DNK", "FIN", "DEU", "POL");
    private static final List<String> FORMATS = List.of("CSV", "JSON", "PARQUET", "ZIP", "TAR", "GEOJSON");
    private static final List<String> ROLES = List.of("collector", "annotator", "maintainer", "funder");

    private final int datasets;
    private final List<Node> tasks;
    private final List<Node> modalities;
    private final List<Node> annotations;
    private final List<Node> themes;

    Corpus(int datasets, Schemes schemes) {
        this.datasets = datasets;
        this.tasks = concepts(schemes, Schemes.TASKS);
        this.modalities = concepts(schemes, Schemes.MODALITIES);
        this.annotations = concepts(schemes, OWN + "annotation");
        this.themes = concepts(schemes, EU + "data-theme");
    }

    /**
     * What source {@code number} of {@link #SOURCES} says.
     *
     * @param edition of every hundredth dataset: another one has another title
     */
    Graph source(int number, int edition) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefix("dcat", DCAT.NS).setNsPrefix("dct", DCTerms.NS);
        Node catalogue = uri("https://example.org/bench/" + number + "/catalog");
        graph.add(catalogue, RDF.Nodes.type, DCAT.Catalog.asNode());
        graph.add(catalogue, DCTerms.title.asNode(), english("Benchmark catalogue " + number + " (example)"));
        IntStream.range(0, datasets)
                .filter(i -> i % SOURCES == number)
                .forEach(i -> new Described(graph, i, i / SOURCES % 100 == 0 ? edition : 0).addTo(catalogue));
        return graph;
    }

    /** Words that a person who knows these datasets would search for. */
    static List<String> searchWords() {
        List<String> words = new ArrayList<>(Phrases.THINGS_EN);
        words.addAll(Phrases.THINGS_SV);
        return words;
    }

    private static List<Node> concepts(Schemes schemes, String scheme) {
        return schemes.get(scheme).concepts().stream()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    /** One dataset; its own random numbers, so that it is the same in a corpus of any size. */
    private final class Described {
        private final Graph graph;
        private final int number;
        private final int edition;
        private final Random random;
        private final Node dataset;

        Described(Graph graph, int number, int edition) {
            this.graph = graph;
            this.number = number;
            this.edition = edition;
            this.random = new Random(SEED + number);
            this.dataset = uri("https://example.org/bench/dataset/" + number);
        }

        void addTo(Node catalogue) {
            graph.add(catalogue, DCAT.dataset.asNode(), dataset);
            words();
            context();
            subject();
            contribution();
            int distributions = 1 + random.nextInt(2);
            for (int i = 1; i <= distributions; i++) distribution(i);
        }

        private void words() {
            int thing = random.nextInt(Phrases.THINGS_EN.size());
            int place = random.nextInt(Phrases.PLACES.size());
            int manner = random.nextInt(Phrases.MANNERS_EN.size());
            String edited = edition == 0 ? "" : ", edition " + edition;
            add(RDF.Nodes.type, DCAT.Dataset.asNode());
            add(DCTerms.identifier.asNode(), NodeFactory.createLiteralString("bench-" + number));
            add(DCTerms.title.asNode(), english(Phrases.titleEn(thing, place, number) + edited));
            add(DCTerms.title.asNode(), swedish(Phrases.titleSv(thing, place, number) + edited));
            add(DCTerms.description.asNode(), english(Phrases.descriptionEn(thing, place, manner)));
            if (random.nextInt(3) == 0)
                add(DCTerms.description.asNode(), swedish(Phrases.descriptionSv(thing, place, manner)));
            add(DCAT.keyword.asNode(), english(Phrases.THINGS_EN.get(thing)));
            add(DCAT.keyword.asNode(), swedish(Phrases.THINGS_SV.get(thing)));
            add(DCAT.keyword.asNode(), english(Phrases.PLACES.get(place)));
        }

        private void context() {
            Node publisher = uri("https://example.org/bench/company/" + random.nextInt(40));
            graph.add(publisher, RDF.Nodes.type, FOAF.Organization.asNode());
            graph.add(
                    publisher,
                    FOAF.name.asNode(),
                    NodeFactory.createLiteralString(
                            "Company " + publisher.getURI().replaceFirst(".*/", "") + " AB (example)"));
            add(DCTerms.publisher.asNode(), publisher);
            add(DCAT.landingPage.asNode(), uri("https://example.org/bench/pages/" + number));
            add(DCTerms.issued.asNode(), date(2016 + random.nextInt(10)));
            add(DCTerms.modified.asNode(), date(2026));
            add(DCTerms.accessRights.asNode(), uri(EU + "access-right/PUBLIC"));
            add(DCTerms.language.asNode(), uri(EU + "language/" + one(List.of("SWE", "ENG", "DEU"))));
            add(DCTerms.spatial.asNode(), uri(EU + "country/" + one(PLACES)));
        }

        private void subject() {
            add(DCAT.theme.asNode(), one(themes));
            add(uri("http://w3id.org/mlso/hasModality"), one(modalities));
            add(Sam.annotationType, one(annotations));
            add(Sam.declaredTask, one(tasks));
            add(Sam.declaredTask, one(tasks));
        }

        private void contribution() {
            Node contribution = NodeFactory.createBlankNode();
            add(uri(PROV + "qualifiedAttribution"), contribution);
            graph.add(contribution, RDF.Nodes.type, uri(PROV + "Attribution"));
            graph.add(
                    contribution, uri(PROV + "agent"), uri("https://example.org/bench/company/" + random.nextInt(40)));
            graph.add(contribution, DCAT.hadRole.asNode(), uri(OWN + "role/" + one(ROLES)));
        }

        private void distribution(int part) {
            Node distribution = uri(dataset.getURI() + "/distribution/" + part);
            add(DCAT.distribution.asNode(), distribution);
            graph.add(distribution, RDF.Nodes.type, DCAT.Distribution.asNode());
            graph.add(distribution, DCTerms.title.asNode(), english("Part " + part));
            graph.add(distribution, DCTerms.license.asNode(), uri(one(LICENCES)));
            graph.add(distribution, DCAT.accessURL.asNode(), uri("https://example.org/bench/pages/" + number));
            graph.add(
                    distribution,
                    DCAT.downloadURL.asNode(),
                    uri("https://example.org/bench/files/" + number + "/" + part));
            graph.add(distribution, DCTerms.format.asNode(), uri(EU + "file-type/" + one(FORMATS)));
            graph.add(distribution, DCAT.byteSize.asNode(), count(random.nextInt(1_000_000_000)));
            graph.add(
                    distribution,
                    uri("http://data.europa.eu/it6/numberOfDatapoints"),
                    count(1 + random.nextInt(1_000_000)));
        }

        private void add(Node property, Node value) {
            graph.add(dataset, property, value);
        }

        private <T> T one(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private Node date(int year) {
            return typed(
                    "%d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28)),
                    XSDDatatype.XSDdate);
        }
    }

    private static Node count(long number) {
        return typed(Long.toString(number), XSDDatatype.XSDnonNegativeInteger);
    }

    private static Node typed(String text, RDFDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node english(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }

    private static Node swedish(String text) {
        return NodeFactory.createLiteralLang(text, "sv");
    }
}
