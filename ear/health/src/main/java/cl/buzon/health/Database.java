package cl.buzon.health;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** The portal's database, asked with little patience: a check that hangs is as bad as no check. */
record Database(DataSource source) {

    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The last migration, when it succeeded; nothing when there is none, or it failed. */
    private static final String LAST_MIGRATION =
            "select version, success from schema_history where version is not null order by installed_rank desc limit 1";

    /** The table is not there. */
    private static final String UNDEFINED_TABLE = "42P01";

    /**
     * The schema's version; empty when it is not complete.
     *
     * @throws TimeoutException when the answer takes longer than {@link #PATIENCE}, getting a connection included
     */
    Optional<String> schemaVersion() throws SQLException, TimeoutException {
        return within(PATIENCE, this::lastMigration);
    }

    private Optional<String> lastMigration() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) PATIENCE.toSeconds());
            ResultSet last = statement.executeQuery(LAST_MIGRATION);
            return last.next() && last.getBoolean("success")
                    ? Optional.of(last.getString("version"))
                    : Optional.empty();
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static <T> T within(Duration patience, Callable<T> question) throws SQLException, TimeoutException {
        try {
            return CompletableFuture.supplyAsync(() -> answerOf(question))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        }
    }

    private static <T> T answerOf(Callable<T> question) {
        try {
            return question.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
