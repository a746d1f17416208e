package cl.buzon.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cl.buzon.systems.Api;
import cl.buzon.systems.RunningPortal;
import cl.buzon.systems.TestBuild;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was promised before the server was killed is kept by the one that is started in its place. */
class KilledServerIT {

    @Test
    void anAnswerIsGivenAgainByTheNextServer() {
        try (RunningPortal portal =
                RunningPortal.start("killed-server", TestBuild.ear(), Map.of("BUZON_DEMO", "true"))) {
            Api api = Api.of(portal);
            String key = UUID.randomUUID().toString();
            Response first = open(api, key, "Antes del corte");
            first.then().statusCode(201);

            portal.killAndRestart();

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
    }

    private static Response open(Api api, String key, String subject) {
        return api.asCamila()
                .header("Idempotency-Key", key)
                .body(Map.of("category", "OTHER", "subject", subject, "description", "D"))
                .post("/cases");
    }
}
