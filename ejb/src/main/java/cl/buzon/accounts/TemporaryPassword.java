package cl.buzon.accounts;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A password to be handed out: 80 random bits in four groups that can be read aloud and copied from paper, without
 * letters and digits that look alike.
 */
public record TemporaryPassword(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    public static TemporaryPassword random() {
        return new TemporaryPassword(
                IntStream.range(0, GROUPS).mapToObj(group -> group()).collect(Collectors.joining("-")));
    }

    private static String group() {
        return RANDOM.ints(GROUP_LENGTH, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    /** Passwords stay out of logs. */
    @Override
    public String toString() {
        return "TemporaryPassword[...]";
    }
}
