package samdata.harvester.read;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import samdata.harvester.fetch.Document;
import samdata.harvester.fetch.Refusal;
import samdata.harvester.fetch.Visit;

/**
 * The statements of one document in any RDF syntax: all of them or a {@link Refusal}, except that an IRI which cannot be
 * one costs the statement it stands in.
 */
public final class RdfDocument {
    private static final Pattern XML_ENCODING = Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

    private static final Set<Lang> TURTLES = Set.of(Lang.TURTLE, Lang.TRIG);

    private final Document document;
    private final Lang lang;
    private final Visit visit;
    private final Reading reading;

    private RdfDocument(Document document, Lang lang, Visit visit, Reading reading) {
        this.document = document;
        this.lang = lang;
        this.visit = visit;
        this.reading = reading;
    }

    /** All its statements, those of named graphs among them. */
    public static List<Triple> triples(Document document, Visit visit, Reading reading) throws Refusal {
        return statements(document, visit, reading).all();
    }

    public static Statements statements(Document document, Visit visit, Reading reading) throws Refusal {
        if (document.notEmpty().isHtml())
            throw Refusal.rejected(document.url() + " answered with a web page (HTML), not with RDF");
        var lang = Syntax.of(document)
                .orElseThrow(() -> Refusal.rejected(document.url() + " answered with "
                        + (document.mediaType().isEmpty() ? "something" : document.mediaType())
                        + " that is no RDF syntax samdata reads (Turtle, RDF/XML, JSON-LD, N-Triples, TriG)"));
        var statements = new RdfDocument(document, lang, visit, reading).statements();
        if (TURTLES.contains(lang) && UnendedTurtle.is(document.ending())) takeUnended(document, statements, reading);
        visit.countTriples(statements.size());
        return statements;
    }

    private static void takeUnended(Document document, Statements statements, Reading reading) throws Refusal {
        if (!UnendedTurtle.isWhole(document.ending(), statements.all()))
            throw Refusal.rejected(document.url() + " is cut off in the middle: its last statement has no end");
        reading.leftOut(
                document.url().toString(),
                "The last statement has no end, as if the document were cut off. All datasets that its catalogue names are"
                        + " in it, so it was taken.",
                "End the last statement with a full stop.",
                OptionalLong.empty());
    }

    private Statements statements() throws Refusal {
        try {
            if (lang.equals(Lang.JSONLD)) return jsonLd();
            if (lang.equals(Lang.RDFXML)
                    && (MendedXml.hasDoctype(document.beginning()) || MendedXml.hasDoctype(document.open())))
                throw Refusal.rejected(
                        document.url() + " declares a DOCTYPE, which is refused: write every IRI in full");
            if (!plain()) return mended();
            try {
                return TURTLES.contains(lang) ? turtle() : parse(RDFParser.source(document.open()), new Sink());
            } catch (Unwritable | RiotException e) {
                return mended();
            }
        } catch (Refusal.Stop stop) {
            throw stop.refusal();
        } catch (RiotParseException e) {
            // the limit of the platform's XML reader, whose message names its settings
            if (String.valueOf(e.getOriginalMessage()).contains("maxElementDepth"))
                throw Refusal.rejected(document.url() + " is nested too deeply to be read");
            throw Refusal.rejected(document.url() + " is not readable " + lang.getLabel() + ": " + reason(e));
        } catch (StackOverflowError e) {
            throw Refusal.rejected(document.url() + " is nested too deeply to be read");
        } catch (UncheckedIOException e) {
            throw e; // what was fetched cannot be read back: that is our own fault
        } catch (RuntimeException e) {
            // what a hostile or broken document makes a parser throw says nothing about us
            throw Refusal.rejected(document.url() + " is not readable " + lang.getLabel()
                    + (e instanceof RiotException ? ": " + oneLine(e) : ""));
        }
    }

    private Statements jsonLd() throws Refusal {
        var json = inUnicode();
        JsonLdDocument.checkDepth(json, visit.settings().maxDepth(), document.url());
        var statements = JsonLdDocument.statements(json, document.url(), visit, reading);
        // what a broken service says about itself is JSON, too
        if (statements.size() == 0 && json.contains("\"") && !json.contains("\"@"))
            throw Refusal.rejected(document.url() + " answered with JSON that says nothing as JSON-LD:"
                    + " no @context gives its keys a meaning");
        return statements;
    }

    /** The slow way, taken when the quick one failed: what would stop the parser is kept out of its sight. */
    private Statements mended() throws Refusal {
        var standIns = new StandIns();
        var text = inUnicode();
        var mended = lang.equals(Lang.RDFXML)
                ? MendedXml.withoutDeclaration(MendedXml.of(text, standIns))
                : MendedTurtle.of(text, standIns, new LanguageTags(reading));
        return parse(RDFParser.create().source(new StringReader(mended)), new MendingSink(standIns));
    }

    /** As {@link #parse} does it, but quicker. */
    private Statements turtle() {
        var base = document.url().toString();
        var sink = new Sink();
        RDFParserRegistry.getFactory(lang)
                .create(lang, new PlainIris(base, new Strict()))
                .read(document.open(), base, lang.getContentType(), sink, RIOT.getContext());
        return sink.told();
    }

    private Statements parse(RDFParserBuilder source, Sink sink) {
        source.forceLang(lang)
                .base(document.url().toString())
                .checking(false)
                .errorHandler(new Strict())
                .build()
                .parse(sink);
        return sink.told();
    }

    /** Whether the parser can be given the bytes as they are: XML says its own encoding, all else is UTF-8. */
    private boolean plain() {
        if (lang.equals(Lang.RDFXML))
            return document.charset().isEmpty()
                    || document.charset().get().equals(StandardCharsets.UTF_8)
                    || XML_ENCODING.matcher(document.beginning()).find();
        return isUtf8();
    }

    private boolean isUtf8() {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.allocate(1 << 16);
        var chars = CharBuffer.allocate(1 << 16);
        try (var in = document.open()) {
            for (int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                    n >= 0;
                    n = in.read(bytes.array(), bytes.position(), bytes.remaining())) {
                bytes.limit(bytes.position() + n).position(0);
                if (decoder.decode(bytes, chars.clear(), false).isError()) return false;
                bytes.compact();
            }
            return decoder.decode(bytes.flip(), chars.clear(), true).isUnderflow();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read back what was fetched from " + document.url(), e);
        }
    }

    private String inUnicode() throws Refusal {
        var bytes = document.content();
        for (Charset charset :
                List.of(declared(), StandardCharsets.UTF_8, document.charset().orElse(declared()))) {
            try {
                return charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                // the next one may be meant
            }
        }
        throw Refusal.rejected(document.url() + " is not written in UTF-8, nor in a charset it states");
    }

    private Charset declared() {
        if (!lang.equals(Lang.RDFXML)) return StandardCharsets.UTF_8;
        var encoding = XML_ENCODING.matcher(document.beginning());
        if (!encoding.find()) return document.charset().orElse(StandardCharsets.UTF_8);
        return Optional.of(encoding.group(1))
                .filter(RdfDocument::isCharset)
                .map(Charset::forName)
                .orElse(StandardCharsets.UTF_8);
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String reason(RiotParseException e) {
        var text = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        return (e.getLine() > 0 ? "line " + e.getLine() + ", column " + e.getCol() + ": " : "") + shortened(text);
    }

    private static String oneLine(RuntimeException e) {
        // a wrapped exception brings its class name in front
        var text = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return shortened(text.replaceFirst("^(?:[a-z]\\w*\\.)+[A-Z]\\w*(?::\\s*|$)", ""));
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "...";
    }

    /** Collects; stops at a cap and at an IRI that no syntax can write. */
    private class Sink extends StreamRDFBase {
        final Statements statements = new Statements();
        private final List<Triple> tooLong = new ArrayList<>();
        private long count;

        /** Once all is read: what is told of a document that is then read the slow way would be told twice. */
        Statements told() {
            var tags = new LanguageTags(reading);
            for (Triple words : tooLong)
                tags.tooLong(words.getObject().getLiteralLanguage(), subject(words.getSubject()));
            return statements;
        }

        private static String subject(Node node) {
            return node.isURI() ? node.getURI() : "";
        }

        @Override
        public void triple(Triple triple) {
            take(null, triple);
        }

        @Override
        public void quad(Quad quad) {
            take(quad.isDefaultGraph() ? null : quad.getGraph(), quad.asTriple());
        }

        void take(@Nullable Node graph, Triple triple) {
            if (!Iris.writable(triple)) throw new Unwritable();
            add(graph, triple);
        }

        void add(@Nullable Node graph, Triple triple) {
            try {
                visit.checkRoom(++count);
            } catch (Refusal refusal) {
                throw new Refusal.Stop(refusal);
            }
            if (triple.getObject().isLiteral()
                    && LanguageTags.isTooLong(triple.getObject().getLiteralLanguage())) tooLong.add(triple);
            statements.add(graph, reading.shared().one(triple));
        }
    }

    /** Collects what is good and reports the rest. */
    private final class MendingSink extends Sink {
        private final StandIns standIns;

        MendingSink(StandIns standIns) {
            this.standIns = standIns;
        }

        @Override
        void take(@Nullable Node graph, Triple triple) {
            // a graph whose name cannot be one says its statements all the same
            var name = graph == null ? null : standIns.restore(graph).orElse(null);
            standIns.restore(triple, reading).ifPresent(restored -> keep(name, restored));
        }

        private void keep(@Nullable Node graph, Triple triple) {
            if (Iris.writable(triple)) add(graph, triple);
            else
                StandIns.report(reading, triple.getSubject().toString(), Iris.unwritable(triple), OptionalLong.empty());
        }
    }

    private static final class Unwritable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unwritable() {
            super(null, null, false, false);
        }
    }

    /** Warnings are of no use to anybody here; errors end the parse. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(String message, long line, long col) {}

        @Override
        public void error(String message, long line, long col) {
            throw new RiotParseException(message, line, col);
        }

        @Override
        public void fatal(String message, long line, long col) {
            throw new RiotParseException(message, line, col);
        }
    }
}
