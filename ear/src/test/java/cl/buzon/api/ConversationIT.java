package cl.buzon.api;

import static io.restassured.RestAssured.config;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.PortalTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.junit.jupiter.api.Test;

/** What is said and attached on a case, by both sides. */
@PortalTest
class ConversationIT {

    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void bothSidesReadEachOther(Api api, BackOffice backOffice) {
        String number = api.openCase("Conversación");

        api.asCamila()
                .body(Map.of("text", "¿Hay novedades?"))
                .post("/cases/{number}/messages", number)
                .then()
                .statusCode(201)
                .body("type", equalTo("MESSAGE"))
                .body("actor.kind", equalTo("CUSTOMER"))
                .body("text", equalTo("¿Hay novedades?"));
        backOffice.write(number, "Lo estamos buscando.");

        api.asCamila()
                .get("/cases/{number}/activities", number)
                .then()
                .statusCode(200)
                .body("items.findAll { it.type == 'MESSAGE' }.text", hasItem("Lo estamos buscando."))
                .body("items.findAll { it.type == 'ASSIGNMENT' }.executive.name", hasItem(notNullValue()))
                .body("items[0].type", equalTo("STATE"))
                .body("items[0].from", nullValue())
                .body("items[0].to", equalTo("NEW"))
                .body("nextCursor", nullValue());
    }

    @Test
    void aNoteIsNeverSeenByTheCustomer(Api api, BackOffice backOffice) {
        String number = api.openCase("Con nota");

        backOffice.note(number, "Cliente insistente");

        api.asCamila().get("/cases/{number}/activities", number).then().body(not(containsString("Cliente insistente")));
        api.asCamila().queryParam("q", "insistente").get("/cases").then().body("items.number", not(hasItem(number)));
    }

    @Test
    void theHistoryIsReadInStretches(Api api) {
        String number = api.openCase("Por partes");

        String next = api.asCamila()
                .queryParam("limit", 1)
                .get("/cases/{number}/activities", number)
                .then()
                .body("items", hasSize(1))
                .body("items[0].type", equalTo("STATE"))
                .extract()
                .path("nextCursor");

        api.asCamila()
                .queryParam("after", next)
                .get("/cases/{number}/activities", number)
                .then()
                .statusCode(200)
                .body("items.type", not(hasItem("STATE")));
    }

    @Test
    void severalFilesGoUpAndComeDownAsTheyWere(Api api) {
        String number = api.openCase("Con archivos");

        String id = api.asCamila()
                .config(config().httpClient(httpClientConfig().httpMultipartMode(HttpMultipartMode.RFC6532)))
                .contentType("multipart/form-data")
                .multiPart("evidence", "POSTING_PROOF")
                .multiPart("file", "boleta nº 1.pdf", PDF, "application/pdf")
                .multiPart("file", "../../otra.txt", "hola".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/cases/{number}/attachments", number)
                .then()
                .statusCode(201)
                .body("items", hasSize(2))
                .body("items[0].name", equalTo("boleta nº 1.pdf"))
                .body("items[0].size", equalTo(PDF.length))
                .body("items[0].sha256", notNullValue())
                .body("items[1].name", equalTo("otra.txt"))
                .extract()
                .path("items[0].id");

        byte[] down = api.asCamila()
                .accept("*/*")
                .get("/cases/{number}/attachments/{id}", number, id)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("filename*=UTF-8''boleta%20n%C2%BA%201.pdf"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .extract()
                .asByteArray();
        assertThat(down).isEqualTo(PDF);
        api.asCamila().get("/cases/{number}", number).then().body("missingEvidence", not(hasItem("POSTING_PROOF")));
    }

    @Test
    void whatIsNoWelcomeFileIsRefusedWithItsName(Api api) {
        String number = api.openCase("Con archivo malo");

        api.asCamila()
                .contentType("multipart/form-data")
                .multiPart("file", "dibujo.svg", "<svg/>".getBytes(StandardCharsets.UTF_8), "image/svg+xml")
                .post("/cases/{number}/attachments", number)
                .then()
                .statusCode(422)
                .body("code", equalTo("FILE_TYPE"))
                .body("errors[0].field", equalTo("file"))
                .body("errors[0].message", containsString("dibujo.svg"));
    }

    @Test
    void aFileAboveTheLimitIsRefused(Api api) {
        String number = api.openCase("Con archivo enorme");
        byte[] large = new byte[15 * 1024 * 1024 + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);

        api.asCamila()
                .contentType("multipart/form-data")
                .multiPart("file", "enorme.pdf", large, "application/pdf")
                .post("/cases/{number}/attachments", number)
                .then()
                .statusCode(422)
                .body("code", equalTo("FILE_SIZE"))
                .body("errors[0].message", containsString("15 MB"));
    }
}
