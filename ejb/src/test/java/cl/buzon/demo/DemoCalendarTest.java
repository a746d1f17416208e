package cl.buzon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.BusinessClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCalendarTest {

    private static final DemoScript SCRIPT = DemoScript.read();
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** Days, nights, weekends, the year's turn, and the days on which Santiago's clocks are moved. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T00:05", "2026-11-23T08:45", "2026-11-23T10:03", "2026-11-23T10:06", "2026-11-23T23:55",
                "2026-11-28T12:00", "2026-11-29T23:55", "2027-01-01T00:05", "2027-04-04T03:30", "2026-09-06T03:30",
                "2028-02-29T09:30"
            })
    void nothingHappensInTheFutureOrAtWeekendsOrOutOfOrder(String loading) {
        Instant now = instant(LocalDateTime.parse(loading));

        List<DemoTurn> turns = DemoTurn.of(SCRIPT, DemoCalendar.before(now, SCRIPT.endOfLastDay()));

        assertThat(turns).extracting(DemoTurn::at).isSorted().allMatch(at -> at.isBefore(now));
        assertThat(turns).extracting(turn -> here(turn).getDayOfWeek()).doesNotContainAnyElementsOf(WEEKEND);
        assertThat(turns)
                .extracting(turn -> here(turn).toLocalTime())
                .allMatch(time -> time.isAfter(LocalTime.of(8, 0)) && time.isBefore(LocalTime.of(18, 30)));
    }

    @Test
    void theStepsOfACaseFollowEachOtherInTheOrderInWhichTheyAreWritten() {
        DemoCalendar calendar = new DemoCalendar(LocalDate.of(2026, 11, 23));

        List<DemoTurn> turns = DemoTurn.of(SCRIPT, calendar);

        assertThat(SCRIPT.cases()).allSatisfy(one -> assertThat(turns)
                .filteredOn(turn -> turn.of().equals(one))
                .extracting(DemoTurn::step)
                .containsExactlyElementsOf(one.steps())
                .extracting(DemoStep::at)
                .isSortedAccordingTo(Comparator.comparingInt(DemoMoment::daysBefore)
                        .reversed()
                        .thenComparing(DemoMoment::time)));
    }

    @Test
    void theLastDayIsTodayOnceAllThatHappensOnItIsPast() {
        LocalDateTime monday = LocalDateTime.of(2026, 11, 23, 12, 0);
        LocalTime end = LocalTime.of(10, 5);

        assertThat(DemoCalendar.before(instant(monday), end).lastDay()).isEqualTo("2026-11-23");
        assertThat(DemoCalendar.before(instant(monday.withHour(9)), end).lastDay())
                .isEqualTo("2026-11-20");
        assertThat(DemoCalendar.before(instant(monday.minusDays(1)), end).lastDay())
                .isEqualTo("2026-11-20");
    }

    @Test
    void daysAreWrittenAsPeopleSayThem() {
        DemoWords words = new DemoWords(new DemoCalendar(LocalDate.of(2026, 11, 23)));
        DemoMoment friday = DemoMoment.parse("1 09:30");

        String said = words.at(friday, "{executive} pasa el {day+1}, no el {day-4} ni el {day}", "Marcela Fuentes");

        assertThat(said).isEqualTo("Marcela pasa el 23 de noviembre, no el 16 de noviembre ni el 20 de noviembre");
    }

    private static Instant instant(LocalDateTime here) {
        return here.atZone(BusinessClock.SANTIAGO).toInstant();
    }

    private static LocalDateTime here(DemoTurn turn) {
        return LocalDateTime.ofInstant(turn.at(), BusinessClock.SANTIAGO);
    }
}
