package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.hamcrest.Matchers.hasSize;

import cl.buzon.systems.Api;
import cl.buzon.systems.BackOffice;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What executives write for each other reaches no customer, by whatever way they ask. */
@PortalTest
@TestInstance(Lifecycle.PER_CLASS)
class WorkNotesStayInsideIT {

    private static final String NOTE = "Notainterna: revisar bodega Quilicura";
    private static final String WORD = "Notainterna";

    private String number = "";

    @BeforeAll
    void anExecutiveHasLeftANote(Api api, BackOffice backOffice) {
        number = api.openCase("Con algo por detrás");
        backOffice.note(number, NOTE);
        backOffice.write(number, "Lo estamos viendo.");
        backOffice.note(number, NOTE);
    }

    @Test
    void noCallTellsThem(Api api) {
        assertSoftly(softly -> Stream.of(
                        "/cases/" + number,
                        "/cases/" + number + "/activities",
                        "/cases?limit=200",
                        "/cases/export?format=csv")
                .forEach(path -> {
                    String answer = api.asCamila().accept("*/*").get(path).asString();
                    softly.assertThat(answer)
                            .as(path)
                            .containsAnyOf(number, "Lo estamos viendo.")
                            .doesNotContain(WORD);
                }));
    }

    @Test
    void noSearchFindsThem(Api api) {
        api.asCamila()
                .queryParam("q", WORD)
                .get("/cases")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void noPageTellsThem(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA);

            for (String path : List.of("inicio", "casos", "caso?numero=" + number, "nuevo/listo?caso=" + number)) {
                portal.open(path);
                assertThat(portal.page().content()).as(path).contains(number).doesNotContain(WORD);
            }
        }
    }

    @Test
    void noExportTellsThem(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA);

            for (String format : List.of("PDF", "Excel", "CSV")) {
                assertThat(portal.report().export(format).lines())
                        .as(format)
                        .anyMatch(line -> line.contains(number))
                        .noneMatch(line -> line.contains(WORD));
            }
        }
    }

    @Test
    void theAdministratorIsACustomerToo(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.ADMINISTRATOR).tracking(number);

            assertThat(portal.page().content()).contains("Lo estamos viendo.").doesNotContain(WORD);
        }
    }
}
