package samdata.catalog.identity;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * Three sources with invented datasets, the same for the same seed: originals, the same data described again elsewhere
 * under other IRIs, identifiers and titles and partly in another language, and what only looks alike.
 */
final class Planted {
    static final List<String> SOURCES = List.of("north", "south", "west");
    private static final int ORIGINALS = 300;
    private static final int SERIES = 24;

    final Map<String, Graph> graphs = new HashMap<>();
    /** Pairs of IRIs, the lesser first. */
    final Set<List<String>> same = new HashSet<>();

    private final Random random;
    private int number;

    Planted(long seed) {
        this(seed, ORIGINALS, SERIES);
    }

    Planted(long seed, int originals, int many) {
        random = new Random(seed);
        SOURCES.forEach(source -> graphs.put(source, GraphFactory.createDefaultGraph()));
        for (int i = 0; i < originals; i++) spread(new Data());
        for (int i = 0; i < many; i++) series(i % 3);
        for (int i = 0; i < many; i++) onSharedPages();
    }

    Graph said(String source) {
        return Objects.requireNonNull(graphs.get(source));
    }

    /** The data, whoever describes them. */
    private final class Data {
        Phrases.Said thing = one(Phrases.THINGS);
        String place = one(Phrases.PLACES);
        String body = one(Phrases.BODIES);
        List<Phrases.Said> sentences = some(Phrases.SENTENCES, 3 + random.nextInt(3));
        int first = 11 + random.nextInt(900);
        int second = 11 + random.nextInt(900);
        int year = random.nextInt(3) == 0 ? 2010 + random.nextInt(14) : 0;
        boolean boilerplate = random.nextInt(4) == 0;
        String page = "pages.example.org/data/" + ++number;
        String file = "files.example.org/" + number + "/records-" + number + ".csv";
        String doi = random.nextInt(2) == 0 ? "10." + (5000 + number) + "/Data." + number : "";
        String sum = random.nextInt(2) == 0 ? "%040x".formatted(new BigInteger(150, random)) : "";
        String service = "";
        int rows = 1000 + random.nextInt(900000);
        int bytes = 100000 + random.nextInt(90000000);

        String description(String lang, String where) {
            StringBuilder text = new StringBuilder();
            for (Phrases.Said sentence : sentences)
                text.append(sentence.in(lang)
                                .replace("{0}", where)
                                .replace("{1}", "" + first)
                                .replace("{2}", "" + second)
                                .replace("{3}", body)
                                .replace("{4}", thing.in(lang)))
                        .append(' ');
            if (boilerplate) text.append(Phrases.BOILERPLATE.in(lang).replace("{0}", where));
            return text.toString();
        }
    }

    /** One original, in half of the cases described once more, in a sixth twice more. */
    private void spread(Data data) {
        List<String> sources = new ArrayList<>(SOURCES);
        Collections.shuffle(sources, random);
        List<String> iris = new ArrayList<>(List.of(write(data, sources.get(0), "en", 0)));
        int more = random.nextInt(6);
        if (more < 4) iris.add(write(data, sources.get(1), random.nextInt(5) < 2 ? "sv" : "en", 1));
        if (more < 1) iris.add(write(data, sources.get(2), random.nextInt(2) == 0 ? "de" : "en", 2));
        for (String one : iris) for (String other : iris) if (one.compareTo(other) < 0) same.add(List.of(one, other));
    }

    /** Parts that differ by the year, the place or nothing but the title's number, in one source and in two others. */
    private void series(int kind) {
        Data first = new Data();
        first.boilerplate = true;
        for (int part = 0; part < 6; part++) {
            Data data = new Data();
            Data sibling = copy(first, data);
            sibling.year = kind == 0 ? 2012 + part : 0;
            sibling.place = kind == 1 ? Phrases.PLACES.get(part * 3) : first.place;
            String source = SOURCES.get(part < 4 ? 0 : part - 3);
            String iri = write(sibling, source, part == 5 ? "sv" : "en", kind == 2 ? 10 + part : 0);
            if (part == 1) {
                sibling.doi = "10.7777/s." + number;
                String again = write(sibling, "west", "en", kind == 2 ? 20 + part : 0);
                String with = write(sibling, "south", "de", kind == 2 ? 20 + part : 0);
                same.add(again.compareTo(with) < 0 ? List.of(again, with) : List.of(with, again));
                // the first one shares neither DOI nor file with them, yet is the same by all that it says
                same.add(iri.compareTo(again) < 0 ? List.of(iri, again) : List.of(again, iri));
                same.add(iri.compareTo(with) < 0 ? List.of(iri, with) : List.of(with, iri));
            }
        }
    }

    /** The same template, landing page, service and publisher; other data. */
    private Data copy(Data template, Data own) {
        own.page = "portal.example.org/series";
        own.service = "api.example.org/query";
        own.doi = "";
        own.boilerplate = template.boilerplate;
        own.thing = template.thing;
        own.place = template.place;
        own.body = template.body;
        own.sentences = template.sentences;
        own.first = template.first;
        own.second = template.second;
        return own;
    }

    /** Two different datasets of two sources that the same portal's front page and service are stated of. */
    private void onSharedPages() {
        for (String source : SOURCES) {
            Data data = new Data();
            data.page = "portal.example.org";
            data.service = "api.example.org/sparql";
            write(data, source, one(List.of("en", "sv")), 0);
        }
    }

    /** @param retold 0 as the first who tells, else another way */
    private String write(Data data, String source, String lang, int retold) {
        Graph graph = said(source);
        String iri = "https://" + source + ".example/" + (retold == 0 ? "dataset/" : "id/") + ++number * 7;
        Node dataset = uri(iri);
        graph.add(dataset, RDF.Nodes.type, DCAT.Dataset.asNode());
        graph.add(dataset, DCTerms.title.asNode(), text(title(data, lang, retold), lang));
        graph.add(dataset, DCTerms.description.asNode(), text(retell(data, lang, retold), lang));
        graph.add(dataset, DCTerms.identifier.asNode(), NodeFactory.createLiteralString("" + number % 50));
        graph.add(dataset, DCAT.keyword.asNode(), text(data.thing.in(lang), lang));
        graph.add(dataset, DCAT.keyword.asNode(), text(data.place, lang));
        Node publisher = uri("https://" + source + ".example/org/" + Phrases.BODIES.indexOf(data.body));
        graph.add(dataset, DCTerms.publisher.asNode(), publisher);
        graph.add(publisher, FOAF.name.asNode(), text(retold == 2 ? source + " portal" : data.body, ""));
        evidence(data, graph, dataset, lang, retold);
        return iri;
    }

    private void evidence(Data data, Graph graph, Node dataset, String lang, int retold) {
        boolean translated = !lang.equals("en");
        int kept = random.nextInt(4);
        if (!data.doi.isEmpty())
            graph.add(
                    dataset,
                    retold == 0 ? DCTerms.identifier.asNode() : uri("http://www.w3.org/ns/adms#identifier"),
                    retold == 0
                            ? NodeFactory.createLiteralString("doi:" + data.doi)
                            : uri("https://doi.org/" + data.doi.toLowerCase(Locale.ROOT)));
        if (retold == 0 || kept != 0 || (translated && data.doi.isEmpty()))
            graph.add(
                    dataset,
                    DCAT.landingPage.asNode(),
                    uri(
                            retold == 0
                                    ? "https://www." + data.page + "/"
                                    : "http://" + data.page.replaceFirst("/", "/" + lang + "/") + "?utm_source="
                                            + retold));
        Node distribution = uri(dataset.getURI() + "/file");
        graph.add(dataset, DCAT.distribution.asNode(), distribution);
        graph.add(distribution, RDF.Nodes.type, DCAT.Distribution.asNode());
        if (!data.service.isEmpty()) graph.add(distribution, DCAT.accessURL.asNode(), uri("https://" + data.service));
        if (retold == 0 || kept > 1) graph.add(distribution, DCAT.downloadURL.asNode(), uri("https://" + data.file));
        if (!data.sum.isEmpty() && (retold == 0 || kept != 2)) {
            Node checksum = uri(dataset.getURI() + "/sum");
            graph.add(distribution, uri("http://spdx.org/rdf/terms#checksum"), checksum);
            graph.add(
                    checksum,
                    uri("http://spdx.org/rdf/terms#checksumValue"),
                    NodeFactory.createLiteralString(retold == 0 ? data.sum : data.sum.toUpperCase(Locale.ROOT)));
        }
        if (retold == 0 || kept > 1)
            graph.add(distribution, DCAT.byteSize.asNode(), NodeFactory.createLiteralString("" + data.bytes));
        if (kept != 3)
            graph.add(
                    dataset,
                    uri("http://data.europa.eu/it6/numberOfDatapoints"),
                    NodeFactory.createLiteralString("" + data.rows));
    }

    private String title(Data data, String lang, int retold) {
        String year = data.year == 0 ? "" : " " + data.year;
        String thing = data.thing.in(lang);
        return switch (retold) {
            case 0 -> capital(thing) + ", " + data.place + year;
            case 1 -> data.place + ": " + thing + year;
            case 2 -> capital(thing) + " (" + data.body + ")";
            default -> capital(thing) + ", " + data.place + ", no. " + retold % 10;
        };
    }

    /** As another editor would have it: a sentence left out or put at the end, a word changed here and there. */
    private String retell(Data data, String lang, int retold) {
        String told = data.description(lang, data.place).strip();
        if (retold == 0 || retold >= 10) return told;
        List<String> words = new ArrayList<>(List.of(told.split(" ")));
        for (int i = 1; i < words.size(); i++)
            if (random.nextInt(40) == 0 && Character.isLowerCase(words.get(i).charAt(0))) words.remove(i);
        return String.join(" ", words) + (random.nextInt(3) == 0 ? " Contact the office for questions." : "");
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> List<T> some(List<T> list, int many) {
        List<T> all = new ArrayList<>(list);
        Collections.shuffle(all, random);
        return new ArrayList<>(all.subList(0, many));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Node text(String text, String lang) {
        return lang.isEmpty() ? NodeFactory.createLiteralString(text) : NodeFactory.createLiteralLang(text, lang);
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
