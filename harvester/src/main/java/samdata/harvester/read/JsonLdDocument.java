package samdata.harvester.read;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.processor.ToRdfProcessor;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;

/** JSON-LD 1.1 read with bundled contexts alone: a context that is not one of them refuses the document. */
public final class JsonLdDocument {
    /** A compact IRI begins so, too. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z_][A-Za-z0-9+._-]*:");

    private JsonLdDocument() {}

    /**
     * All its statements, those of named graphs among them.
     *
     * @param json whose nesting has been found to be within the cap
     */
    public static List<Triple> triples(String json, URI base, Visit visit, Reading reading) throws Refusal {
        return statements(json, base, visit, reading).all();
    }

    /** @param json whose nesting has been found to be within the cap */
    static Statements statements(String json, URI base, Visit visit, Reading reading) throws Refusal {
        var sink = new Sink(visit, reading);
        try {
            var expanded = LanguageTags.mended(expanded(json, base, reading), reading);
            ToRdfProcessor.toRdf(sink, expanded, options());
        } catch (JsonLdError e) {
            throw Refusal.rejected(base + " is not readable JSON-LD: " + reason(e));
        } catch (Refusal.Stop stop) {
            throw stop.refusal();
        } catch (RuntimeException | StackOverflowError e) {
            // what a broken document makes the library throw says nothing about us
            throw Refusal.rejected(base + " is not readable JSON-LD: it is JSON, but not built as JSON-LD is");
        }
        return sink.statements;
    }

    private static JsonArray expanded(String json, URI base, Reading reading) throws JsonLdError {
        var document = JsonDocument.of(new StringReader(json));
        boolean named = document.getJsonContent().stream().anyMatch(JsonLdDocument::namesByDocument);
        return RelativeIris.resolved(named ? against(base, document) : alone(base, document), base, reading);
    }

    /** Leaves relative IRIs as they are written, unless a context says something that has no meaning without a base. */
    private static JsonArray alone(URI base, JsonDocument document) throws JsonLdError {
        try {
            return JsonLd.expand(document).options(options()).get();
        } catch (JsonLdError e) {
            return switch (e.getCode()) {
                case INVALID_BASE_IRI, INVALID_VOCAB_MAPPING -> against(base, document);
                default -> throw e;
            };
        }
    }

    private static JsonArray against(URI base, JsonDocument document) throws JsonLdError {
        var options = options();
        options.setBase(base);
        return JsonLd.expand(document).options(options).get();
    }

    /** Whether properties are named by the address of the document: expanded without it they would not be there. */
    private static boolean namesByDocument(JsonValue value) {
        return switch (value) {
            case JsonArray array -> array.stream().anyMatch(JsonLdDocument::namesByDocument);
            case JsonObject object ->
                isRelative(object.get("@vocab")) || object.values().stream().anyMatch(JsonLdDocument::namesByDocument);
            default -> false;
        };
    }

    private static boolean isRelative(@Nullable JsonValue vocabulary) {
        return vocabulary instanceof JsonString text
                && !SCHEME.matcher(text.getString()).lookingAt();
    }

    private static JsonLdOptions options() {
        var options = new JsonLdOptions(JsonLdContexts.loader());
        // full validation would drop what it dislikes without a word
        options.setUriValidation(UriValidationPolicy.None);
        return options;
    }

    /** @throws Refusal when {@code json} nests deeper than {@code max} */
    public static void checkDepth(String json, int max, URI url) throws Refusal {
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString && c == '\\') i++;
            else if (c == '"') inString = !inString;
            else if (!inString && (c == '{' || c == '[')) depth++;
            else if (!inString && (c == '}' || c == ']')) depth--;
            if (depth > max) throw Refusal.rejected(url + " nests deeper than " + max + " levels (harvest.max-depth)");
        }
    }

    private static String reason(JsonLdError error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage());
            if (message.startsWith(JsonLdContexts.UNKNOWN)) return message;
            if (cause instanceof jakarta.json.stream.JsonParsingException parsing)
                return "the JSON is broken at line " + parsing.getLocation().getLineNumber() + ", column "
                        + parsing.getLocation().getColumnNumber();
            if (cause instanceof jakarta.json.JsonException) return "the JSON is broken or ends in the middle";
        }
        return error.getCode().toString().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /** Takes Titanium's quads as Jena triples; what cannot be an IRI costs its statement and is reported. */
    private static final class Sink implements RdfQuadConsumer {
        private final Visit visit;
        private final Reading reading;
        private final Statements statements = new Statements();
        private long count;
        private final Map<String, Node> blanks = new HashMap<>();

        Sink(Visit visit, Reading reading) {
            this.visit = visit;
            this.reading = reading;
        }

        @Override
        public RdfQuadConsumer quad(
                String subject,
                String predicate,
                String object,
                @Nullable String datatype,
                @Nullable String language,
                @Nullable String direction,
                @Nullable String graph) {
            try {
                visit.checkRoom(++count);
            } catch (Refusal refusal) {
                throw new Refusal.Stop(refusal);
            }
            boolean literal = RdfQuadConsumer.isLiteral(datatype, language, direction);
            for (String iri : literal ? List.of(subject, predicate) : List.of(subject, predicate, object)) {
                // JSON-LD 1.1 §1.4: a property that is a blank node is no RDF
                if (Iris.good(iri) || (RdfQuadConsumer.isBlank(iri) && !iri.equals(predicate))) continue;
                StandIns.report(reading, subject, iri, OptionalLong.empty());
                return this;
            }
            statements.add(
                    graph == null ? null : node(graph),
                    Triple.create(
                            node(subject),
                            node(predicate),
                            literal ? literal(object, datatype, language) : node(object)));
            return this;
        }

        private Node node(String name) {
            return RdfQuadConsumer.isBlank(name)
                    ? blanks.computeIfAbsent(name, label -> NodeFactory.createBlankNode())
                    : NodeFactory.createURI(name);
        }

        private static Node literal(String lexical, @Nullable String datatype, @Nullable String language) {
            if (language != null && !language.isEmpty()) return NodeFactory.createLiteralLang(lexical, language);
            if (datatype == null || datatype.equals(RDF.langString.getURI()) || !Iris.good(datatype))
                return NodeFactory.createLiteralString(lexical);
            return NodeFactory.createLiteralDT(lexical, TypeMapper.getInstance().getSafeTypeByName(datatype));
        }
    }
}
