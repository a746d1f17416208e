package cl.buzon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final EmailAddress CAMILA = new EmailAddress("camila.rojas@andessur.example");

    @ParameterizedTest
    @ValueSource(strings = {"Correspondencia 24", "tres tristes tigres", "Buzon-demo-2026", "ñandú ñandú ñoño"})
    void aLongOneIsGoodWhateverItIsMadeOf(String password) {
        assertThat(code(password)).isEmpty();
    }

    @Test
    void elevenCharactersAreTooFew() {
        assertThat(code("tigretriste")).contains("PASSWORD_SHORT");
        assertThat(code("tigres😀😀😀😀😀")).contains("PASSWORD_SHORT");
    }

    @Test
    void aBookIsTooLong() {
        assertThat(code("tigre ".repeat(22))).contains("TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "Password2024!",
                "P A S S W O R D 1 2",
                "passwordpassword",
                "Contraseña2026",
                "qwertyuiop123",
                "aaaaaaaaaaaaaa",
                "Santiago.2026"
            })
    void whatEverybodyTriesFirstIsRefused(String password) {
        assertThat(code(password)).contains("PASSWORD_COMMON");
    }

    @Test
    void ownNamesAreRefused() {
        assertThat(code("xx-Camila-Rojas-77")).contains("PASSWORD_NAME");
    }

    @Test
    void itMustBeTypedTwiceAlike() {
        assertThat(PasswordRules.fault("Correspondencia 24", "correspondencia 24", CAMILA))
                .map(Fault::code)
                .contains("PASSWORD_MISMATCH");
    }

    private static Optional<String> code(String password) {
        return PasswordRules.fault(password, password, CAMILA).map(Fault::code);
    }
}
