package cl.buzon.inside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The tables themselves, for what no desk tells. */
record Tables(DataSource database) {

    long count(String sql, Object... values) {
        return column(sql, values).stream()
                .map(Number.class::cast)
                .findFirst()
                .orElseThrow()
                .longValue();
    }

    /** The first column of all rows. */
    List<Object> column(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<Object> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getObject(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void run(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Runs the wish while the connector cannot write its marks. */
    void withoutMarks(Runnable wish) {
        run("alter table dirty_mark rename to dirty_mark_away");
        try {
            wish.run();
        } finally {
            run("alter table dirty_mark_away rename to dirty_mark");
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
