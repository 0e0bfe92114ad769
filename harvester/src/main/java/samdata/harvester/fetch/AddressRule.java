package samdata.harvester.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which resolved addresses may be connected to: global unicast ones, and the ranges the operator lists. What is not
 * global is an explicit list (the IANA special-purpose registries), because the predicates of {@link InetAddress} miss
 * carrier-grade NAT, benchmarking, unique local, NAT64, 6to4 and more.
 */
public final class AddressRule {
    private static final List<Range> FORBIDDEN = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "2620:4f:8000::/48",
                    "3fff::/20")
            .map(Range::parse)
            .toList();
    /** All other IPv6 space is loopback, mapped, translated, unique local, link-local, multicast or not assigned. */
    private static final Range GLOBAL_IPV6 = Range.parse("2000::/3");

    private static final Pattern LITERAL =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?:\\.(?!$)|$)){4}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private static final Range MAPPED = new Range(mapped(), 96);

    private final List<Range> allowed;

    private AddressRule(List<Range> allowed) {
        this.allowed = allowed;
    }

    /**
     * @param cidrs what may be reached besides public addresses, such as {@code 127.0.0.0/8}
     * @throws IllegalArgumentException naming the one that is no range
     */
    public static AddressRule allowing(List<String> cidrs) {
        return new AddressRule(cidrs.stream().map(Range::parse).toList());
    }

    boolean permits(InetAddress address) {
        byte[] bytes = unmapped(address.getAddress());
        if (allowed.stream().anyMatch(range -> range.holds(bytes))) return true;
        if (bytes.length == 16 && !GLOBAL_IPV6.holds(bytes)) return false;
        return FORBIDDEN.stream().noneMatch(range -> range.holds(bytes));
    }

    /**
     * Whether a host that is written as an address, or is the machine's own name (RFC 6761 section 6.3), is not permitted.
     * Other names are not looked up: where they lead is known when they are connected to.
     */
    boolean forbids(String host) {
        if (host.matches("(?i)(.+\\.)?localhost\\.?")) return isForbidden("127.0.0.1") && isForbidden("::1");
        var written = host.replaceAll("^\\[|\\]$", "");
        return LITERAL.matcher(written).matches() && isForbidden(written);
    }

    /** @param literal so that nothing is looked up */
    private boolean isForbidden(String literal) {
        try {
            return !permits(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** An IPv4 address in IPv6's clothes (::ffff:a.b.c.d, RFC 4291 2.5.5.2) is connected to as the IPv4 address it is. */
    private static byte[] unmapped(byte[] address) {
        return MAPPED.holds(address) ? Arrays.copyOfRange(address, 12, 16) : address;
    }

    private static byte[] mapped() {
        var network = new byte[16];
        Arrays.fill(network, 10, 12, (byte) 0xff);
        return network;
    }

    private static final class Range {
        /** A short or octal spelling would open what its writer may not have meant. */
        private static final String PLAIN_IPV4 = "(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})";

        private final byte[] network;
        private final int bits;

        private Range(byte[] network, int bits) {
            this.network = network;
            this.bits = bits;
        }

        static Range parse(String cidr) {
            String[] parts = cidr.strip().split("/", -1);
            try {
                // only literals: a name here would be a look-up, and would open what it happens to resolve to
                if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) throw new UnknownHostException();
                if (parts[0].matches("[0-9.]+") && !parts[0].matches(PLAIN_IPV4)) throw new UnknownHostException();
                byte[] network = InetAddress.getByName(parts[0]).getAddress();
                int bits = parts.length == 1 ? network.length * 8 : Integer.parseInt(parts[1]);
                // Java gives a mapped network as IPv4, whose bits are the last 32 of the 128 that were meant
                if (parts.length == 2 && parts[0].contains(":") && network.length == 4) bits -= 96;
                if (parts.length <= 2 && bits >= 0 && bits <= network.length * 8) return new Range(network, bits);
            } catch (UnknownHostException | NumberFormatException e) {
                // said below
            }
            throw new IllegalArgumentException(
                    "An address range is written like 127.0.0.0/8 or fd00::/8, but this one is \"" + cidr + "\"");
        }

        boolean holds(byte[] address) {
            if (address.length != network.length) return false;
            int whole = bits / 8;
            if (!Arrays.equals(address, 0, whole, network, 0, whole)) return false;
            int mask = (0xff00 >> (bits % 8)) & 0xff;
            return bits % 8 == 0 || (address[whole] & mask) == (network[whole] & mask);
        }
    }
}
