package cl.buzon.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Argon2HashTest {

    private static final Argon2Hash.Cost CHEAP = new Argon2Hash.Cost(64, 1, 1);
    private static final byte[] SALT = "somesalt".getBytes(StandardCharsets.US_ASCII);

    /** From test.c of the reference implementation, github.com/P-H-C/phc-winner-argon2. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void theReferenceImplementationMakesTheSameHash() {
        Argon2Hash hash = Argon2Hash.of("password", SALT, new Argon2Hash.Cost(65536, 2, 1));

        assertThat(hash.format()).isEqualTo(REFERENCE);
    }

    @Test
    void aHashOfAnotherCostIsStillUnderstood() {
        assertThat(Argon2Hash.parse(REFERENCE).isOf("password")).isTrue();
        assertThat(Argon2Hash.parse(REFERENCE).isOf("Password")).isFalse();
    }

    @Test
    void anAccentIsTheSameFromEveryKeyboard() {
        Argon2Hash hash = Argon2Hash.of("coraz\u00f3n de mel\u00f3n", SALT, CHEAP);

        assertThat(hash.isOf("corazo\u0301n de melo\u0301n")).isTrue();
    }

    @Test
    void whatIsNoHashIsRefused() {
        assertThatThrownBy(() -> Argon2Hash.parse("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Argon2Hash.parse(REFERENCE.replace("argon2id", "argon2i")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
