package cl.buzon.accounts;

import cl.buzon.shared.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** What a program shows as its API token; nobody but its holder knows it. */
public record TokenSecret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int HINT = "buzon_".length() + 6;

    /** A new one of 256 random bits, known by its beginning to whoever searches code for leaked keys. */
    public static TokenSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TokenSecret(
                "buzon_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Its beginning, by which people recognise it; 216 random bits stay unknown. */
    String hint() {
        return value.substring(0, Math.min(HINT, value.length() / 2));
    }

    byte[] hash() {
        return Sha256.of(value);
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "TokenSecret[...]";
    }
}
