package cl.buzon.accounts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where tries to sign in come from, as far as one person can be told from another there. */
final class Place {

    /** Whoever has one IPv6 address has the 2^64 that share its first half. */
    private static final int NETWORK_BYTES = 8;

    private static final int IPV6_BYTES = 16;

    private Place() {}

    /** @param ip an address in figures; anything else is its own place */
    static String of(String ip) {
        return ip.contains(":") && ip.matches("[\\p{XDigit}:.%]+") ? network(ip) : ip;
    }

    private static String network(String ip) {
        try {
            byte[] address = InetAddress.getByName(ip.replaceAll("%.*", "")).getAddress();
            boolean old = address.length < IPV6_BYTES;
            byte[] shown = old ? address : Arrays.copyOf(Arrays.copyOf(address, NETWORK_BYTES), IPV6_BYTES);
            return InetAddress.getByAddress(shown).getHostAddress();
        } catch (UnknownHostException e) {
            return ip;
        }
    }
}
