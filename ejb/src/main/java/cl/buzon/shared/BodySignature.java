package cl.buzon.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How a body is signed that travels between systems: HMAC-SHA256 over the Unix seconds of sending, a dot and the very
 * bytes, in the headers {@value #TIMESTAMP} and {@value #SIGNATURE}. The same for what we send and for what we are sent.
 */
public final class BodySignature {

    public static final String TIMESTAMP = "X-Buzon-Timestamp";
    public static final String SIGNATURE = "X-Buzon-Signature";

    /** How far the sender's clock may be from ours, either way. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SCHEME = "sha256=";
    private static final int SIZE = 32;

    private final byte[] key;

    /** @param secret shared with the other side, not empty */
    public BodySignature(String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("a signature needs a secret");
        }
        this.key = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** The value of {@value #SIGNATURE} for a body that is sent at a time, in hex. */
    public String sign(Instant at, byte[] body) {
        return SCHEME + HexFormat.of().formatHex(mac(Long.toString(at.getEpochSecond()), body));
    }

    /**
     * Whether the body comes, lately, from who knows the secret.
     *
     * @param timestamp the header's value, if it was sent
     * @param signature the header's value, if it was sent: in hex, or in base64 as some systems give it
     */
    public boolean verifies(@Nullable String timestamp, @Nullable String signature, byte[] body, Clock clock) {
        if (timestamp == null || signature == null || !isRecent(timestamp, clock)) {
            return false;
        }
        return decoded(signature)
                .map(claimed -> MessageDigest.isEqual(claimed, mac(timestamp, body)))
                .orElse(false);
    }

    private static boolean isRecent(String timestamp, Clock clock) {
        return timestamp.matches("[0-9]{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant())
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    private static Optional<byte[]> decoded(String signature) {
        if (!signature.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String value = signature.substring(SCHEME.length());
        try {
            byte[] claimed = value.length() == 2 * SIZE
                    ? HexFormat.of().parseHex(value)
                    : Base64.getDecoder().decode(value);
            return Optional.of(claimed).filter(bytes -> bytes.length == SIZE);
        } catch (IllegalArgumentException neitherHexNorBase64) {
            return Optional.empty();
        }
    }

    private byte[] mac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
