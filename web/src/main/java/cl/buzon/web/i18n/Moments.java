package cl.buzon.web.i18n;

import cl.buzon.shared.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as people say them: relative for a week, plain dates before that. Days are those of Santiago. */
@Named
@ApplicationScoped
public class Moments {

    private static final int DAYS_BY_NAME = 7;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd-MM, HH:mm");

    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected Moments() {}

    @Inject
    Moments(Clock clock) {
        this.clock = clock;
    }

    /** {@code hoy, 09:12}, {@code ayer, 18:12}, {@code viernes, 16:40} or {@code 02-09-2026}. */
    public String when(Instant at) {
        return when(at, false, language());
    }

    /** As {@link #when}, within a sentence: {@code el viernes, 16:40} or {@code el 02-09-2026}. */
    public String on(Instant at) {
        return when(at, true, language());
    }

    /** As {@link #when}, but {@code hace 25 minutos} within the last hour. */
    public String ago(Instant at) {
        long minutes = Duration.between(at, clock.instant()).toMinutes();
        return minutes >= 0 && minutes < Duration.ofHours(1).toMinutes()
                ? Texts.in(language()).format("moment.minutes", minutes)
                : when(at);
    }

    /** Of a divider between days: {@code Hoy}, {@code Ayer} or {@code Miércoles 18 de noviembre}. */
    public String day(Instant at) {
        Texts texts = Texts.in(language());
        String pattern = isOfThisYear(at) ? "format.dayOfYear" : "format.day";
        return switch ((int) daysBefore(at)) {
            case 0 -> texts.get("moment.today");
            case 1 -> texts.get("moment.yesterday");
            default ->
                capital(DateTimeFormatter.ofPattern(texts.get(pattern), language())
                        .format(local(at)));
        };
    }

    /** Today in full: {@code Lunes 23 de noviembre de 2026}. */
    public String today() {
        return Formats.day(clock.instant());
    }

    /** {@code 18-11, 10:44}. */
    public static String brief(Instant at) {
        return SHORT.format(local(at));
    }

    String when(Instant at, boolean inSentence, Locale language) {
        Texts texts = Texts.in(language);
        String time = Formats.time(at);
        long days = daysBefore(at);
        if (days < 0 || days >= DAYS_BY_NAME) {
            return texts.format(inSentence ? "moment.onDate" : "moment.date", Formats.date(at));
        }
        String weekday = inSentence ? "moment.onWeekday" : "moment.weekdayAt";
        return switch ((int) days) {
            case 0 -> texts.format("moment.todayAt", time);
            case 1 -> texts.format("moment.yesterdayAt", time);
            default -> texts.format(weekday, weekday(at, language), time);
        };
    }

    private static String weekday(Instant at, Locale language) {
        return DateTimeFormatter.ofPattern("EEEE", language).format(local(at));
    }

    private long daysBefore(Instant at) {
        return ChronoUnit.DAYS.between(local(at).toLocalDate(), LocalDate.now(clock.withZone(BusinessClock.SANTIAGO)));
    }

    private boolean isOfThisYear(Instant at) {
        return local(at).getYear() == local(clock.instant()).getYear();
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(BusinessClock.SANTIAGO);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
