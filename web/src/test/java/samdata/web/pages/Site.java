package samdata.web.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import samdata.catalog.Catalog;
import samdata.harvester.run.Progress;
import samdata.harvester.source.Source;
import samdata.web.RunningServer;
import samdata.web.demo.Companies;
import samdata.web.demo.Company;

/** A whole samdata over the example companies, harvested over HTTP, and one company that writes what breaks pages. */
final class Site implements AutoCloseable {
    private static final String HOSTILE = """
            <https://hostile.example/d/1> a dcat:Dataset ;
                dct:title "Quokka <script>alert('title')</script> \\"quoted\\" & 'single'" ;
                dct:description "<img src=x onerror=alert(1)> quokka & co" ;
                dcat:keyword "\\"><script>alert('keyword')</script>" ;
                dct:publisher <https://hostile.example/p> ;
                dcat:landingPage <javascript:alert('landing')> ;
                dcat:distribution <https://hostile.example/d/1/file> .
            <https://hostile.example/d/2> a dcat:Dataset ; dct:title "Half licensed wombat" ;
                dcat:distribution <https://hostile.example/d/2/a> , <https://hostile.example/d/2/b> .
            <https://hostile.example/d/2/a> a dcat:Distribution ; dct:title "Open part" ; dct:license <https://w3id.org/samdata/licence/CC-BY-4.0> .
            <https://hostile.example/d/2/b> a dcat:Distribution ; dct:title "Silent part" .
            <https://hostile.example/p> foaf:name "<b onclick='x'>Bobby</b>" .
            <https://hostile.example/d/1/file> a dcat:Distribution ;
                dcat:accessURL <javascript:alert(document.cookie)> , <data:text/html,hello> , <https://hostile.example/ok?a=1&b=%22x> ;
                dct:license "do <i>what</i> you want" .
            """;

    private final Companies companies;
    private final RunningServer server;

    private Site(Companies companies, RunningServer server) {
        this.companies = companies;
        this.server = server;
    }

    static Site over(Path folder) {
        return on(folder, 0);
    }

    private static Site on(Path folder, int port) {
        try {
            Companies companies = Companies.startAnywhere();
            RunningServer server =
                    RunningServer.over(folder, "port", Integer.toString(port), "preview.allow-address", "127.0.0.0/8");
            for (Company company : companies.list()) {
                String url = company.url().toString();
                server.harvests().register(Source.of(company.id(), url, company.protocol(), null, "never", null));
                server.harvests().run(company.id(), Progress.NONE);
            }
            return new Site(companies, server.with("hostile", HOSTILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Catalog catalog() {
        return server.catalog();
    }

    RunningServer server() {
        return server;
    }

    String url() {
        return server.url("");
    }

    /** The page as a browser of an English reader gets it. */
    String page(String path) {
        return server.get(path, "Accept", "text/html", "Accept-Language", "en").body();
    }

    @Override
    public void close() {
        server.close();
        companies.close();
    }

    /** Serves until it is stopped, for looking at the pages. */
    public static void main(String[] args) throws InterruptedException {
        Site site = on(Path.of(args[0]), Integer.parseInt(args[1]));
        System.out.println("ready on " + site.url());
        Thread.currentThread().join();
    }
}
