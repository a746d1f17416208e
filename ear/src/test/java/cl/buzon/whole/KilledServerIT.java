package cl.buzon.whole;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cl.buzon.systems.Api;
import cl.buzon.systems.RunningPortal;
import cl.buzon.systems.TestBuild;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What was promised before the server was killed is kept by the one that is started in its place: an answer that a client
 * may not have heard, and a file of many cases that was being worked on.
 */
class KilledServerIT {

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
    void theNextServerGoesOnWhereItWas() throws SQLException {
        try (RunningPortal portal =
                RunningPortal.start("killed-server", TestBuild.ear(), Map.of("BUZON_DEMO", "true"))) {
            Api api = Api.of(portal);
            String key = UUID.randomUUID().toString();
            Response first = open(api, key, "Antes del corte");
            first.then().statusCode(201);
            run(portal, SEND);
            await().atMost(60, SECONDS)
                    .until(() -> count(portal, "select count(*) from bulk_row where state = 'MADE'") > 20);

            portal.kill();

            assertThat(count(portal, "select count(*) from bulk_file where finished_at is null and made = 0"))
                    .as("it was cut off in the middle")
                    .isEqualTo(1);
            portal.restart();
            answersAgain(api, key, first);
            makesEachCaseOnce(portal);
        }
    }

    private static void answersAgain(Api api, String key, Response first) {
        Response again = open(api, key, "Antes del corte");
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        open(api, key, "Otra cosa").then().statusCode(422).body("code", equalTo("IDEMPOTENCY_MISMATCH"));
        api.asCamila()
                .get("/cases/{number}", first.<String>path("number"))
                .then()
                .statusCode(200)
                .body("subject", equalTo("Antes del corte"));
    }

    private static void makesEachCaseOnce(RunningPortal portal) throws SQLException {
        await().atMost(180, SECONDS).until(() -> count(portal, "select made from bulk_file") == ROWS);
        assertThat(count(portal, "select count(*) from claim_case where subject like 'Muchos %'"))
                .isEqualTo(ROWS);
        assertThat(count(portal, "select count(distinct case_number) from bulk_row where state = 'MADE'"))
                .isEqualTo(ROWS);
    }

    private static Response open(Api api, String key, String subject) {
        return api.asCamila()
                .header("Idempotency-Key", key)
                .body(Map.of("category", "OTHER", "subject", subject, "description", "D"))
                .post("/cases");
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
