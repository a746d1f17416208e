package cl.buzon.sandbox.instance;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Date-times as the instance stores them: whole seconds, UTC, without a sign of the zone. */
public final class Times {

    private static final DateTimeFormatter STORED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Times() {}

    /** The stored form; what is below a second is lost. */
    public static String stored(Instant time) {
        return STORED.format(time.atOffset(ZoneOffset.UTC));
    }

    /** @throws java.time.format.DateTimeParseException when the text is no stored date-time */
    public static Instant instant(String stored) {
        return instant(stored, ZoneOffset.UTC);
    }

    /**
     * A literal read in another zone than UTC.
     *
     * @throws java.time.format.DateTimeParseException when the text is no stored date-time
     */
    public static Instant instant(String literal, ZoneId zone) {
        return STORED.withZone(zone).parse(literal, Instant::from);
    }

    /** The form in which a person reads it, in that person's zone. */
    public static String shown(Instant time, ZoneId zone, String pattern) {
        return DateTimeFormatter.ofPattern(pattern).format(time.atZone(zone));
    }
}
