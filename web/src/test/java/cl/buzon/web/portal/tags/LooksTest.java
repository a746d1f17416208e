package cl.buzon.web.portal.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LooksTest {

    @ParameterizedTest
    @CsvSource({"Camila Rojas, CR", "María José Pérez, MJ", "operador, O", "' ', ''"})
    void twoInitialsStandForAPerson(String name, String initials) {
        assertThat(Looks.initials(name)).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({"factura.PDF, pdf", "foto.de.caja.jpg, jpg", "sin-extension, ''", "pdf, ''", "raro.formato, ''"})
    void aBadgeShowsAShortExtension(String fileName, String badge) {
        assertThat(Looks.kind(fileName)).isEqualTo(badge);
    }

    @Test
    void aCategoryNobodyDrewIsAParcel() {
        assertThat(Looks.icon("category", "BRAND_NEW")).isEqualTo("package");
    }

    @ParameterizedTest
    @CsvSource({
        "state, NEW",
        "state, OPEN",
        "state, AWAITING_INFO",
        "state, RESOLVED",
        "state, CLOSED",
        "state, CANCELLED",
        "compensation, NOT_REQUESTED",
        "compensation, REQUESTED",
        "compensation, UNDER_REVIEW",
        "compensation, APPROVED",
        "compensation, REJECTED",
        "compensation, PAYMENT_PENDING",
        "compensation, PAID",
        "compensation, PAYMENT_FAILED",
        "compensation, WITHDRAWN",
        "category, OTHER",
        "category, NO_MOVEMENT"
    })
    void everyLookIsDrawnInTheSprite(String kind, String value) throws IOException {
        String sprite = Files.readString(Path.of("src/main/webapp/resources/img/icons.svg"));

        assertThat(Looks.icon(kind, value)).isNotEqualTo("package");
        assertThat(sprite).contains("id=\"" + Looks.icon(kind, value) + "\"");
    }
}
