package samdata.catalog.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIs;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.system.CDTAwareParserProfile;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;

/** What an operator's file of Turtle states, and on which line each statement begins to be known, from 1. */
record ShapesFile(Graph graph, Map<Triple, Long> lines) {

    /** @throws RuntimeException when it is no Turtle */
    static ShapesFile read(Path file) throws IOException {
        String base = file.toUri().toString();
        ShapesFile read = new ShapesFile(GraphFactory.createDefaultGraph(), new HashMap<>());
        try (InputStream in = Files.newInputStream(file)) {
            RDFParserRegistry.getFactory(Lang.TURTLE)
                    .create(Lang.TURTLE, new Lines(base, read.lines()))
                    .read(in, base, Lang.TURTLE.getContentType(), StreamRDFLib.graph(read.graph()), RIOT.getContext());
        }
        return read;
    }

    OptionalLong line(Triple statement) {
        Long line = lines.get(statement);
        return line == null ? OptionalLong.empty() : OptionalLong.of(line);
    }

    /** Where the first statement of a node stands that has this property. */
    OptionalLong line(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .filter(lines::containsKey)
                .mapToLong(lines::get)
                .min();
    }

    /** Notes the line of each statement that is made. */
    private static final class Lines extends CDTAwareParserProfile {
        private final Map<Triple, Long> lines;

        Lines(String base, Map<Triple, Long> lines) {
            super(
                    RiotLib.factoryRDF(),
                    ErrorHandlerFactory.errorHandlerSimple(),
                    IRIxResolver.create(IRIs.toBase(base)).allowRelative(false).build(),
                    PrefixMapFactory.create(),
                    RIOT.getContext().copy(),
                    true,
                    false);
            this.lines = lines;
        }

        @Override
        public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
            Triple triple = super.createTriple(subject, predicate, object, line, column);
            lines.putIfAbsent(triple, line);
            return triple;
        }
    }
}
