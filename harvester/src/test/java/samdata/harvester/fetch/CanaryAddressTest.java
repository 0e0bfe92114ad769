package samdata.harvester.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import samdata.harvester.House;
import samdata.harvester.Site;
import samdata.harvester.run.Outcome;
import samdata.harvester.run.Progress;
import samdata.harvester.source.Source;
import samdata.harvester.source.SourceException;

/** Addresses that are not for us, in every range and spelling, asked for directly and by a redirect: nobody arrives. */
class CanaryAddressTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private final Canary canary = new Canary();
    private final Site site = new Site();

    @SuppressWarnings("NullAway.Init")
    private Fetcher fetcher;

    @BeforeEach
    void open() {
        fetcher = new Fetcher(House.SETTINGS, AddressRule.allowing(List.of("127.0.0.1/32")), "test", data);
    }

    @AfterEach
    void nobodyArrived() {
        var heard = canary.heard();
        fetcher.close();
        site.close();
        canary.close();
        assertThat(heard).isEmpty();
    }

    /** The first and the last of each range of the IANA special-purpose registries, and what stands for IPv4 in IPv6. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.0",
                "127.0.0.2",
                "127.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.8",
                "192.0.0.170",
                "192.0.0.255",
                "192.0.2.0",
                "192.0.2.255",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.99.0",
                "192.88.99.255",
                "192.168.0.0",
                "192.168.255.255",
                "192.175.48.1",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.0",
                "198.51.100.255",
                "203.0.113.0",
                "203.0.113.255",
                "224.0.0.0",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.254",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::2]",
                "[::127.0.0.1]",
                "[::10.0.0.1]",
                "[::8.8.8.8]",
                "[::ffff:0.0.0.0]",
                "[::ffff:127.0.0.2]",
                "[::ffff:7f00:2]",
                "[::ffff:169.254.169.254]",
                "[::ffff:255.255.255.255]",
                "[::ffff:0:127.0.0.1]",
                "[::ffff:0:8.8.8.8]",
                "[64:ff9b::]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b::8.8.8.8]",
                "[64:ff9b:1::]",
                "[64:ff9b:1:ffff:ffff:ffff:7f00:1]",
                "[100::]",
                "[100::ffff:ffff:ffff:ffff]",
                "[100:0:0:1::1]",
                "[2001::]",
                "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
                "[2001:1::1]",
                "[2001:2::1]",
                "[2001:3::1]",
                "[2001:4:112::1]",
                "[2001:10::1]",
                "[2001:20::1]",
                "[2001:30::1]",
                "[2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff]",
                "[2001:db8::]",
                "[2001:db8:ffff:ffff:ffff:ffff:ffff:ffff]",
                "[2002::]",
                "[2002:7f00:1::1]",
                "[2002:a00:1::]",
                "[2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff]",
                "[2620:4f:8000::1]",
                "[3fff::]",
                "[3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff]",
                "[4000::1]",
                "[5f00::]",
                "[5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff]",
                "[8000::1]",
                "[fc00::]",
                "[fd00::1]",
                "[fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]",
                "[fe80::1]",
                "[febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff]",
                "[fec0::1]",
                "[feff::1]",
                "[ff00::1]",
                "[ff02::1]",
                "[ff0e::1]"
            })
    void anAddressOfASpecialRangeIsRefused(String host) {
        refused("http://" + host + ":" + canary.port() + "/", "no public address");
    }

    @ParameterizedTest
    @MethodSource("samdata.harvester.fetch.Canary#ownAddresses")
    void noAddressOfThisMachineIsReachedButTheOneThatIsListed(String host) {
        if (!host.equals("127.0.0.1")) refused("http://" + host + ":" + canary.port() + "/");
    }

    static final List<String> SPELLINGS = List.of(
            "http://127.1:%d/",
            "http://127.0.1:%d/",
            "http://127.2:%d/",
            "http://127:%d/",
            "http://0:%d/",
            "http://2130706434:%d/",
            "http://0x7f000002:%d/",
            "http://0X7F000002:%d/",
            "http://0x7f.0.0.2:%d/",
            "http://0x7f.0x0.0x0.0x2:%d/",
            "http://0177.0.0.2:%d/",
            "http://017700000002:%d/",
            "http://127.0.0.02:%d/",
            "http://00000127.0.0.2:%d/",
            "http://127.0.0x0.2:%d/",
            "http://0177.0x0.2:%d/",
            "http://127.0.0.2.:%d/",
            "http://127.0.0.2..:%d/",
            "http://127.0.0.1.:%d/",
            "http://127.0.0.256:%d/",
            "http://4294967298:%d/",
            "http://1.2.3.4.5:%d/",
            "http://%%31%%32%%37.0.0.2:%d/",
            "http://127%%2e0%%2e0%%2e2:%d/",
            "http://127.0.0.2%%00.example:%d/",
            "http://\uff11\uff12\uff17.\uff10.\uff10.\uff12:%d/",
            "http://\u2460\u2461\u2466.0.0.2:%d/",
            "http://127\u30020\u30020\u30022:%d/",
            "http://\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3:%d/",
            "http://good.example@127.0.0.2:%d/",
            "http://good.example:80@127.0.0.2:%d/",
            "http://good.example%%40127.0.0.2:%d/",
            "http://127.0.0.2:%d@127.0.0.2/",
            "http://good.example\\@127.0.0.2:%d/",
            "http://127.0.0.2:%d\\@good.example/",
            "http:\\\\127.0.0.2:%d\\",
            "http:/127.0.0.2:%d/",
            "http:///127.0.0.2:%d/",
            "http:127.0.0.2:%d",
            "http://127.0.0.2\t:%d/",
            "http://127.0.\r\n0.2:%d/",
            "http://127.0.0.2 :%d/",
            "ht\ttp://127.0.0.2:%d/",
            "\u0000http://127.0.0.2:%d/",
            "HTTP://127.0.0.2:%d/",
            "hTTp://[::FFFF:127.0.0.2]:%d/",
            "http://[0:0:0:0:0:0:0:1]:%d/",
            "http://[0000:0000:0000:0000:0000:0000:0000:0001]:%d/",
            "http://[::0001]:%d/",
            "http://[::1%%25lo]:%d/",
            "http://[::1%%lo]:%d/",
            "http://[fe80::1%%25lo]:%d/",
            "http://[fe80::1%%25eth0]:%d/",
            "http://[::1]%%25:%d/",
            "http://[::1].:%d/",
            "http://::1:%d/",
            "http://[::ffff:7F00:2]:%d/",
            "http://[0:0:0:0:0:ffff:127.0.0.2]:%d/",
            "http://[v1.127.0.0.2]:%d/",
            "http://127.0.0.2:/#%d",
            "http://127.0.0.2:0/%d",
            "http://127.0.0.2:00000%d/",
            "http://127.0.0.2:+%d/",
            "http://127.0.0.2:99999/%d",
            "https://127.0.0.2:%d/",
            "file:///etc/hostname?%d",
            "file://127.0.0.2:%d/etc/hostname",
            "ftp://127.0.0.2:%d/",
            "jar:http://127.0.0.2:%d/x.jar!/a",
            "gopher://127.0.0.2:%d/_GET",
            "dict://127.0.0.2:%d/d",
            "ldap://127.0.0.2:%d/",
            "netdoc:///etc/hostname#%d",
            "data:text/turtle,%d",
            "javascript:alert(%d)",
            "urn:x:%d",
            "mailto:a@127.0.0.2?%d",
            "view-source:http://127.0.0.2:%d/",
            "http+unix://%%2Fvar%%2Frun%%2Fdocker.sock/%d");

    @ParameterizedTest
    @FieldSource("SPELLINGS")
    void aHostileSpellingIsRefused(String spelling) {
        refused(spelling.formatted(canary.port()));
    }

    /** What a server's Location header can hold; line ends cannot, and a relative one stays with the server. */
    @ParameterizedTest
    @FieldSource("SPELLINGS")
    void soIsARedirectToIt(String spelling) {
        var location = spelling.formatted(canary.port()).replaceAll("[\\r\\n\\x00]", "");
        site.page(
                "/start",
                redirect(302, new String(location.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));

        refused(site.url("/start"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noKindOfRedirectLeadsToIt(int code) {
        site.page("/start", redirect(code, canary.url("/")));

        refused(site.url("/start"), "no public address");
    }

    @Test
    void noChainOfRedirectsLeadsToIt() {
        site.page("/start", redirect(302, "next"));
        site.page("/next", redirect(301, site.url("/last")));
        site.page("/last", redirect(307, canary.url("/").replaceFirst("^http:", "")));

        refused(site.url("/start"), "no public address");
        assertThat(site.asked()).contains("/next", "/last");
    }

    @Test
    void noRobotsTxtLeadsToIt() {
        site.page("/robots.txt", redirect(301, canary.url("/robots.txt")));
        site.page("/start", "text/turtle", "");

        refused(site.url("/start"), "no public address");
        assertThat(site.asked()).containsExactly("/robots.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 127.0.0.2",
        "localhost., ::1",
        "a.localhost, ::1",
        "LOCALHOST, ::1",
        "metadata.example, 169.254.169.254",
        "mapped.example, ::ffff:127.0.0.2",
        "bare.example, fd00::1",
        "wild.example, 0.0.0.0"
    })
    void aNameIsWhereItsAddressIs(String name, String address) {
        naming(host -> new InetAddress[] {mappedOrNot(address)});

        refused("http://" + name + ":" + canary.port() + "/", "no public address");
    }

    /** The dead public address comes first, so that one who tried them in turn would come to the canary. */
    @ParameterizedTest
    @CsvSource({"8.8.8.8, ::1", "::1, 8.8.8.8", "127.0.0.1, ::1", "127.0.0.1, 127.0.0.2", "8.8.8.8, ::ffff:127.0.0.2"})
    void aNameWithOneForbiddenAddressIsRefusedWhole(String one, String other) {
        naming(host -> new InetAddress[] {mappedOrNot(one), mappedOrNot(other)});

        refused("http://both.example:" + canary.port() + "/", "no public address");
    }

    @Test
    void anAddressInDisguiseIsTheOneItStandsFor() throws UnknownHostException {
        var rule = AddressRule.allowing(List.of("127.0.0.0/8", "::/0"));
        var mapped = AddressRule.allowing(List.of("::ffff:10.1.0.0/112"));

        assertThat(rule.permits(mappedOrNot("::ffff:127.0.0.1"))).isTrue();
        assertThat(rule.permits(mappedOrNot("::ffff:10.0.0.1"))).isFalse();
        assertThat(mapped.permits(InetAddress.getAllByName("10.1.255.255")[0])).isTrue();
        assertThat(mapped.permits(InetAddress.getAllByName("10.2.0.0")[0])).isFalse();
    }

    static Site.Answer redirect(int code, String location) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            Site.send(exchange, code, "text/plain", new byte[0]);
        };
    }

    private void naming(Connections.Names names) {
        fetcher.close();
        fetcher = new Fetcher(
                House.SETTINGS,
                AddressRule.allowing(List.of("127.0.0.1/32")),
                new Connections.Trust(names, Connections.Trust.ofTheSystem().certificates()),
                "test",
                data.resolve("tmp"));
    }

    /** Java makes IPv4 of a mapped address wherever it can; a resolver need not. */
    private static InetAddress mappedOrNot(String literal) throws UnknownHostException {
        var plain = InetAddress.getAllByName(literal)[0];
        if (!literal.startsWith("::ffff:")) return plain;
        var bytes = new byte[16];
        bytes[10] = bytes[11] = (byte) 0xff;
        System.arraycopy(plain.getAddress(), 0, bytes, 12, 4);
        return Inet6Address.getByAddress(null, bytes, -1);
    }

    /** Refused as the address of a source, or when it is asked for; and each is said in words. */
    private void refused(String url, String... words) {
        try (var visit = fetcher.visit(Progress.NONE)) {
            visit.get(Source.url(url), "text/turtle");
            fail(url + " was fetched");
        } catch (SourceException e) {
            assertThat(e.getMessage()).contains("URL");
        } catch (Refusal refusal) {
            assertThat(refusal.outcome()).isEqualTo(Outcome.UNREACHABLE);
            assertThat(refusal.why()).doesNotContain("Exception");
            for (String word : words) assertThat(refusal.why()).contains(word);
        }
    }
}
