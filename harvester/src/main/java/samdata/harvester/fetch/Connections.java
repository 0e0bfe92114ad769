package samdata.harvester.fetch;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * How connections are made: straight to the very address that was checked, by no proxy of HTTP or SOCKS that Java or the
 * environment names, with certificates checked against the name that was asked for.
 */
final class Connections {
    private static final int HEADERS = 500;
    private static final int LONGEST_HEADER = 64_000;
    /** A name with more addresses is tried at these, so that a hundred dead ones do not wait a hundred times. */
    private static final int ADDRESSES_TRIED = 2;

    private Connections() {}

    /** How a name is given its addresses. */
    @FunctionalInterface
    interface Names {
        Names OF_THE_SYSTEM = InetAddress::getAllByName;

        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** Whose word is taken for names and certificates: the system's, but in a test. */
    record Trust(Names names, TlsSocketStrategy certificates) {
        static Trust ofTheSystem() {
            return new Trust(Names.OF_THE_SYSTEM, DefaultClientTlsStrategy.createDefault());
        }
    }

    /** @param stall as long is waited for a connection, and for a byte */
    static CloseableHttpClient client(AddressRule addresses, Trust trust, Duration stall, String agent) {
        return HttpClients.custom()
                .setConnectionManager(manager(new VettedNames(addresses, trust.names()), trust, Timeout.of(stall)))
                .setUserAgent(agent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static PoolingHttpClientConnectionManager manager(DnsResolver names, Trust trust, Timeout stall) {
        // a plain new Socket() asks Java's system properties for a SOCKS proxy
        var connect = new DefaultHttpClientConnectionOperator(
                proxy -> new Socket(Proxy.NO_PROXY),
                null,
                names,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, trust.certificates())
                        .build());
        var heads = ManagedHttpClientConnectionFactory.builder()
                .http1Config(Http1Config.custom()
                        .setMaxHeaderCount(HEADERS)
                        .setMaxLineLength(LONGEST_HEADER)
                        .build())
                .build();
        var manager = new PoolingHttpClientConnectionManager(connect, null, null, null, heads);
        // more than there are harvests, each of which asks for one thing at a time: none waits for another's
        manager.setMaxTotal(256);
        manager.setDefaultMaxPerRoute(128);
        manager.setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(stall).build());
        manager.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(stall)
                .setSocketTimeout(stall)
                .setTimeToLive(TimeValue.ofMinutes(1))
                .build());
        return manager;
    }

    /** A name is given its addresses, once for each connection, and only when every one of them is permitted. */
    private record VettedNames(AddressRule rule, Names names) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = names.of(host);
            for (var address : addresses) {
                if (!rule.permits(address)) throw new Forbidden(host, address);
            }
            return Arrays.copyOf(addresses, Math.min(addresses.length, ADDRESSES_TRIED));
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** That a name is at an address which is not connected to. */
    static final class Forbidden extends UnknownHostException {
        private static final long serialVersionUID = 1;

        Forbidden(String host, InetAddress address) {
            super(host + " is at " + address.getHostAddress()
                    + ", which is no public address and not in a range the operator allows (--allow-address; for a"
                    + " preview without a token, preview.allow-address)");
        }
    }
}
