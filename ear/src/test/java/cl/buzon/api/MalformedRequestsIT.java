package cl.buzon.api;

import static io.restassured.RestAssured.config;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import cl.buzon.systems.Api;
import cl.buzon.systems.PortalTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem in the caller's language and never a word from inside. */
@PortalTest
class MalformedRequestsIT {

    private static final String MULTIPART = "multipart/form-data";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{\"category\":\"LOSS\"|MALFORMED_JSON|``",
                "[]|MALFORMED_JSON|``",
                "null|BODY_REQUIRED|``",
                "{\"category\":\"LOSS\",\"state\":\"PAID\"}|UNKNOWN_FIELD|state",
                "{\"category\":7}|WRONG_TYPE|category",
                "{\"claimedAmount\":\"45000\"}|WRONG_TYPE|claimedAmount",
                "{\"claimedAmount\":1.5}|WRONG_TYPE|claimedAmount"
            },
            delimiter = '|')
    void aBodyThatIsNoClaimIsRefused(String body, String code, String field, Api api) {
        ValidatableResponse answer = api.asCamila().body(body).post("/cases").then();

        problem(answer, 400, code);
        answer.body("errors", hasSize(field.isEmpty() ? 0 : 1));
        if (!field.isEmpty()) {
            answer.body("errors[0].field", equalTo(field));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "state=GONE, UNKNOWN_VALUE",
        "category=LOST, UNKNOWN_CATEGORY",
        "compensation=OWED, UNKNOWN_VALUE",
        "from=23-11-2026, DATE_FORM",
        "sort=subject, UNKNOWN_VALUE",
        "limit=201, OUT_OF_RANGE",
        "limit=0, OUT_OF_RANGE",
        "cursor=bm8, BAD_CURSOR"
    })
    void aParameterThatCannotBeMeantIsRefused(String query, String code, Api api) {
        problem(api.asCamila().get("/cases?" + query).then(), 400, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/cases/none", "/cases/CS0001001/nothing", "/cases/CS0001001/attachments/1"})
    void anUnknownAddressIsNotFound(String path, Api api) {
        problem(api.asCamila().get(path).then(), 404, "NOT_FOUND");
    }

    @Test
    void noBodyAtAllIsRefused(Api api) {
        problem(api.asCamila().post("/cases").then(), 400, "BODY_REQUIRED");
    }

    @Test
    void otherMethodsAreNamed(Api api) {
        problem(
                api.asCamila().delete("/cases").then().header("Allow", containsString("POST")),
                405,
                "METHOD_NOT_ALLOWED");
    }

    @Test
    void otherFormatsAreNotSpoken(Api api) {
        problem(api.asCamila().accept("application/xml").get("/cases").then(), 406, "NOT_ACCEPTABLE");
        problem(
                api.asCamila()
                        .contentType("application/xml")
                        .body("<case/>")
                        .post("/cases")
                        .then(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aBodyBeyondMeasureIsNotRead(Api api) {
        String body = "{\"subject\":\"" + "a".repeat(300_000) + "\"}";

        problem(api.asCamila().body(body).post("/cases").then(), 413, "TOO_LARGE");
    }

    @Test
    void filesWithoutABoundaryAreRefused(Api api) {
        String number = api.openCase("Sin borde");

        problem(
                api.asCamila()
                        .config(config().encoderConfig(
                                        encoderConfig().encodeContentTypeAs(MULTIPART, ContentType.TEXT)))
                        .contentType(MULTIPART)
                        .body("file")
                        .post("/cases/{number}/attachments", number)
                        .then(),
                400,
                "MALFORMED_MULTIPART");
    }

    @Test
    void theCallersLanguageIsSpoken(Api api) {
        api.asCamila().get("/nothing").then().body("title", equalTo("No encontrado"));
        api.asCamila().header("Accept-Language", "en").get("/nothing").then().body("title", equalTo("Not found"));
    }

    private static void problem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("/csm/api/docs#" + code))
                .body("title", matchesPattern(".+"))
                .body("detail", matchesPattern(".+"))
                .body(not(containsString("cl.buzon")))
                .body(not(containsString("xception")));
    }
}
