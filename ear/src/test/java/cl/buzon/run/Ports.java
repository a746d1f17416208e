package cl.buzon.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/**
 * The ports of one server. All follow from the one for pages, by the distances they have in a server as it comes:
 * 8080 for pages and API, 9990 for management and health.
 */
public record Ports(int http) {

    private static final int USUAL_HTTP = 8080;
    private static final int USUAL_MANAGEMENT = 9990;
    private static final int HIGHEST = 65535;

    public Ports {
        if (http < 1 || http + USUAL_MANAGEMENT - USUAL_HTTP > HIGHEST) {
            throw new StartupFailure("Port " + http + " leaves no room for the management port "
                    + (http + USUAL_MANAGEMENT - USUAL_HTTP) + ".");
        }
    }

    /** Ports that nobody listens on at this moment. */
    public static Ports free() {
        return IntStream.generate(Ports::freePort)
                .filter(port -> port + USUAL_MANAGEMENT - USUAL_HTTP <= HIGHEST)
                .mapToObj(Ports::new)
                .filter(ports -> isFree(ports.management()))
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

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
