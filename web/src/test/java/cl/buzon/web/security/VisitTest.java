package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.SignedIn;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VisitTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private final SignedIn camila = SomeCaller.customer(false);
    private final Visit visit = Visit.of(camila, START);

    @Test
    void itLastsTwelveHours() {
        assertThat(visit.isStillOf(camila, START.plus(Duration.ofHours(12)).minusMillis(1)))
                .isTrue();
        assertThat(visit.isStillOf(camila, START.plus(Duration.ofHours(12)))).isFalse();
    }

    @Test
    void itEndsWhenThePasswordChanges() {
        SignedIn afterwards =
                new SignedIn(camila.id(), camila.actor(), camila.email(), camila.company(), false, "other stamp");

        assertThat(visit.isStillOf(afterwards, START)).isFalse();
    }

    @Test
    void itKnowsItsUser() {
        assertThat(visit.user()).isEqualTo(camila.id());
    }
}
