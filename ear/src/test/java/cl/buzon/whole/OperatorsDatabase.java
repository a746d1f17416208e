package cl.buzon.whole;

import cl.buzon.run.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL as an operator keeps it: a role of the portal's own with a password, owner of one empty database. */
final class OperatorsDatabase implements AutoCloseable {

    private static final String ROLE = "csm_portal";
    private static final String PASSWORD = "una frase larga y $rara";

    private final EmbeddedDatabase cluster;

    private OperatorsDatabase(EmbeddedDatabase cluster) {
        this.cluster = cluster;
    }

    static OperatorsDatabase in(Path folder) {
        OperatorsDatabase database = new OperatorsDatabase(EmbeddedDatabase.emptyIn(folder));
        database.askFor(folder.resolve("pg_hba.conf"));
        return database;
    }

    /** What the operator puts into the server's environment. */
    Map<String, String> environment() {
        return Map.of("BUZON_DB_URL", cluster.jdbcUrl("claims"), "BUZON_DB_USER", ROLE, "BUZON_DB_PASSWORD", PASSWORD);
    }

    /** As when the machine of the database is down: nobody comes in, and who is in is thrown out. */
    void goAway() {
        run("alter role " + ROLE + " nologin");
        run("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + ROLE + "'");
    }

    void comeBack() {
        run("alter role " + ROLE + " login");
    }

    @Override
    public void close() {
        cluster.close();
    }

    private void askFor(Path access) {
        run("create role " + ROLE + " login password '" + PASSWORD + "'");
        run("alter database claims owner to " + ROLE);
        try {
            Files.writeString(access, "host all " + ROLE + " all scram-sha-256\n" + Files.readString(access));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("select pg_reload_conf()");
    }

    private void run(String sql) {
        try (Connection connection = cluster.database("claims").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
