package samdata.web.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samdata.vocab.Schemes;
import samdata.web.demo.Company;
import samdata.web.demo.Style;

final class BareTest {
    private final Graph described = new Corpus(200, Schemes.load()).source(0, 0);

    @Test
    void everyStatementOfEverySourceIsParsedCheckedAndStored(@TempDir Path work) throws Exception {
        Path folder = Files.createDirectories(work.resolve("bare"));

        Bare.Cost cost = cost(folder);

        Dataset stored = PlainFuseki.store(folder);
        for (String source : List.of("urn:bench:source:0", "urn:bench:source:1"))
            Txn.executeRead(
                    stored,
                    () -> assertThat(stored.asDatasetGraph()
                                    .getGraph(NodeFactory.createURI(source))
                                    .size())
                            .isGreaterThanOrEqualTo(described.size()));
        assertThat(List.of(cost.parsing(), cost.checking(), cost.storing(), cost.parsingAgain()))
                .allSatisfy(seconds -> assertThat(seconds).isPositive());
        assertThat(cost.sum()).isGreaterThan(cost.parsingAgain());
    }

    private Bare.Cost cost(Path folder) throws Exception {
        try (Company one = Company.start("one", Style.dcat(20), described, 0);
                Company other = Company.start("other", Style.dcat(20), described, 0);
                Bare bare = new Bare(folder, List.of("dcat-ap", "samdata"))) {
            List<URI> catalogues = List.of(one.url(), other.url());
            return new ObjectMapper().readValue(bare.measured(catalogues), Bare.Cost.class);
        }
    }
}
