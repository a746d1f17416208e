package cl.buzon.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address, which is also what a user signs in with; kept in small letters. Its form is checked only roughly:
 * whether mail arrives there, nobody can tell from the form.
 */
public record EmailAddress(String value) {

    /** The longest that mail can be sent to (RFC 5321, 4.5.3.1.3, without the angle brackets). */
    public static final int MAX_LENGTH = 254;

    private static final Pattern FORM =
            Pattern.compile("[^@\\s\\p{Cntrl}<>\"]+@[^@\\s\\p{Cntrl}<>\".]+(\\.[^@\\s\\p{Cntrl}<>\".]+)+");

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    public static Optional<EmailAddress> parse(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What stands before the at sign. */
    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    @Override
    public String toString() {
        return value;
    }
}
