package cl.buzon.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.PostOffice;
import com.microsoft.playwright.APIResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The list as a file. */
@PortalTest
class ExportIT {

    @ParameterizedTest
    @CsvSource({
        "csv, text/csv, \uFEFF",
        "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, PK",
        "pdf, application/pdf, %PDF-"
    })
    void everyFormatIsSavedUnderANameWithItsDay(String format, String type, String start, Api api) {
        byte[] file = api.asCamila()
                .queryParam("format", format)
                .get("/cases/export")
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .header(
                        "Content-Disposition",
                        matchesPattern("attachment; filename=\"casos-[0-9-]{10}\\." + format + "\".*"))
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();

        assertThat(new String(file, StandardCharsets.UTF_8)).startsWith(start);
    }

    @Test
    void theFileHoldsWhatTheListShows(Api api) {
        String here = api.openCase("Aquí sí");
        String csv = api.asCamila()
                .accept("*/*")
                .queryParam("format", "csv")
                .queryParam("q", here)
                .get("/cases/export")
                .asString();

        assertThat(csv.strip().lines()).hasSize(2).last().asString().contains(here, "Aquí sí", "Recibido");
    }

    @Test
    void aFormulaIsNoFormula(Api api) {
        api.asCamila()
                .body(Map.of("category", "OTHER", "subject", "=cmd|calc", "description", "Nada"))
                .post("/cases")
                .then()
                .statusCode(201);

        String csv =
                api.asCamila().queryParam("format", "csv").get("/cases/export").asString();

        assertThat(csv).contains("'=cmd|calc").doesNotContain(";=cmd");
    }

    @Test
    void anUnknownFormatIsRefused(Api api) {
        api.asCamila()
                .get("/cases/export?format=doc")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("format"))
                .body("detail", containsString("xlsx"));
        api.asCamila().get("/cases/export?format=csv&state=GONE").then().statusCode(400);
    }

    @Test
    void aProgramThatComesWhileTooManyAreWrittenIsToldWhenToComeBack(PostOffice busy) {
        busy.api()
                .asCamila()
                .get("/cases/export?format=csv")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "30")
                .body("code", equalTo("EXPORTS_BUSY"));
    }

    @ParameterizedTest
    @EnumSource
    void aPersonWhoComesWhileTooManyAreWrittenReadsSoOnAPage(Device device, PostOffice busy) {
        try (Portal portal = busy.browser().on(device)) {
            portal.signIn(Person.CAMILA);
            APIResponse answer = portal.fetch("live/cases/export?format=csv");

            assertThat(portal.statusOf("live/cases/export?format=csv")).isEqualTo(503);
            assertThat(portal.words()).contains("Se están preparando muchos archivos", "Intentar de nuevo");
            portal.lookAt("informe-ocupado");
            assertThat(answer.headers()).containsEntry("retry-after", "30").doesNotContainKey("content-disposition");
        }
    }

    @Test
    void whoHasNoCasesHearsSoInWords(BackOffice backOffice) {
        backOffice
                .asMarcela()
                .get("/cases/export?format=csv")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }
}
