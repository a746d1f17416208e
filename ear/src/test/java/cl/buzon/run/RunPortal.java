package cl.buzon.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the portal with its demo data on this machine until it is told to stop: an embedded PostgreSQL first, then the
 * server with the portal and, as its other side, the sandbox; at the end the other way round.
 *
 * <p>System properties: {@code buzon.port} (8080), {@code buzon.data.dir} ({@code ~/.buzon}, or {@code
 * ~/.buzon-requesttracker}, which outlives a run) and {@code buzon.connector.system} ({@code sandbox}; with {@code
 * requesttracker} a Request Tracker is started on this machine before the server, with any other the sandbox stays away).
 */
public final class RunPortal {

    private static final Duration STARTUP_LIMIT = Duration.ofMinutes(5);

    private final PrintStream out;
    private final Path dataFolder;
    private final Ports ports;
    private final Teardown teardown = new Teardown();

    private RunPortal(PrintStream out) {
        this.out = out;
        this.dataFolder = dataFolder();
        this.ports = new Ports(Integer.getInteger("buzon.port", 8080));
    }

    /** Ends with status 1 and a sentence when the portal does not start, or ends by itself. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            new RunPortal(System.out).runOrExplain();
        } catch (StartupFailure e) {
            System.err.println("\n" + e.getMessage() + "\n");
            System.exit(1);
        }
    }

    private void runOrExplain() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(teardown, "teardown"));
        try {
            run();
        } catch (StartupFailure e) {
            if (!teardown.hasBegun()) {
                throw e;
            }
        }
    }

    private void run() throws InterruptedException {
        ports.mustBeFree();
        makeDataFolder();

        out.println("Starting PostgreSQL and the portal; data in " + dataFolder + " ...");
        EmbeddedDatabase database = teardown.opening(() -> EmbeddedDatabase.keptIn(dataFolder.resolve("database")));
        OtherSide other = teardown.opening(() -> OtherSide.called(system(), dataFolder, ports));
        PortalServer server = teardown.opening(() -> startServer(database, other));
        server.awaitReady(STARTUP_LIMIT);

        out.println(ReadyText.of(server, dataFolder, other));
        server.awaitEnd();
        if (!teardown.hasBegun()) {
            throw new StartupFailure("The server has ended by itself. " + new LogTail(server.log()).last(20));
        }
    }

    /** Customers' files will lie there: a fresh one is nobody else's to read. */
    private void makeDataFolder() {
        try {
            if (Files.notExists(dataFolder)) {
                Files.createDirectories(dataFolder);
                if (Files.getFileStore(dataFolder).supportsFileAttributeView(PosixFileAttributeView.class)) {
                    Files.setPosixFilePermissions(dataFolder, PosixFilePermissions.fromString("rwx------"));
                }
            }
        } catch (IOException e) {
            throw new StartupFailure("Cannot write to " + dataFolder + ".", e);
        }
    }

    private PortalServer startServer(EmbeddedDatabase database, OtherSide other) {
        List<Path> deployments = Stream.concat(
                        Stream.of(built("buzon.ear", "target/buzon.ear")), other.deployments().stream())
                .toList();
        return PortalServer.start(
                ServerHome.provisioned(),
                dataFolder.resolve("server"),
                deployments,
                ports,
                environment(database, other));
    }

    private Map<String, String> environment(EmbeddedDatabase database, OtherSide other) {
        Map<String, String> environment = new HashMap<>(other.settings());
        environment.put("BUZON_DB_URL", database.jdbcUrl("buzon"));
        environment.put("BUZON_DB_USER", database.user());
        environment.put("BUZON_DATA_DIR", dataFolder.toString());
        environment.put("BUZON_DEMO", System.getProperty("buzon.demo", "true"));
        return environment;
    }

    /** What the portal is connected with: the sandbox beside it, unless something else was chosen. */
    private static String system() {
        String chosen = System.getProperty(
                "buzon.connector.system", System.getenv().getOrDefault("BUZON_CONNECTOR_SYSTEM", ""));
        return chosen.isBlank() ? OtherSide.SANDBOX : chosen;
    }

    /** What the build has made: {@code usual} is where it lies, seen from this module. */
    static Path built(String property, String usual) {
        Path file =
                Path.of(System.getProperty(property, usual)).toAbsolutePath().normalize();
        if (Files.notExists(file)) {
            throw new StartupFailure("No " + file + ": build the project first (mvn package).");
        }
        return file;
    }

    private static Path dataFolder() {
        String chosen = System.getProperty("buzon.data.dir", System.getenv().getOrDefault("BUZON_DATA_DIR", ""));
        return chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), usualFolder())
                : Path.of(chosen).toAbsolutePath();
    }

    /** Tickets of one system mean nothing to the other. */
    private static String usualFolder() {
        return system().equals(OtherSide.REQUEST_TRACKER) ? ".buzon-requesttracker" : ".buzon";
    }
}
