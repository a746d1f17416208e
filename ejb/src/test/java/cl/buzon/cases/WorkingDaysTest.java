package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void weekendsDoNotCount() {
        WorkingDays days = new WorkingDays(Set.of());

        assertThat(days.ago(1, MONDAY_NOON)).isEqualTo("2026-11-20T03:00:00Z");
        assertThat(days.ago(5, MONDAY_NOON)).isEqualTo("2026-11-16T03:00:00Z");
    }

    @Test
    void holidaysDoNotCount() {
        WorkingDays days = new WorkingDays(Set.of(LocalDate.of(2026, 11, 20)));

        assertThat(days.ago(1, MONDAY_NOON)).isEqualTo("2026-11-19T03:00:00Z");
    }

    @Test
    void aDayBeginsInSantiagoAlsoWhenClocksChange() {
        WorkingDays days = new WorkingDays(Set.of());

        // Summer time began on Sunday 6 September 2026: the Friday before still is four hours behind UTC.
        assertThat(days.ago(1, Instant.parse("2026-09-07T12:00:00Z"))).isEqualTo("2026-09-04T04:00:00Z");
    }

    /** The day that is promised to a customer is the first on which the clock closes the case, and none before. */
    @Test
    void forwardsAndBackwardsTheyAgree() {
        WorkingDays days = new WorkingDays(Set.of(LocalDate.of(2026, 11, 26)));
        Instant solved = MONDAY_NOON;

        LocalDate closes = days.after(5, solved);

        Instant noon = closes.atTime(12, 0).atZone(BusinessClock.SANTIAGO).toInstant();
        assertThat(closes).isEqualTo("2026-12-02");
        assertThat(days.ago(5, noon)).isAfter(solved);
        assertThat(days.ago(5, noon.minus(Duration.ofDays(1)))).isBefore(solved);
    }
}
