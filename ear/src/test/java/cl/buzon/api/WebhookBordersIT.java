package cl.buzon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.RunningPortal;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may keep which webhooks. */
@PortalTest
class WebhookBordersIT {

    private static final String NOWHERE = "http://localhost:65533/";

    @BeforeEach
    @AfterEach
    void none(Api api) {
        WebhooksIT.deleteAll(api);
    }

    @Test
    void aWebhookIsKeptByTheAdministrator(Api api) {
        ValidatableResponse made = api.asAdmin()
                .body(Map.of("url", NOWHERE, "description", "ERP"))
                .post("/webhooks")
                .then()
                .statusCode(201)
                .body("url", equalTo(NOWHERE))
                .body("description", equalTo("ERP"))
                .body("enabled", equalTo(true))
                .body("disabledReason", nullValue())
                .body("secret", startsWith("whsec_"));
        String id = made.extract().path("id");
        assertThat(made.extract().header("Location")).endsWith("/csm/api/v1/webhooks/" + id);

        api.asAdmin()
                .body(Map.of("enabled", false, "description", ""))
                .patch("/webhooks/" + id)
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("description", nullValue())
                .body("url", equalTo(NOWHERE));
        api.asAdmin().get("/webhooks").then().statusCode(200).body("items.id", hasItem(id));
        api.asAdmin().delete("/webhooks/" + id).then().statusCode(204);
        api.asAdmin().get("/webhooks/" + id).then().statusCode(404);
        api.asAdmin().get("/webhooks").then().body("items.id", not(hasItem(id)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://2130706433/",
                "https://[::ffff:10.0.0.1]/",
                "http://localhost:22/",
                "http://a@localhost:8080/",
                "ftp://localhost/"
            })
    void addressesInsideAreRefused(String url, Api api) {
        api.asAdmin()
                .body(Map.of("url", url))
                .post("/webhooks")
                .then()
                .statusCode(422)
                .body("code", equalTo("WEBHOOK_ADDRESS"))
                .body("errors[0].field", equalTo("url"));
    }

    /** The name ends as no name does (RFC 6761), so no network finds it. */
    @Test
    void aServerThatNobodyFindsIsRefusedInItsOwnWords(Api api) {
        api.asAdmin()
                .body(Map.of("url", "https://avisos.empresa.invalid/buzon"))
                .post("/webhooks")
                .then()
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_HOST"))
                .body("errors[0].field", equalTo("url"))
                .body("errors[0].message", startsWith("No encontramos el servidor"));
    }

    @Test
    void aCompanyHasTenAtMost(Api api) {
        for (int i = 0; i < 10; i++) {
            WebhooksIT.register(api, NOWHERE);
        }

        api.asAdmin()
                .body(Map.of("url", NOWHERE))
                .post("/webhooks")
                .then()
                .statusCode(422)
                .body("code", equalTo("TOO_MANY_WEBHOOKS"));
    }

    @Test
    void onlyAdministratorsMayAndOnlyTheirOwn(Api api, BackOffice backOffice, RunningPortal portal) {
        String id = WebhooksIT.register(api, NOWHERE).getString("id");
        String delivery = WebhooksIT.ping(api, id).extract().path("id");
        String stranger = PlantedToken.ofAdministratorOfPacifico(portal);

        for (String path : List.of("/webhooks", "/webhooks/" + id, "/webhooks/" + id + "/deliveries")) {
            api.asCamila().get(path).then().statusCode(403).body("code", equalTo("NOT_ALLOWED"));
            backOffice.asMarcela().get(path).then().statusCode(403);
            api.withoutToken().get(path).then().statusCode(401);
        }
        api.asCamila().body(Map.of("url", NOWHERE)).post("/webhooks").then().statusCode(403);

        api.withToken(stranger).get("/webhooks").then().statusCode(200).body("items", hasSize(0));
        api.withToken(stranger).get("/webhooks/" + id).then().statusCode(404);
        api.withToken(stranger).get("/webhooks/" + id + "/deliveries").then().statusCode(404);
        api.withToken(stranger)
                .body(Map.of("enabled", false))
                .patch("/webhooks/" + id)
                .then()
                .statusCode(404);
        api.withToken(stranger).delete("/webhooks/" + id).then().statusCode(404);
        api.withToken(stranger).post("/webhooks/" + id + "/secret").then().statusCode(404);
        api.withToken(stranger).post("/webhooks/" + id + "/ping").then().statusCode(404);
        api.withToken(stranger)
                .post("/webhooks/{id}/deliveries/{delivery}/replay", id, delivery)
                .then()
                .statusCode(404);
    }
}
