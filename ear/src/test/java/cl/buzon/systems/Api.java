package cl.buzon.systems;

import static io.restassured.RestAssured.given;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The portal's JSON API, spoken to with a token. */
public final class Api {

    /** Longer than any call may wait, the one for news included: what is not answered by then fails, and holds up nobody. */
    private static final RestAssuredConfig PATIENCE = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.connection.timeout", 60_000)
                    .setParam("http.socket.timeout", 60_000));

    private final RunningPortal portal;

    private Api(RunningPortal portal) {
        this.portal = portal;
    }

    /** For a portal that a test has to itself. */
    public static Api of(RunningPortal portal) {
        return new Api(portal);
    }

    /** A request of the customer Camila of Andes Sur. */
    public RequestSpecification asCamila() {
        return withToken("buzon-demo-andessur");
    }

    /** A request of the customer Paula of another company. */
    public RequestSpecification asPaula() {
        return withToken("buzon-demo-pacifico");
    }

    /** A request of the administrator of Andes Sur. */
    public RequestSpecification asAdmin() {
        return withToken("buzon-demo-admin");
    }

    /** A request with any token. */
    public RequestSpecification withToken(String token) {
        return withoutToken().header("Authorization", "Bearer " + token);
    }

    /** A request of nobody. */
    public RequestSpecification withoutToken() {
        return given().config(PATIENCE)
                .baseUri(portal.address() + "api/v1")
                .contentType(ContentType.JSON)
                .accept(ContentType.JSON);
    }

    /** Camila opens a case about a lost parcel; its number. */
    public String openCase(String subject) {
        return asCamila()
                .body(Map.of(
                        "category", "LOSS",
                        "trackingNumber", "RR123456785CL",
                        "subject", subject,
                        "description", "El envío no ha llegado."))
                .post("/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }
}
