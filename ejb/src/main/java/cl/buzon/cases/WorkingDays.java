package cl.buzon.cases;

import cl.buzon.shared.BusinessClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * Counts working days in America/Santiago: Monday to Friday but for the holidays of the settings.
 *
 * @param holidays days that are no working days
 */
public record WorkingDays(Set<LocalDate> holidays) {

    public WorkingDays {
        holidays = Set.copyOf(holidays);
    }

    /** The beginning of the day before which whole {@code days} working days have passed until now. */
    public Instant ago(int days, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, BusinessClock.SANTIAGO);
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day.atStartOfDay(BusinessClock.SANTIAGO).toInstant();
    }

    /** The first day from which on whole {@code days} working days lie behind a moment, as {@link #ago} counts them. */
    public LocalDate after(int days, Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, BusinessClock.SANTIAGO);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day.plusDays(1);
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }
}
