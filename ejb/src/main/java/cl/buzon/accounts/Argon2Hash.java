package cl.buzon.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A hashed password in the PHC string format, such as {@code $argon2id$v=19$m=47104,t=1,p=1$<salt>$<hash>}
 * (RFC 9106; github.com/P-H-C/phc-string-format).
 */
final class Argon2Hash {

    /** What one hash costs whoever computes it. */
    record Cost(int memoryKib, int iterations, int parallelism) {

        /** 46 MiB, once, one lane: the least that OWASP's ASVS 5.0 (11.4.2) and Password Storage Cheat Sheet accept. */
        static final Cost CURRENT = new Cost(46 * 1024, 1, 1);
    }

    static final int SALT_BYTES = 16;

    private static final int HASH_BYTES = 32;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([\\w+/]+)\\$([\\w+/]+)");

    private final Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private Argon2Hash(Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static Argon2Hash of(String password, byte[] salt, Cost cost) {
        return new Argon2Hash(cost, salt, compute(password, salt, cost, HASH_BYTES));
    }

    /** @throws IllegalArgumentException when the text has another form */
    static Argon2Hash parse(String text) {
        Matcher parts = PHC.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        Cost cost = new Cost(number(parts, 1), number(parts, 2), number(parts, 3));
        Base64.Decoder base64 = Base64.getDecoder();
        return new Argon2Hash(cost, base64.decode(parts.group(4)), base64.decode(parts.group(5)));
    }

    /** Takes the same time whichever bytes differ. */
    boolean isOf(String password) {
        return MessageDigest.isEqual(hash, compute(password, salt, cost, hash.length));
    }

    Cost cost() {
        return cost;
    }

    String format() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.parallelism() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** An accented letter is the same whether a keyboard sends it as one character or as two. */
    private static byte[] compute(String password, byte[] salt, Cost cost, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        byte[] output = new byte[length];
        String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
        argon2.generateBytes(normal.getBytes(StandardCharsets.UTF_8), output);
        return output;
    }
}
