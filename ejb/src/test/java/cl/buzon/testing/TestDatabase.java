package cl.buzon.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A database of one's own with the migrated schema, empty but for what the migrations bring. One PostgreSQL runs for the
 * whole JVM and ends with it; the migrations run once, into a template that each database is a copy of.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String TEMPLATE = "buzon_template";
    private static final AtomicInteger CREATED = new AtomicInteger();

    private final String name = "buzon_" + CREATED.incrementAndGet();

    public TestDatabase() {
        onServer("create database " + name + " template " + TEMPLATE);
    }

    public DataSource dataSource() {
        return Server.POSTGRES.getDatabase("postgres", name);
    }

    @Override
    public void close() {
        onServer("drop database " + name + " with (force)");
    }

    // One copy at a time: a template that is being copied can be taken by nobody else.
    private static synchronized void onServer(String sql) {
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Started when the first test asks for a database. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        // It works when it likes, and what a test then measures depends on that
                        .setServerConfig("autovacuum", "off")
                        .start();
                migrateTemplate(postgres);
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException("no template database", e);
            }
        }

        private static void migrateTemplate(EmbeddedPostgres postgres) throws SQLException {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + TEMPLATE);
            }
            Flyway.configure()
                    .dataSource(postgres.getDatabase("postgres", TEMPLATE))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }
    }
}
