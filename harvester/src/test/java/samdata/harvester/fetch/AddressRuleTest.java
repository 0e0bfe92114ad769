package samdata.harvester.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "2130706433", "0.0.0.0", "10.1.2.3", "100.64.0.1", "169.254.169.254", "172.31.0.1",
                        "192.168.1.1",
                "192.0.2.1", "198.18.0.1", "198.19.255.255", "203.0.113.9", "224.0.0.1", "255.255.255.255", "::1", "::",
                "fc00::1", "fd12::1", "fe80::1", "ff02::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::",
                        "2001::1",
                "2001:db8::1", "::ffff:127.0.0.1", "100::1", "5f00::1"
            })
    void specialAddressesAreRefused(String address) throws UnknownHostException {
        assertThat(AddressRule.allowing(List.of()).permits(address(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "100.63.255.255", "100.128.0.0", "172.32.0.1", "2001:4860:4860::8888", "2a00::1"})
    void publicAddressesArePermitted(String address) throws UnknownHostException {
        assertThat(AddressRule.allowing(List.of()).permits(address(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "10.0.0.1", "[fd00::1]", "localhost", "LOCALHOST.", "a.localhost"})
    void aHostTellsByItselfThatItIsForbidden(String host) {
        assertThat(AddressRule.allowing(List.of()).forbids(host)).isTrue();
        assertThat(AddressRule.allowing(List.of("127.0.0.0/8", "::1", "10.0.0.0/8", "fd00::/8"))
                        .forbids(host))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "[2a00::1]", "data.example", "999.1.1.1", "10.example"})
    void whatAHostDoesNotTellByItselfIsLeftToTheConnection(String host) {
        assertThat(AddressRule.allowing(List.of()).forbids(host)).isFalse();
    }

    @Test
    void onlyWhatIsListedIsOpened() throws UnknownHostException {
        var rule = AddressRule.allowing(List.of("10.1.0.0/17", "fd00::/9"));

        assertThat(rule.permits(address("10.1.127.255"))).isTrue();
        assertThat(rule.permits(address("10.1.128.0"))).isFalse();
        assertThat(rule.permits(address("fd7f::1"))).isTrue();
        assertThat(rule.permits(address("fd80::1"))).isFalse();
        assertThat(rule.permits(address("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/x", "", "10.0.0.0/8/8"})
    void whatIsNoRangeIsNamed(String cidr) {
        assertThatThrownBy(() -> AddressRule.allowing(List.of(cidr))).hasMessageContaining("\"" + cidr + "\"");
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getAllByName(literal)[0];
    }
}
