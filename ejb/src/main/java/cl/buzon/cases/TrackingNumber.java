package cl.buzon.cases;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number on a parcel's label, kept without spaces and dashes and in capitals. Either an S10 item identifier of the
 * Universal Postal Union (two letters, eight digits, a check digit, two letters of the country) or a number of another
 * form, since domestic ones vary.
 */
public record TrackingNumber(String value) {

    public static final int MAX_LENGTH = 40;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0\\u2010-\\u2015-]+");
    private static final Pattern S10 = Pattern.compile("[A-Z]{2}\\d{9}[A-Z]{2}");
    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    public TrackingNumber {
        if (value.isEmpty()
                || value.codePointCount(0, value.length()) > MAX_LENGTH
                || !value.equals(normalise(value))) {
            throw new IllegalArgumentException(
                    "not a normalised tracking number of 1 to " + MAX_LENGTH + " characters");
        }
        if (hasWrongCheckDigit(value)) {
            throw new IllegalArgumentException("the check digit does not match");
        }
    }

    /** What a person typed, as it would be kept; may be empty. */
    public static String normalise(String typed) {
        return SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Whether a normalised number has the form of S10 and its ninth digit does not match the eight before it. */
    public static boolean hasWrongCheckDigit(String normalised) {
        return S10.matcher(normalised).matches() && checkDigit(normalised) != normalised.charAt(10) - '0';
    }

    public boolean isS10() {
        return S10.matcher(value).matches();
    }

    /** Source: UPU standard S10, weighted modulus 11 over the serial number. */
    private static int checkDigit(String s10) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (s10.charAt(i + 2) - '0') * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 0 : check == 11 ? 5 : check;
    }

    @Override
    public String toString() {
        return value;
    }
}
