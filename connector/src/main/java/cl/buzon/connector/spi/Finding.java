package cl.buzon.connector.spi;

import java.util.List;

/**
 * One thing that was looked at in a ticketing system. Words and remedy stand in the bundle {@code
 * cl.buzon.connector.i18n.doctor}: under {@code check.result}, the remedy under the same with {@code .remedy}.
 *
 * @param check what was looked at, such as {@code sign-in}
 * @param result what was found, such as {@code refused}
 * @param arguments for the words and for the remedy
 */
public record Finding(String check, Outcome outcome, String result, List<String> arguments) {

    /** How bad it is. */
    public enum Outcome {
        GOOD,
        /** It works, but not as it should. */
        WARNING,
        BAD,
        /** Could not be looked at: something before it failed, or only writing would tell. */
        SKIPPED
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding good(String check, String... arguments) {
        return new Finding(check, Outcome.GOOD, "good", List.of(arguments));
    }

    public static Finding warning(String check, String result, String... arguments) {
        return new Finding(check, Outcome.WARNING, result, List.of(arguments));
    }

    public static Finding bad(String check, String result, String... arguments) {
        return new Finding(check, Outcome.BAD, result, List.of(arguments));
    }

    public static Finding skipped(String check) {
        return new Finding(check, Outcome.SKIPPED, "skipped", List.of());
    }

    /** What cannot be looked at without writing, or without a right that nothing else needs. */
    public static Finding untried(String check, String result, String... arguments) {
        return new Finding(check, Outcome.SKIPPED, result, List.of(arguments));
    }
}
