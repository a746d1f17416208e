package cl.buzon.accounts;

import cl.buzon.shared.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** What makes a link open something: 256 random bits, known to whoever got the letter and to nobody else. */
public record LinkSecret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[\\w-]{43}");

    static LinkSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    boolean isWellFormed() {
        return FORM.matcher(value).matches();
    }

    byte[] hash() {
        return Sha256.of(value);
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "LinkSecret[...]";
    }
}
