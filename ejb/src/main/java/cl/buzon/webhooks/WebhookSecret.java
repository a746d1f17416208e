package cl.buzon.webhooks;

import java.security.SecureRandom;
import java.util.Base64;

/** With what the deliveries of a webhook are signed; it is kept as it is, for whoever signs needs it. */
final class WebhookSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private WebhookSecret() {}

    /** A new one of 256 random bits, known by its beginning to whoever searches code for leaked keys. */
    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
