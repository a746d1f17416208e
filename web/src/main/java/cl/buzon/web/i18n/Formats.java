package cl.buzon.web.i18n;

import jakarta.faces.context.FacesContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Dates, amounts and sizes as Chile writes them. The patterns are fixed: Java's own styles for es-CL differ from one
 * release to the next. Absent values become the empty text.
 */
public final class Formats {

    private static final Locale CHILE = Locale.forLanguageTag("es-CL");
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("dd-MM");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");
    private static final long KIBI = 1024;

    private Formats() {}

    /** {@code $1.234.567}: whole Chilean pesos. */
    public static String money(@Nullable Long pesos) {
        return pesos == null ? "" : "$" + number("#,##0").format(pesos);
    }

    /** {@code 1,25}: a number with two decimals at most. */
    public static String decimal(BigDecimal value) {
        return number("#,##0.##").format(value);
    }

    /** {@code 2,4 MB} or {@code 312 KB} of so many bytes. */
    public static String size(long bytes) {
        return bytes < KIBI * KIBI
                ? number("0").format((bytes + KIBI - 1) / KIBI) + " KB"
                : number("0.#").format((double) bytes / (KIBI * KIBI)) + " MB";
    }

    /** {@code 99,8 %}: a part of a whole that is not zero, never rounded up to all of it. */
    public static String percent(long part, long whole) {
        DecimalFormat form = number("0.#");
        form.setRoundingMode(RoundingMode.DOWN);
        return form.format(100.0 * part / whole) + "\u00a0%";
    }

    /** {@code 23-11-2026} in Santiago. */
    public static String date(@Nullable Instant at) {
        return write(at, DATE);
    }

    /** {@code 23-11-2026}. */
    public static String calendar(LocalDate day) {
        return DATE.format(day);
    }

    /** {@code 23-11}. */
    public static String brief(LocalDate day) {
        return BRIEF.format(day);
    }

    /** {@code 14:05} in Santiago. */
    public static String time(@Nullable Instant at) {
        return write(at, TIME);
    }

    /** {@code 23-11-2026 14:05} in Santiago. */
    public static String dateTime(@Nullable Instant at) {
        return write(at, DATE_TIME);
    }

    /** {@code Lunes 23 de noviembre de 2026} in Santiago, in the language of the page. */
    public static String day(@Nullable Instant at) {
        return day(at, FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    static String day(@Nullable Instant at, Locale language) {
        String pattern =
                ResourceBundle.getBundle("cl.buzon.web.i18n.texts", language).getString("format.day");
        String day = write(at, DateTimeFormatter.ofPattern(pattern, language));
        return day.isEmpty() ? day : day.substring(0, 1).toUpperCase(language) + day.substring(1);
    }

    private static String write(@Nullable Instant at, DateTimeFormatter format) {
        return at == null ? "" : format.format(at.atZone(SANTIAGO));
    }

    private static DecimalFormat number(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(CHILE));
    }
}
