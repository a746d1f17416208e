package cl.buzon.web.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MomentsTest {

    /** Monday, 10:40 in Santiago. */
    private static final Instant NOW = Instant.parse("2026-11-23T13:40:00Z");

    private final Moments moments = new Moments(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void timesAreRelativeForAWeek() {
        assertThat(spanish("2026-11-23T12:12:00Z")).isEqualTo("hoy, 09:12");
        assertThat(spanish("2026-11-22T21:12:00Z")).isEqualTo("ayer, 18:12");
        assertThat(spanish("2026-11-20T19:40:00Z")).isEqualTo("viernes, 16:40");
        assertThat(spanish("2026-11-16T13:00:00Z")).isEqualTo("16-11-2026");
    }

    @Test
    void yesterdayBeginsAtMidnightInSantiago() {
        assertThat(spanish("2026-11-23T03:01:00Z")).isEqualTo("hoy, 00:01");
        assertThat(spanish("2026-11-23T02:59:00Z")).isEqualTo("ayer, 23:59");
    }

    @Test
    void whatIsYetToComeIsADate() {
        assertThat(spanish("2026-11-25T12:00:00Z")).isEqualTo("25-11-2026");
    }

    @Test
    void withinASentenceThereIsAnArticle() {
        assertThat(moments.when(Instant.parse("2026-11-20T19:40:00Z"), true, Languages.SPANISH))
                .isEqualTo("el viernes, 16:40");
        assertThat(moments.when(Instant.parse("2026-09-02T12:00:00Z"), true, Languages.SPANISH))
                .isEqualTo("el 02-09-2026");
    }

    @Test
    void englishHasItsOwnWords() {
        assertThat(moments.when(Instant.parse("2026-11-20T19:40:00Z"), false, Languages.ENGLISH))
                .isEqualTo("Friday, 16:40");
    }

    private String spanish(String at) {
        return moments.when(Instant.parse(at), false, Languages.SPANISH);
    }
}
