package cl.buzon.run;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** A PostgreSQL out of the Maven repository, its cluster in a folder of ours; listens on a free port of this machine only. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final Duration STARTUP_LIMIT = Duration.ofMinutes(1);

    private final EmbeddedPostgres postgres;
    private final Path folder;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /** Starts the cluster kept in {@code folder}, made there the first time; every commit reaches the disk. */
    static EmbeddedDatabase keptIn(Path folder) {
        mustNotBeRunning(folder);
        return start(folder, durable(new ClusterFolder(folder).builder()));
    }

    /**
     * Starts an empty cluster in {@code folder}; fast, and without any promise should the machine stop: what was
     * committed outlives its own processes only. Ends with this virtual machine at the latest.
     */
    public static EmbeddedDatabase emptyIn(Path folder) {
        return start(
                folder,
                new ClusterFolder(folder)
                        .builder()
                        .setServerConfig("synchronous_commit", "on")
                        .setRegisterShutdownHook(true));
    }

    /** The address of a database in this cluster, made empty when it does not exist yet. */
    public String jdbcUrl(String database) {
        createIfMissing(database);
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    /** A database of this cluster as its superuser sees it. */
    public DataSource database(String database) {
        createIfMissing(database);
        return postgres.getDatabase(SUPERUSER, database);
    }

    /** The one who may do everything in this cluster, with any password. */
    public String user() {
        return SUPERUSER;
    }

    /** Ends all of its processes at once, without writing down anything more, and starts it again on the same port. */
    public void crashAndRestart() {
        new ClusterControl(folder).run("-m", "immediate", "-w", "restart");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder durable(EmbeddedPostgres.Builder builder) {
        return builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
    }

    private static EmbeddedDatabase start(Path folder, EmbeddedPostgres.Builder builder) {
        try {
            return new EmbeddedDatabase(builder.setPGStartupWait(STARTUP_LIMIT).start(), folder);
        } catch (IOException | IllegalStateException e) {
            throw new StartupFailure(
                    "PostgreSQL did not start in " + folder + ".\n" + new LogTail(ClusterFolder.log(folder)).last(20),
                    e);
        }
    }

    private static void mustNotBeRunning(Path folder) {
        Optional<ProcessHandle> postmaster = ClusterFolder.postmaster(folder);
        if (postmaster.isPresent()) {
            throw new StartupFailure("""
                    A PostgreSQL already works in %s (process %d).
                    Either the portal is running from this folder: stop it, or give the second one a folder and a port
                    of its own with -Dbuzon.data.dir=/some/folder -Dbuzon.port=8180.
                    Or an earlier run was killed and left it behind: end it with   kill %d   and start again.""".formatted(
                            folder, postmaster.get().pid(), postmaster.get().pid()));
        }
    }

    private void createIfMissing(String database) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            boolean exists = statement
                    .executeQuery("select 1 from pg_database where datname = '" + database + "'")
                    .next();
            if (!exists) {
                statement.execute("create database " + database);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No database " + database, e);
        }
    }

    /** Where the cluster lives, its log and the unpacked programs beside it. */
    private record ClusterFolder(Path folder) {

        ClusterFolder {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new StartupFailure("Cannot write to " + folder + ".", e);
            }
        }

        EmbeddedPostgres.Builder builder() {
            Redirect log = Redirect.appendTo(log(folder).toFile());
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    // Not the machine's temporary folder, where another user's would stand in the way
                    .setOverrideWorkingDirectory(
                            folder.resolveSibling("postgresql").toFile())
                    // The same order and the same words on every machine, whatever its locale
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setOutputRedirector(log)
                    .setErrorRedirector(log);
        }

        static Path log(Path folder) {
            return folder.resolveSibling(folder.getFileName() + ".log");
        }

        /** The process that works on this cluster now; a number left over from a dead one does not count. */
        static Optional<ProcessHandle> postmaster(Path folder) {
            try {
                long pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid"))
                        .get(0)
                        .strip());
                return ProcessHandle.of(pid).filter(ClusterFolder::isPostgres);
            } catch (IOException | NumberFormatException e) {
                return Optional.empty();
            }
        }

        private static boolean isPostgres(ProcessHandle process) {
            return process.isAlive()
                    && process.info()
                            .command()
                            .map(command -> command.contains("postgres"))
                            .orElse(true);
        }
    }
}
