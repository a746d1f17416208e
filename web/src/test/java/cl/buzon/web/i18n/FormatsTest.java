package cl.buzon.web.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private final Instant lateInTheEvening = Instant.parse("2026-11-24T01:05:00Z");

    @Test
    void amountsAreWholePesosWithPoints() {
        assertThat(Formats.money(1_234_567L)).isEqualTo("$1.234.567");
        assertThat(Formats.money(990L)).isEqualTo("$990");
        assertThat(Formats.money(null)).isEmpty();
    }

    @Test
    void timesAreThoseOfSantiago() {
        assertThat(Formats.dateTime(lateInTheEvening)).isEqualTo("23-11-2026 22:05");
        assertThat(Formats.date(null)).isEmpty();
    }

    @Test
    void aDayIsWrittenInTheLanguageOfThePage() {
        assertThat(Formats.day(lateInTheEvening, Locale.forLanguageTag("es-CL")))
                .isEqualTo("Lunes 23 de noviembre de 2026");
        assertThat(Formats.day(lateInTheEvening, Locale.ENGLISH)).isEqualTo("Monday, 23 November 2026");
    }

    @Test
    void whatIsNotAllIsNeverShownAsAll() {
        assertThat(Formats.percent(998, 1000)).isEqualTo("99,8\u00a0%");
        assertThat(Formats.percent(9_999, 10_000)).isEqualTo("99,9\u00a0%");
        assertThat(Formats.percent(5, 5)).isEqualTo("100\u00a0%");
    }

    @Test
    void sizesAreShort() {
        assertThat(Formats.size(2_516_582)).isEqualTo("2,4 MB");
        assertThat(Formats.size(1)).isEqualTo("1 KB");
    }
}
