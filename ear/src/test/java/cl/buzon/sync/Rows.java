package cl.buzon.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Rows of a database, asked for one question at a time. */
record Rows(DataSource database) {

    /** Reads one row. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A transaction that stays open. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** Runs it in a transaction of its own that ends, undone, when it is closed. */
    Held hold(String statement) {
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                prepared.execute();
            }
            return () -> end(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String statements) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(statements)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> List<T> list(String query, Reading<T> reading, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(reading.of(found));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
