package cl.buzon.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cl.buzon.shared.BodySignature;
import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.Receiver;
import cl.buzon.systems.Receiver.Told;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company's own address, told of its cases. */
@PortalTest
class WebhooksIT {

    private static final String NOWHERE = "http://localhost:65533/";

    private final Receiver receiver = Receiver.start();

    @BeforeEach
    void none(Api api) {
        deleteAll(api);
    }

    static void deleteAll(Api api) {
        List<String> ids = api.asAdmin().get("/webhooks").jsonPath().getList("items.id");
        ids.forEach(id -> api.asAdmin().delete("/webhooks/" + id).then().statusCode(204));
    }

    @AfterEach
    void close(Api api) {
        receiver.close();
        none(api);
    }

    @Test
    void whatHappensToACaseArrivesSignedAndAsTheFeedTellsIt(Api api, BackOffice backOffice) {
        JsonPath made = register(api, receiver.address());
        String number = api.openCase("Con aviso");
        backOffice.write(number, "¿Tienes una foto?");
        backOffice.note(number, "Nota que nadie de afuera lee");
        List<Map<String, Object>> feed = api.asCamila()
                .get("/cases/{number}/activities", number)
                .jsonPath()
                .getList("items");

        await().atMost(20, SECONDS).until(() -> of(number).size() >= feed.size());

        assertThat(of(number).stream().map(told -> JsonPath.from(told.body()).getMap("")))
                .allSatisfy(told -> assertThat(told).containsEntry("case", number))
                .map(told -> {
                    told.remove("case");
                    return told;
                })
                .isEqualTo(feed);
        assertThat(of(number)).allSatisfy(told -> {
            assertThat(told.header("X-Buzon-Event"))
                    .isEqualTo(JsonPath.from(told.body()).getString("type"));
            assertThat(UUID.fromString(told.header("X-Buzon-Delivery"))).isNotNull();
            assertThat(isSigned(told, made.getString("secret"))).isTrue();
        });
        assertThat(receiver.told()).noneMatch(told -> told.body().contains("Nota que nadie"));
        assertThat(receiver.told())
                .extracting(told -> told.header("X-Buzon-Delivery"))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsRefusedComesAgainBeforeWhatFollowed(Api api, BackOffice backOffice) {
        String id = register(api, receiver.address()).getString("id");
        String number = api.openCase("Con tropiezo");
        receiver.refuse(2, told -> told.body().contains("Aviso 0"));
        for (int i = 0; i < 4; i++) {
            backOffice.write(number, "Aviso " + i);
        }

        await().atMost(40, SECONDS).until(() -> messages(number).size() >= 4);

        assertThat(messages(number)).containsExactly("Aviso 0", "Aviso 1", "Aviso 2", "Aviso 3");
        assertThat(receiver.refusals()).isZero();
        await().atMost(30, SECONDS)
                .untilAsserted(() -> log(api, id, "?state=PENDING").body("items", hasSize(0)));
        String find = "items.find { it.attempts == 3 }.";
        log(api, id, "?state=DELIVERED&limit=200")
                .body(find + "case", equalTo(number))
                .body(find + "type", equalTo("MESSAGE"))
                .body(find + "lastStatus", equalTo(204))
                .body(find + "lastError", nullValue())
                .body(find + "nextAttemptAt", nullValue())
                .body(find + "finishedAt", notNullValue());
    }

    @Test
    void whatWasDeliveredCanBeReplayedUnderItsName(Api api) {
        String id = register(api, receiver.address()).getString("id");
        String delivery = ping(api, id).extract().path("id");
        await().atMost(20, SECONDS).until(() -> named(delivery) == 1);
        await().atMost(30, SECONDS).untilAsserted(() -> log(api, id, "").body("items[0].state", equalTo("DELIVERED")));

        api.asAdmin()
                .post("/webhooks/{id}/deliveries/{delivery}/replay", id, delivery)
                .then()
                .statusCode(202)
                .body("id", equalTo(delivery))
                .body("state", equalTo("PENDING"))
                .body("attempts", equalTo(0));

        await().atMost(20, SECONDS).until(() -> named(delivery) == 2);
        log(api, id, "").body("items", hasSize(1)).body("items[0].type", equalTo("PING"));
        api.asAdmin()
                .post("/webhooks/{id}/deliveries/{delivery}/replay", id, UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void whoIsNotThereIsNotedInTheLog(Api api) {
        String id = register(api, NOWHERE).getString("id");
        ping(api, id);

        await().atMost(20, SECONDS).untilAsserted(() -> log(api, id, "")
                .body("items[0].lastError", equalTo("NOT_REACHABLE"))
                .body("items[0].lastStatus", nullValue())
                .body("items[0].state", equalTo("PENDING")));
        assertThat(api.asAdmin().get("/webhooks/" + id).jsonPath().getString("lastFailureAt"))
                .isNotNull();
    }

    @Test
    void aNewSecretSignsFromNowOn(Api api) {
        JsonPath made = register(api, receiver.address());
        String id = made.getString("id");

        String secret = api.asAdmin()
                .post("/webhooks/{id}/secret", id)
                .then()
                .statusCode(200)
                .body("secret", startsWith("whsec_"))
                .body("secret", not(equalTo(made.getString("secret"))))
                .extract()
                .path("secret");
        ping(api, id);

        await().atMost(20, SECONDS).until(() -> !receiver.told().isEmpty());
        assertThat(isSigned(receiver.told().get(0), secret)).isTrue();
        assertThat(isSigned(receiver.told().get(0), made.getString("secret"))).isFalse();
        assertThat(api.asAdmin().get("/webhooks/" + id).asString()).doesNotContain("whsec_");
    }

    static JsonPath register(Api api, String url) {
        return api.asAdmin()
                .body(Map.of("url", url))
                .post("/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static ValidatableResponse ping(Api api, String id) {
        return api.asAdmin()
                .post("/webhooks/{id}/ping", id)
                .then()
                .statusCode(202)
                .body("type", equalTo("PING"))
                .body("case", nullValue());
    }

    private static ValidatableResponse log(Api api, String id, String query) {
        return api.asAdmin()
                .get("/webhooks/" + id + "/deliveries" + query)
                .then()
                .statusCode(200);
    }

    private static boolean isSigned(Told told, String secret) {
        return new BodySignature(secret)
                .verifies(
                        told.header("X-Buzon-Timestamp"),
                        told.header("X-Buzon-Signature"),
                        told.bytes(),
                        Clock.systemUTC());
    }

    private List<Told> of(String number) {
        return receiver.told().stream()
                .filter(told -> told.body().contains("\"" + number + "\""))
                .toList();
    }

    private List<String> messages(String number) {
        return of(number).stream()
                .map(told -> JsonPath.from(told.body()).getString("text"))
                .filter(text -> text != null)
                .toList();
    }

    private long named(String delivery) {
        return receiver.told().stream()
                .filter(told -> told.header("X-Buzon-Delivery").equals(delivery))
                .count();
    }
}
