package samdata.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import samdata.harvester.run.Run;
import samdata.harvester.source.Source;
import samdata.web.demo.Companies;
import samdata.web.demo.Company;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Shows the main job: starts the endpoints of four example companies (DCAT in hydra pages, SPARQL,"
                        + " CKAN, Croissant pages), harvests them into a fresh store in DATA/demo, and serves it. Ctrl-C ends it.",
        footer = {
            "",
            "Examples:",
            "  ./samdata demo",
            "  ./samdata demo --port 0",
            "  ./samdata serve --data data/demo --allow-address 127.0.0.0/8   (afterwards, the same data again)"
        })
final class DemoCommand implements Callable<Integer> {
    private static final String LOOPBACK = "127.0.0.0/8";

    private final Opener opener;
    private final boolean terminal;

    @Mixin
    private CommonFlags flags = new CommonFlags();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DemoCommand(Opener opener, boolean terminal) {
        this.opener = opener;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = DemoFolder.emptied(Path.of(flags.settings().getOrDefault("data", "data")));
        try (Companies companies = Companies.start()) {
            Opened opened = opener.open(settings(folder), true);
            if (!harvested(opened, companies)) {
                opened.close();
                return Cli.FAILED;
            }
            ServeCommand.serve(opened, spec.commandLine().getOut());
            return 0;
        }
    }

    private boolean harvested(Opened opened, Companies companies) {
        PrintWriter out = spec.commandLine().getOut();
        for (Company company : companies.list()) {
            out.println(company.id() + ": serves " + company.protocol() + " at " + company.url());
            opened.sources().add(source(company));
        }
        out.flush();
        List<String> ids = companies.list().stream().map(Company::id).toList();
        List<Run> runs = HarvestCommand.harvest(ids, opened, terminal, out);
        return runs.stream().allMatch(Told::well);
    }

    private static Source source(Company company) {
        return Source.of(company.id(), company.url().toString(), company.protocol(), null, null, null);
    }

    private Map<String, String> settings(Path folder) {
        Map<String, String> settings = new LinkedHashMap<>(flags.settings());
        settings.put("data", folder.toString());
        for (String may : List.of("allow-address", "preview.allow-address"))
            settings.merge(may, LOOPBACK, (given, ours) -> given + "," + ours);
        return settings;
    }
}
