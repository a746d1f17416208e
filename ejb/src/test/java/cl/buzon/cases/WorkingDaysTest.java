package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    @Test
    void theDayAfterIsTheFirstOnWhichEnoughHavePassed() {
        WorkingDays days = new WorkingDays(Set.of(LocalDate.of(2026, 12, 8)));

        LocalDate over = days.after(5, Instant.parse("2026-12-03T15:00:00Z"));

        assertThat(over).isEqualTo("2026-12-12");
        Instant resolved = Instant.parse("2026-12-03T15:00:00Z");
        assertThat(days.ago(5, over.atTime(12, 0).toInstant(ZoneOffset.UTC))).isAfter(resolved);
        assertThat(days.ago(5, over.minusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC)))
                .isBefore(resolved);
    }
}
