package cl.buzon.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses a webhook may have, lest somebody make the portal call what only the portal can reach. The form of an
 * address is judged when it is registered and before each delivery; where its host leads is judged by the very answer
 * that is then connected to, so a name that leads elsewhere later leads nowhere.
 */
public class AddressJudge {

    /** The longest address, in characters. */
    public static final int MAX_LENGTH = 2000;

    /** Below it stand other services than HTTP. */
    private static final int FIRST_FREE_PORT = 1024;

    private static final int MAX_PORT = 65_535;
    private static final int HTTPS = 443;
    private static final int USUAL = -1;

    /** Names, and addresses as everybody writes and reads them; 127.1, 0177.0.0.1 and 2130706433 are neither. */
    private static final Pattern HOST = Pattern.compile(
            "(?:[a-z0-9-]+\\.)*[a-z][a-z0-9-]*\\.?|(?:(?:0|[1-9][0-9]{0,2})(?:\\.(?!$)|$)){4}|\\[[0-9a-f:.%a-z]+]",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What becomes of an address. */
    public enum Verdict {
        GOOD,
        /** Its form is not one that may be called, or it leads to where nothing may be called. */
        FORBIDDEN,
        /** Its form is good, but the name of its host leads nowhere. */
        UNKNOWN_HOST
    }

    private final boolean demo;
    private final NameLookup names;

    /** @param demo whether addresses of this very machine are good, also without encryption */
    AddressJudge(boolean demo, NameLookup names) {
        this.demo = demo;
        this.names = names;
    }

    /** Whether an address has a form that may be called, and leads at present to where it may lead. */
    public Verdict judge(String url) {
        Optional<URI> form = form(url);
        if (form.isEmpty()) {
            return Verdict.FORBIDDEN;
        }
        try {
            addresses(form.get().getHost());
            return Verdict.GOOD;
        } catch (ForbiddenAddress e) {
            return Verdict.FORBIDDEN;
        } catch (UnknownHostException e) {
            return Verdict.UNKNOWN_HOST;
        }
    }

    /**
     * The address, if its form is one that may be called: {@code https}, a host in its usual notation, no user, no
     * fragment, and port 443 or one from 1024 on.
     */
    Optional<URI> form(String url) {
        try {
            return Optional.of(new URI(url)).filter(this::isForm);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isForm(URI address) {
        return address.toString().length() <= MAX_LENGTH
                && address.getHost() != null
                && HOST.matcher(address.getHost()).matches()
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && isScheme(address)
                && isPort(address.getPort());
    }

    private boolean isScheme(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || ("http".equalsIgnoreCase(address.getScheme()) && isHere(address.getHost()));
    }

    private static boolean isPort(int port) {
        return port == USUAL || port == HTTPS || (port >= FIRST_FREE_PORT && port <= MAX_PORT);
    }

    private boolean isHere(String host) {
        return demo && THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
    }

    /**
     * Where a host leads now, when all of it may be called.
     *
     * @throws ForbiddenAddress when any of it may not
     * @throws UnknownHostException when it leads nowhere
     */
    InetAddress[] addresses(String host) throws UnknownHostException {
        InetAddress[] found = names.addresses(host);
        boolean here = isHere(host) || isHere("[" + host + "]");
        if (!Arrays.stream(found)
                .allMatch(address -> PublicAddresses.contain(address) || (here && address.isLoopbackAddress()))) {
            throw new ForbiddenAddress(host);
        }
        return found;
    }
}
