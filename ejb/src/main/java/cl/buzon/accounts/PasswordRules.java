package cl.buzon.accounts;

import cl.buzon.shared.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password that somebody makes up must be: long, and not what everybody tries first. Nothing is demanded of its
 * characters, since that only makes people predictable (NIST SP 800-63B, 3.1.1.2; ASVS 5.0, 6.2).
 */
public final class PasswordRules {

    /** In Unicode characters. */
    public static final int MIN_LENGTH = 12;

    /** In Unicode characters. */
    public static final int MAX_LENGTH = 128;

    private static final String FIELD = "newPassword";
    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_NAME = 4;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /**
     * The first rule that the password breaks: PASSWORD_SHORT, TOO_LONG, PASSWORD_COMMON, PASSWORD_NAME or
     * PASSWORD_MISMATCH.
     */
    public static Optional<Fault> fault(String password, String repeated, EmailAddress owner) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of(Fault.of(FIELD, "PASSWORD_SHORT", MIN_LENGTH));
        }
        if (length > MAX_LENGTH) {
            return Optional.of(Fault.of(FIELD, "TOO_LONG", MAX_LENGTH, length));
        }
        if (isCommon(password)) {
            return Optional.of(Fault.of(FIELD, "PASSWORD_COMMON"));
        }
        if (isNamedAfter(password, owner)) {
            return Optional.of(Fault.of(FIELD, "PASSWORD_NAME"));
        }
        return password.equals(repeated) ? Optional.empty() : Optional.of(Fault.of(FIELD, "PASSWORD_MISMATCH"));
    }

    /** The one rule that needs the old password: the new one must be another. */
    public static Fault same() {
        return Fault.of(FIELD, "PASSWORD_SAME");
    }

    private static boolean isCommon(String password) {
        String bare = bare(password);
        String letters = bare.replaceAll("\\d", "");
        return password.codePoints().distinct().count() < FEWEST_DIFFERENT
                || COMMON.contains(bare)
                || COMMON.contains(letters)
                || isHalfTwice(letters);
    }

    /** Such as {@code passwordpassword}. */
    private static boolean isHalfTwice(String letters) {
        String half = letters.substring(0, letters.length() / 2);
        return COMMON.contains(half) && letters.equals(half + half);
    }

    private static boolean isNamedAfter(String password, EmailAddress owner) {
        String name = bare(owner.localPart());
        return name.length() >= SHORTEST_NAME && bare(password).contains(name);
    }

    /** Small letters and digits only: accents, capitals and punctuation make no common password rare. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\d]", "");
    }

    private static Set<String> common() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            String words = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(words.split("\\s+")).stream().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
