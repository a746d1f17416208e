package cl.buzon.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/** What people call a case by, such as {@code CS0001001}: a prefix of letters and a number from a database sequence. */
public record CaseNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{1,6}\\d{4,12}");

    public CaseNumber {
        if (!isCaseNumber(value)) {
            throw new IllegalArgumentException("not a case number");
        }
    }

    /** @param ordinal the value of the sequence, shown with at least seven digits */
    public static CaseNumber of(String prefix, long ordinal) {
        return new CaseNumber(String.format(Locale.ROOT, "%s%07d", prefix, ordinal));
    }

    public static boolean isCaseNumber(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
