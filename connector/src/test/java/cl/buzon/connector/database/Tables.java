package cl.buzon.connector.database;

import io.zonky.test.db.postgres.embedded.FlywayPreparer;
import io.zonky.test.db.postgres.embedded.PreparedDbProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database of one's own with the connector's tables, and transactions on it as the server would begin and end them. One
 * PostgreSQL runs for the whole JVM and ends with it.
 */
public final class Tables {

    private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

    private final DataSource database;

    public Tables() {
        try {
            database = PreparedDbProvider.forPreparer(FlywayPreparer.forClasspathLocation("db/connector"))
                    .createDataSource();
        } catch (SQLException e) {
            throw new IllegalStateException("no database", e);
        }
    }

    /** Gives the connection of the transaction that is under way, which nobody else closes. */
    public DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                Tables.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> {
                    Connection shared = CURRENT.get();
                    if (shared == null) {
                        throw new IllegalStateException("outside of a transaction");
                    }
                    return Proxy.newProxyInstance(
                            Tables.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (inner, call, arguments) -> {
                                try {
                                    return call.getName().equals("close") ? null : call.invoke(shared, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
                });
    }

    /** Joins the transaction that is under way, or makes one. */
    public <T> T in(Supplier<T> work) {
        if (CURRENT.get() != null) {
            return work.get();
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            CURRENT.set(connection);
            try {
                T result = work.get();
                connection.commit();
                return result;
            } catch (RuntimeException | Error e) {
                connection.rollback();
                throw e;
            } finally {
                CURRENT.remove();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no transaction", e);
        }
    }
}
