package cl.buzon.connector.link;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements with their values, on a connection that takes part in whatever transaction there is. */
public final class Sql {

    private final DataSource database;

    public Sql(DataSource database) {
        this.database = database;
    }

    /** What one row becomes. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @return how many rows were changed */
    public int change(String statement, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepared(connection, statement, values)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the connector's tables cannot be written", e);
        }
    }

    public <T> List<T> list(String query, Row<T> row, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepared(connection, query, values);
                ResultSet found = prepared.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row.of(found));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the connector's tables cannot be read", e);
        }
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static PreparedStatement prepared(Connection connection, String statement, @Nullable Object... values)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            prepared.setObject(i + 1, value instanceof Instant at ? Timestamp.from(at) : value);
        }
        return prepared;
    }
}
