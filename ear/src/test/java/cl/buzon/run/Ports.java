package cl.buzon.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/**
 * The ports of one server. All follow from the one for pages, by the distances they have in a server as it comes:
 * 8080 for pages and API, 9990 for management and health.
 */
public record Ports(int http) {

    private static final int USUAL_HTTP = 8080;
    private static final int USUAL_MANAGEMENT = 9990;
    private static final int HIGHEST = 65535;

    /** Where tests look for free ports: below those that Linux hands out by itself (32768 and up), to nobody's surprise. */
    private static final int LOWEST_OF_TESTS = 11_000;

    private static final int BEHIND_THOSE_OF_TESTS = 30_000;

    public Ports {
        if (http < 1 || http + USUAL_MANAGEMENT - USUAL_HTTP > HIGHEST) {
            throw new StartupFailure("Port " + http + " leaves no room for the management port "
                    + (http + USUAL_MANAGEMENT - USUAL_HTTP) + ".");
        }
    }

    /** Ports that nobody listens on at this moment. */
    public static Ports free() {
        return new Random()
                .ints(LOWEST_OF_TESTS, BEHIND_THOSE_OF_TESTS)
                .mapToObj(Ports::new)
                .filter(ports -> isFree(ports.http()) && isFree(ports.management()))
                .findFirst()
                .orElseThrow();
    }

    public int management() {
        return http + USUAL_MANAGEMENT - USUAL_HTTP;
    }

    /** What the server adds to each of its usual ports; may be negative. */
    public int offset() {
        return http - USUAL_HTTP;
    }

    /** Refuses with a sentence when somebody listens already. */
    void mustBeFree() {
        for (int port : new int[] {http, management()}) {
            if (!isFree(port)) {
                throw new StartupFailure("Port " + port
                        + " is already in use. Stop what runs there, or choose another with -Dbuzon.port=8180.");
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
