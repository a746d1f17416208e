package cl.buzon.whole;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cl.buzon.systems.RunningPortal;
import cl.buzon.systems.TestBuild;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file of many cases whose server is killed in the middle of it. */
class KilledUploadIT {

    private static final int ROWS = 400;

    private static final String SEND = """
            insert into bulk_file (id, account_id, user_id, name, format, sha256, row_count, received_at, worked_at)
            select '00000000-0000-4000-8000-000000000001', account_id, id, 'muchos.csv', 'CSV', repeat('a', 64), %1$d, now(), now()
            from portal_user where email = 'camila@andessur.example';
            insert into bulk_row (file_id, number, category, tracking_number, subject, description, claimed_amount, related_to,
                fingerprint, state)
            select '00000000-0000-4000-8000-000000000001', n + 1, 'OTHER', '', 'Muchos ' || n, 'x', '', '', 'f' || n, 'WAITING'
            from generate_series(1, %1$d) n""".formatted(ROWS);

    @Test
    void theNextServerGoesOnWhereItWasAndMakesEachCaseOnce() throws SQLException {
        try (RunningPortal portal =
                RunningPortal.start("killed-upload", TestBuild.ear(), Map.of("BUZON_DEMO", "true"))) {
            run(portal, SEND);
            await().atMost(60, SECONDS)
                    .until(() -> count(portal, "select count(*) from bulk_row where state = 'MADE'") > 20);

            portal.killAndRestart();

            assertThat(count(portal, "select count(*) from bulk_file where finished_at is null and made = 0"))
                    .as("it was cut off in the middle")
                    .isEqualTo(1);
            await().atMost(180, SECONDS).until(() -> count(portal, "select made from bulk_file") == ROWS);
            assertThat(count(portal, "select count(*) from claim_case where subject like 'Muchos %'"))
                    .isEqualTo(ROWS);
            assertThat(count(portal, "select count(distinct case_number) from bulk_row where state = 'MADE'"))
                    .isEqualTo(ROWS);
        }
    }

    private static void run(RunningPortal portal, String sql) throws SQLException {
        try (Connection connection = portal.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(RunningPortal portal, String sql) throws SQLException {
        try (Connection connection = portal.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
