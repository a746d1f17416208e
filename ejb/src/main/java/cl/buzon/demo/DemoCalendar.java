package cl.buzon.demo;

import cl.buzon.shared.BusinessClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Lays the moments of the demo on real days, so that all of them are past and none is a Saturday or a Sunday.
 *
 * @param lastDay a working day: day 0 of the moments
 */
record DemoCalendar(LocalDate lastDay) {

    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("d 'de' MMMM", Locale.forLanguageTag("es-CL"));

    /**
     * The calendar whose last day is today, if today is a working day and all that happens on it is past already, or else
     * the working day before.
     *
     * @param endOfLastDay when nothing more happens on day 0
     */
    static DemoCalendar before(Instant now, LocalTime endOfLastDay) {
        LocalDateTime here = LocalDateTime.ofInstant(now, BusinessClock.SANTIAGO);
        LocalDate today = here.toLocalDate();
        boolean over = here.toLocalTime().isAfter(endOfLastDay);
        return new DemoCalendar(isWorkingDay(today) && over ? today : workingDay(today, -1));
    }

    LocalDate day(int daysBefore) {
        return workingDay(lastDay, -daysBefore);
    }

    Instant instant(DemoMoment moment) {
        return day(moment.daysBefore())
                .atTime(moment.time())
                .atZone(BusinessClock.SANTIAGO)
                .toInstant();
    }

    /** The day that lies some working days after the moment's, or before it, such as {@code 4 de noviembre}. */
    String inWords(DemoMoment moment, int workingDays) {
        return IN_WORDS.format(workingDay(day(moment.daysBefore()), workingDays));
    }

    private static LocalDate workingDay(LocalDate from, int distance) {
        LocalDate day = from;
        int step = Integer.signum(distance);
        for (int left = Math.abs(distance); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
