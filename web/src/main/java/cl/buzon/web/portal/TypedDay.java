package cl.buzon.web.portal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** A day as people in Chile type it: 23-11-2026, with dashes, points or slashes. */
final class TypedDay {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT);

    private TypedDay() {}

    /** The day, absent when that is none. */
    static Optional<LocalDate> of(String typed) {
        try {
            return typed.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(typed.strip().replaceAll("[/.]", "-"), FORM));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day as the desk reads it; what is none stays as it is, for the desk to refuse. */
    static String iso(String typed) {
        return of(typed).map(LocalDate::toString).orElse(typed);
    }
}
