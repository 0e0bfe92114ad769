package samdata.harvester;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The only door to other machines. It connects to nothing but an address its {@link AddressRule} permits, the very one
 * that was checked, and follows no redirect, keeps no cookie and sends no credential by itself.
 */
public final class Fetcher implements AutoCloseable {
    private final FetchSettings settings;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch;

    /** @param version of samdata, told to every server and to robots.txt as {@code samdata/version} */
    public Fetcher(FetchSettings settings, AddressRule addresses, String version) {
        this.settings = settings;
        var stall = Timeout.of(settings.stall());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new VettedNames(addresses))
                // more than there are harvests, each of which asks for one thing at a time: none waits for another's
                .setMaxConnTotal(256)
                .setMaxConnPerRoute(128)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(stall).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(stall)
                        .setSocketTimeout(stall)
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("samdata/" + version)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("fetch-deadline").daemon().factory());
    }

    public FetchSettings settings() {
        return settings;
    }

    /** One use of the fetcher, with its own budget. */
    Visit visit(Progress progress) {
        return visit(progress, Turn.alone(settings.deadline()));
    }

    /** One harvest's use of the fetcher, with its own budget of bytes and pages and the time of its turn. */
    Visit visit(Progress progress, Turn turn) {
        return visit(progress, turn, settings);
    }

    /** As {@link #visit(Progress, Turn)}, with another budget of bytes and pages. */
    Visit visit(Progress progress, Turn turn, FetchSettings budget) {
        return new Visit(client, watch, budget, progress, turn);
    }

    @Override
    public void close() {
        watch.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            // nothing is lost with a connection that would not close
        }
    }

    /** A name is given its addresses only when every one of them is permitted. */
    private record VettedNames(AddressRule rule) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = InetAddress.getAllByName(host);
            for (var address : addresses) {
                if (!rule.permits(address)) throw new ForbiddenAddress(host, address);
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    static final class ForbiddenAddress extends UnknownHostException {
        private static final long serialVersionUID = 1;

        ForbiddenAddress(String host, InetAddress address) {
            super(host + " is at " + address.getHostAddress()
                    + ", which is no public address and not in a range the operator allows (--allow-address)");
        }
    }
}
