package cl.buzon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemporaryPasswordTest {

    @Test
    void itCanBeReadAloudAndIsNeverTheSame() {
        TemporaryPassword one = TemporaryPassword.random();
        TemporaryPassword other = TemporaryPassword.random();

        assertThat(one.value()).matches("[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){3}");
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void itStaysOutOfLogs() {
        TemporaryPassword password = TemporaryPassword.random();

        assertThat(password.toString()).doesNotContain(password.value());
    }
}
