package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.RemoteFailure;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a message, or of a file on it. Of two of the same second the names tell the order.
 *
 * @param attachment zero for the message itself
 */
record ItemKey(long transaction, long attachment) {
    private static final Pattern FORM = Pattern.compile("t(\\d{12})(?:-(\\d{12}))?");

    @Override
    public String toString() {
        return attachment == 0
                ? String.format(Locale.ROOT, "t%012d", transaction)
                : String.format(Locale.ROOT, "t%012d-%012d", transaction, attachment);
    }

    /** What no name comes behind that belongs to a transaction or one before it. */
    static String lastOf(long transaction) {
        return new ItemKey(transaction, 999_999_999_999L).toString();
    }

    static ItemKey of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new RemoteFailure.Gone("No file of Request Tracker: " + text);
        }
        return new ItemKey(Long.parseLong(form.group(1)), form.group(2) == null ? 0 : Long.parseLong(form.group(2)));
    }
}
