package cl.buzon.run;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** WildFly with the portal, as a process of its own in a base folder of its own. */
public final class PortalServer implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final Duration END_LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final Path base;
    private final Ports ports;

    private PortalServer(Process process, Path base, Ports ports) {
        this.process = process;
        this.base = base;
        this.ports = ports;
    }

    /**
     * Starts the server in {@code base} with the {@code ear}; does not wait for it.
     *
     * @param environment what the operator's guide calls settings, on top of this process's own environment
     */
    public static PortalServer start(
            ServerHome home, Path base, Path ear, Ports ports, Map<String, String> environment) {
        return start(home, base, List.of(ear), ports, environment);
    }

    /** Starts it with more than the portal: each of the {@code deployments} is deployed by itself, in no order. */
    static PortalServer start(
            ServerHome home, Path base, List<Path> deployments, Ports ports, Map<String, String> environment) {
        ports.mustBeFree();
        home.lay(base, deployments);
        ProcessBuilder builder = new ProcessBuilder(
                        home.script().toString(),
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.socket.binding.port-offset=" + ports.offset())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("console.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        builder.environment().put("BUZON_PORT", String.valueOf(ports.http()));
        builder.environment().put("BUZON_PUBLIC_URL", "http://localhost:" + ports.http() + "/csm");
        builder.environment().putAll(environment);
        try {
            return new PortalServer(builder.start(), base, ports);
        } catch (IOException e) {
            throw new StartupFailure("Cannot start " + home.script() + ".", e);
        }
    }

    /** Waits until the portal's first page answers. */
    public void awaitReady(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!answers()) {
            if (hasEnded(BETWEEN_LOOKS)) {
                throw failed("The server ended while it was starting.");
            }
            if (Files.exists(base.resolve("deployments/buzon.ear.failed"))) {
                throw failed("The server did not accept the application.");
            }
            if (System.nanoTime() > deadline) {
                throw failed("The portal does not answer after " + limit.toSeconds() + " s.");
            }
        }
    }

    /** The portal's first page, ending in a slash. */
    public URI portal() {
        return URI.create("http://localhost:" + ports.http() + "/csm/");
    }

    /** Where the executive is played, if the sandbox is there; ends in a slash. */
    URI sandbox() {
        return URI.create("http://localhost:" + ports.http() + "/sandbox/");
    }

    /** The management port, where the health checks answer; ends in a slash. */
    public URI management() {
        return URI.create("http://localhost:" + ports.management() + "/");
    }

    public Path log() {
        return base.resolve("log/server.log");
    }

    /** Waits for the end of the server, however long that takes. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Ends the server at once, whatever it is doing, as a power cut would. */
    public void kill() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    /** Stands still in the midst of whatever it does, as for a very long collection of garbage, until {@link #thaw}. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(one -> {
            try {
                new ProcessBuilder("kill", "-" + name, Long.toString(one.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new StartupFailure("Cannot send " + name + " to the server.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartupFailure("Interrupted while signalling the server.", e);
            }
        });
    }

    /** Ends the server in good order; by force when it does not follow within half a minute. */
    @Override
    public void close() {
        process.destroy();
        if (!hasEnded(END_LIMIT)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private boolean hasEnded(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupFailure("Interrupted while waiting for the server.", e);
        }
    }

    private boolean answers() {
        HttpRequest firstPage =
                HttpRequest.newBuilder(portal()).timeout(ANSWER_LIMIT).build();
        try {
            return HttpClient.newHttpClient()
                            .send(firstPage, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupFailure("Interrupted while waiting for the server.", e);
        }
    }

    private StartupFailure failed(String what) {
        Path log = Files.exists(log()) ? log() : base.resolve("console.log");
        return new StartupFailure(what + "\n" + new LogTail(log).last(40));
    }
}
