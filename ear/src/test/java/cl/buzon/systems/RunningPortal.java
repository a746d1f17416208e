package cl.buzon.systems;

import cl.buzon.run.EmbeddedDatabase;
import cl.buzon.run.PortalServer;
import cl.buzon.run.Ports;
import cl.buzon.run.ServerHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** One portal, alone with an empty database and a folder of its own under {@code target}. */
public final class RunningPortal implements AutoCloseable {

    /** A server of a test lives for minutes: neither the second compiler nor a collector with threads of its own pays. */
    public static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final Duration STARTUP_LIMIT = Duration.ofMinutes(9);

    private final EmbeddedDatabase database;
    private final Path folder;
    private final Path ear;
    private final Map<String, String> settings;
    private final Ports ports;
    private PortalServer server;

    private RunningPortal(EmbeddedDatabase database, Path folder, Path ear, Ports ports, Map<String, String> settings) {
        this.database = database;
        this.folder = folder;
        this.ear = ear;
        this.ports = ports;
        this.settings = settings;
        this.server = start("server", ports);
    }

    /** The one that tests share, with the demo data, and less patient with receivers than others. */
    static RunningPortal start() {
        return start("shared", TestBuild.ear(), Map.of("BUZON_DEMO", "true", "BUZON_WEBHOOKS_PAUSES", "PT1S"));
    }

    /**
     * One for a single test, which closes it.
     *
     * @param name of its folder, unique among the tests
     * @param settings on top of those that every portal needs
     */
    public static RunningPortal start(String name, Path ear, Map<String, String> settings) {
        return start(name, ear, Ports.free(), settings);
    }

    /** As above, on ports that others have been told of. */
    public static RunningPortal start(String name, Path ear, Ports ports, Map<String, String> settings) {
        Path folder = TestBuild.emptyFolder(name);
        EmbeddedDatabase database = EmbeddedDatabase.emptyIn(TestBuild.emptyFolder(name + "-database"));
        try {
            return new RunningPortal(database, folder, ear, ports, environment(folder, database, settings)).ready();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The portal's first page, ending in a slash. */
    public URI address() {
        return server.portal();
    }

    /** The management port, where the health checks answer; ends in a slash. */
    public URI management() {
        return server.management();
    }

    /** Where the customers' files lie. */
    public Path files() {
        return folder.resolve("files");
    }

    /** The environment in which the server runs, for whatever else is run beside it. */
    public Map<String, String> settings() {
        Map<String, String> all = new HashMap<>(settings);
        all.put("BUZON_PUBLIC_URL", address().toString().replaceFirst("/$", ""));
        return all;
    }

    /** The server's log. */
    public Path log() {
        return server.log();
    }

    /** The portal's own database, seen by its superuser. */
    public DataSource database() {
        return database.database("buzon");
    }

    /** May be called again: an interrupted run closes what its tests could not. */
    @Override
    public void close() {
        server.close();
        database.close();
    }

    /** Kills the server in the midst of whatever it does. */
    public void kill() {
        server.kill();
    }

    /** Starts a server that was killed again, on what it has left behind. */
    public void restart() {
        server = start("server", ports);
        awaitReady();
    }

    /** Starts one more node of the same portal, with the same database and files; who asked closes it. */
    public PortalServer another() {
        PortalServer node = start("another", Ports.free());
        try {
            node.awaitReady(STARTUP_LIMIT);
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    /** Ends the server in good order, and starts it again. */
    public void stopAndRestart() {
        server.close();
        restart();
    }

    /** Lets the server stand still in the midst of whatever it does. */
    public void freeze() {
        server.freeze();
    }

    public void thaw() {
        server.thaw();
    }

    private PortalServer start(String base, Ports on) {
        return PortalServer.start(ServerHome.provisioned(), folder.resolve(base), ear, on, settings);
    }

    /** Stops the database as a power cut would, and starts it again. */
    public void crashDatabase() {
        database.crashAndRestart();
    }

    private RunningPortal ready() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        return awaitReady();
    }

    private RunningPortal awaitReady() {
        try {
            server.awaitReady(STARTUP_LIMIT);
            return this;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Map<String, String> environment(
            Path folder, EmbeddedDatabase database, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        environment.put("BUZON_DB_URL", database.jdbcUrl("buzon"));
        environment.put("BUZON_DB_USER", database.user());
        environment.put("BUZON_DATA_DIR", folder.resolve("files").toString());
        environment.put("JBOSS_JAVA_SIZING", "-Xms128m -Xmx1g " + SHORT_LIVED);
        environment.putAll(settings);
        return environment;
    }
}
