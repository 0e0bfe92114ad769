package samdata.harvester.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import samdata.harvester.run.Progress;

/**
 * The only door to other machines. It connects to nothing but an address its {@link AddressRule} permits, the very one
 * that was checked, and follows no redirect, keeps no cookie and sends no credential by itself.
 */
public final class Fetcher implements AutoCloseable {
    private final FetchSettings settings;
    private final CloseableHttpClient client;
    private final Alarms alarms;
    private final Path spool;
    private final AddressRule addresses;

    /**
     * @param version of samdata, told to every server and to robots.txt as {@code samdata/version}
     * @param data the data folder, in whose {@code tmp/} large documents wait to be read; what is left there is removed
     */
    public Fetcher(FetchSettings settings, AddressRule addresses, String version, Path data) {
        this(settings, addresses, Connections.Trust.ofTheSystem(), version, data.resolve("tmp"));
    }

    /** As the other, but without a data folder: large documents wait in a folder of the system for what is temporary. */
    public Fetcher(FetchSettings settings, AddressRule addresses, String version) {
        this(settings, addresses, Connections.Trust.ofTheSystem(), version, temporary());
    }

    Fetcher(FetchSettings settings, AddressRule addresses, Connections.Trust trust, String version, Path spool) {
        this.settings = settings;
        this.spool = spool;
        this.addresses = addresses;
        Spool.empty(spool);
        this.client = Connections.client(addresses, trust, settings.stall(), "samdata/" + version);
        this.alarms = new Alarms("fetch-deadline");
    }

    public FetchSettings settings() {
        return settings;
    }

    /** Why nothing at this address would be fetched, as far as the address itself tells: no name is looked up. */
    public Optional<String> refuses(URI url) {
        try {
            var host = WebAddress.fetchable(url).getHost();
            if (!addresses.forbids(host)) return Optional.empty();
            return Optional.of(url + " is refused: " + host
                    + " is no public address and not in a range the operator allows (--allow-address)");
        } catch (Refusal refusal) {
            return Optional.of(refusal.why());
        }
    }

    /** One use of the fetcher, with its own budget. */
    public Visit visit(Progress progress) {
        return visit(progress, Turn.alone(settings.deadline()));
    }

    /** One harvest's use of the fetcher, with its own budget of bytes and pages and the time of its turn. */
    public Visit visit(Progress progress, Turn turn) {
        var budget = new Budget(settings, turn);
        var spooled = new Spool(spool);
        var exchange = new Exchange(client, alarms, settings, budget, turn, spooled);
        return new Visit(exchange, budget, turn, spooled, settings, progress);
    }

    @Override
    public void close() {
        alarms.close();
        try {
            client.close();
            Files.deleteIfExists(spool);
        } catch (IOException e) {
            // nothing is lost with a connection that would not close, or a folder that a visit still uses
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("samdata-");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for what is fetched", e);
        }
    }
}
