package samdata.harvester.protocol;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.eclipse.rdf4j.common.exception.RDF4JException;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;
import samdata.harvester.read.Iris;
import samdata.harvester.read.Reading;
import samdata.harvester.read.StandIns;
import samdata.harvester.source.Source;

/**
 * A catalogue in a SPARQL endpoint. A small one is taken whole in one CONSTRUCT. Of a larger one the datasets are taken
 * by pages of IRIs, so that blank nodes stay with their subject, and then what they refer to and what refers to them.
 * Every query is a CONSTRUCT, counts too: RDF4J's parser of XML results reads local files, and is never reached.
 */
public final class SparqlProtocol implements Protocol {
    private static final String ACCEPT = "application/n-triples, text/turtle;q=0.9";
    private static final String PREFIXES =
            "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX sam: <https://w3id.org/samdata/ns#> ";
    private static final Node COUNT = NodeFactory.createURI("urn:samdata:count");
    /** How far what is referred to is followed: dataset, distribution, feature or service, its own agent or quality. */
    private static final int HOPS = 4;

    private final long small;
    private final int page;

    public SparqlProtocol() {
        this(250_000, 200);
    }

    /**
     * @param small as many statements are asked for at once
     * @param page as many subjects are asked for at once in a larger catalogue
     */
    SparqlProtocol(long small, int page) {
        this.small = small;
        this.page = page;
    }

    @Override
    public String name() {
        return "sparql";
    }

    @Override
    public Reading read(Source source, Visit visit) throws Refusal {
        var repository = new SPARQLRepository(source.url().toString());
        repository.setHttpClient(new VisitClient(visit, ACCEPT));
        repository.init();
        try (var connection = repository.getConnection()) {
            var settings = connection.getParserConfig();
            settings.set(BasicParserSettings.VERIFY_URI_SYNTAX, false);
            settings.set(BasicParserSettings.VERIFY_RELATIVE_URIS, false);
            settings.set(BasicParserSettings.VERIFY_DATATYPE_VALUES, false);
            settings.set(BasicParserSettings.VERIFY_LANGUAGE_TAGS, false);
            return new Endpoint(source.url(), connection, visit).read();
        } catch (RDF4JException e) {
            throw refusal(source.url(), e);
        } finally {
            repository.shutDown();
        }
    }

    private static Refusal refusal(URI url, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal.Carried carried) return carried.refusal();
            if (cause instanceof Refusal.Stop stop) return stop.refusal();
        }
        return Refusal.rejected(url + " did not answer a SPARQL query with N-Triples or Turtle that can be read");
    }

    /** One endpoint being read. */
    private final class Endpoint {
        private final URI url;
        private final RepositoryConnection connection;
        private final Visit visit;
        private final Reading reading = new Reading();
        private final Set<String> asked = new HashSet<>();

        Endpoint(URI url, RepositoryConnection connection, Visit visit) {
            this.url = url;
            this.connection = connection;
            this.visit = visit;
        }

        Reading read() throws Refusal {
            // a default graph that is a union may hold a statement more than once; an answer holds it once
            long all = count("SELECT (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ?s ?p ?o WHERE { ?s ?p ?o } }");
            long datasets = count("SELECT (COUNT(DISTINCT ?d) AS ?n) WHERE { ?d a dcat:Dataset }");
            if (all <= small) whole(all);
            else byPages(datasets);
            visit.countDatasets(datasets);
            return reading;
        }

        private void whole(long expected) throws Refusal {
            construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }").forEach(reading.stated()::add);
            long came = (long) reading.stated().size() + reading.findings().size();
            if (came < expected)
                throw Refusal.rejected(url + " cut its answer off: " + came + " of " + expected + " statements came");
        }

        private void byPages(long expected) throws Refusal {
            var datasets = names("?x a dcat:Dataset");
            var roots = new TreeSet<>(datasets);
            roots.addAll(names("?x ?p ?d . ?d a dcat:Dataset"));
            // no VALUES can name a blank dataset, and no order of them holds from one query to the next
            construct(below("?root a dcat:Dataset . FILTER isBlank(?root)")).forEach(reading.stated()::add);
            describe(roots);
            for (int hop = 0; hop < HOPS; hop++) describe(referredTo());
            long came = datasets(reading).count();
            if (came < expected)
                throw Refusal.rejected(url + " cut its answers off: " + came + " of " + expected + " datasets came");
        }

        /** The named subjects of a pattern over {@code ?x}, by pages that begin after the last name of the page before. */
        private Set<String> names(String pattern) throws Refusal {
            var names = new TreeSet<String>();
            String last = "";
            while (true) {
                var found = construct("CONSTRUCT { ?x a dcat:Resource } WHERE { SELECT DISTINCT ?x WHERE { " + pattern
                                + " . FILTER(isIRI(?x) && STR(?x) > " + quoted(last) + ") } ORDER BY STR(?x) LIMIT "
                                + 10 * page + " }")
                        .stream()
                        .map(triple -> triple.getSubject().getURI())
                        .toList();
                if (!names.addAll(found)) return names;
                last = names.last();
            }
        }

        private void describe(Set<String> subjects) throws Refusal {
            var left = subjects.stream()
                    .filter(iri -> Iris.good(iri) && asked.add(iri))
                    .toList();
            for (int from = 0; from < left.size(); from += page) {
                var values = left.subList(from, Math.min(from + page, left.size())).stream()
                        .collect(Collectors.joining("> <", "VALUES ?root { <", "> }"));
                construct(below(values)).forEach(reading.stated()::add);
                visit.countDatasets(0);
            }
        }

        private Set<String> referredTo() {
            return reading.stated()
                    .find()
                    .filterDrop(triple -> triple.getPredicate().equals(RDF.Nodes.type))
                    .mapWith(Triple::getObject)
                    .filterKeep(Node::isURI)
                    .mapWith(Node::getURI)
                    .filterDrop(asked::contains)
                    .toSet();
        }

        private long count(String select) throws Refusal {
            return construct("CONSTRUCT { <urn:samdata:catalogue> <" + COUNT.getURI() + "> ?n } WHERE { " + select
                            + " }")
                    .stream()
                    .filter(triple -> triple.getPredicate().equals(COUNT))
                    .map(triple -> number(triple.getObject()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow(() -> Refusal.rejected(url + " does not count as SPARQL 1.1 says"));
        }

        /** The answer without the statements that hold what is no IRI; these are reported. */
        private List<Triple> construct(String query) throws Refusal {
            var sink = new Sink(visit);
            try {
                connection.prepareGraphQuery(PREFIXES + query).evaluate(sink);
            } catch (StackOverflowError e) {
                throw Refusal.rejected(url + " answered with RDF that is nested too deeply to be read");
            } catch (RuntimeException e) {
                throw refusal(url, e);
            }
            visit.countTriples(sink.triples.size());
            List<Triple> good = new ArrayList<>(sink.triples.size());
            for (Triple triple : sink.triples) {
                if (Iris.writable(triple)) good.add(triple);
                else
                    StandIns.report(
                            reading,
                            triple.getSubject().toString(),
                            Iris.unwritable(triple),
                            java.util.OptionalLong.empty());
            }
            return good;
        }
    }

    private static java.util.stream.Stream<Node> datasets(Reading reading) {
        return reading
                .stated()
                .find(Node.ANY, RDF.Nodes.type, DCAT.Dataset.asNode())
                .mapWith(Triple::getSubject)
                .toSet()
                .stream();
    }

    /** All statements of the roots, and of the blank nodes below them, three deep. */
    private static String below(String roots) {
        return "CONSTRUCT { ?s ?p ?o } WHERE { " + roots
                + " { ?root ?p ?o . BIND(?root AS ?s) }"
                + " UNION { ?root ?p1 ?s . FILTER isBlank(?s) ?s ?p ?o }"
                + " UNION { ?root ?p1 ?b1 . FILTER isBlank(?b1) ?b1 ?p2 ?s . FILTER isBlank(?s) ?s ?p ?o }"
                + " UNION { ?root ?p1 ?b1 . FILTER isBlank(?b1) ?b1 ?p2 ?b2 . FILTER isBlank(?b2)"
                + " ?b2 ?p3 ?s . FILTER isBlank(?s) ?s ?p ?o } }";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static Optional<Long> number(Node node) {
        try {
            return Optional.of(Long.parseLong(node.getLiteralLexicalForm()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** RDF4J's statements as Jena's; the two meet nowhere else. */
    private static final class Sink extends AbstractRDFHandler {
        private final Visit visit;
        private final List<Triple> triples = new ArrayList<>();
        private final Map<String, Node> blanks = new HashMap<>();

        Sink(Visit visit) {
            this.visit = visit;
        }

        @Override
        public void handleStatement(Statement statement) {
            try {
                visit.checkRoom(triples.size() + 1L);
            } catch (Refusal refusal) {
                throw new Refusal.Stop(refusal);
            }
            triples.add(Triple.create(
                    node(statement.getSubject()), node(statement.getPredicate()), node(statement.getObject())));
        }

        private Node node(Value value) {
            return switch (value) {
                case BNode blank -> blanks.computeIfAbsent(blank.getID(), id -> NodeFactory.createBlankNode());
                case Literal literal ->
                    literal.getLanguage()
                            .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
                            .orElseGet(() -> NodeFactory.createLiteralDT(
                                    literal.getLabel(),
                                    TypeMapper.getInstance()
                                            .getSafeTypeByName(
                                                    literal.getDatatype().stringValue())));
                default -> NodeFactory.createURI(value.stringValue());
            };
        }
    }
}
