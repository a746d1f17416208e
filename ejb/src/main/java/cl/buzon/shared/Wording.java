package cl.buzon.shared;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What text from outside must be: there, not too long, and of characters that everybody can store and show. */
public final class Wording {

    /** Control characters but for tab and line feed, and halves of surrogate pairs. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]|\\p{Cs}");

    private Wording() {}

    /** The text as it is kept: without white space at its ends, with line feeds for line ends; empty for none. */
    public static String tidy(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /**
     * The rule that a tidied text breaks, if any: REQUIRED, TOO_LONG or UNFIT_CHARACTERS.
     *
     * @param max in Unicode characters
     */
    public static Optional<Fault> fault(String field, String tidied, int max) {
        return tidied.isEmpty() ? Optional.of(Fault.of(field, "REQUIRED")) : optionalFault(field, tidied, max);
    }

    /** As {@link #fault}, for a text that may be absent. */
    public static Optional<Fault> optionalFault(String field, String tidied, int max) {
        int length = tidied.codePointCount(0, tidied.length());
        if (length > max) {
            return Optional.of(Fault.of(field, "TOO_LONG", max, length));
        }
        return UNFIT.matcher(tidied).find() ? Optional.of(Fault.of(field, "UNFIT_CHARACTERS")) : Optional.empty();
    }
}
