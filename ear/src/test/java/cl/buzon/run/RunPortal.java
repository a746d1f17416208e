package cl.buzon.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs the portal with its demo data on this machine until it is told to stop: an embedded PostgreSQL first, then the
 * server; at the end the other way round.
 *
 * <p>System properties: {@code buzon.port} (8080) and {@code buzon.data.dir} ({@code ~/.buzon}, which outlives a run).
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
        PortalServer server = teardown.opening(() -> startServer(database));
        server.awaitReady(STARTUP_LIMIT);

        out.println(ReadyText.of(server, dataFolder));
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

    private PortalServer startServer(EmbeddedDatabase database) {
        return PortalServer.start(
                ServerHome.provisioned(),
                dataFolder.resolve("server"),
                Path.of(System.getProperty("buzon.ear", "target/buzon.ear")).toAbsolutePath(),
                ports,
                environment(database));
    }

    private Map<String, String> environment(EmbeddedDatabase database) {
        Map<String, String> environment = new HashMap<>();
        environment.put("BUZON_DB_URL", database.jdbcUrl("buzon"));
        environment.put("BUZON_DB_USER", database.user());
        environment.put("BUZON_DATA_DIR", dataFolder.toString());
        environment.put("BUZON_DEMO", System.getProperty("buzon.demo", "true"));
        return environment;
    }

    private static Path dataFolder() {
        String chosen = System.getProperty("buzon.data.dir", System.getenv().getOrDefault("BUZON_DATA_DIR", ""));
        return chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".buzon")
                : Path.of(chosen).toAbsolutePath();
    }
}
