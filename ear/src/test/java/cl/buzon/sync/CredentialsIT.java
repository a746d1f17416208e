package cl.buzon.sync;

import static cl.buzon.sync.TwoSides.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.instance.SignIns;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Our key to the other side ends, is taken away, or is the wrong one. */
@SyncTest
class CredentialsIT {

    private final TwoSides sides;
    private final Remote remote;
    private final Customers customers;

    CredentialsIT(TwoSides sides) {
        this.sides = sides;
        this.remote = sides.remote();
        this.customers = sides.customers();
    }

    @AfterEach
    void allIsWell() {
        remote.allIsWell();
        remote.instance().signIns().changeSecret(SignIns.CLIENT, SignIns.PASSWORD);
        remote.instance().switches().tokenLife = 1800;
    }

    @Test
    @DisplayName("28: a token that is revoked is renewed once for all")
    void aRevokedTokenIsRenewedOnceForAll() {
        remote.wire().refuse();
        List<String> numbers = IntStream.range(0, 32)
                .mapToObj(i -> customers.open("Carrera por la llave " + i))
                .toList();
        remote.instance().signIns().revokeTokens();
        long before = remote.signIns();
        remote.wire().mend();

        numbers.forEach(
                number -> eventually(() -> assertThat(remote.find(number)).isPresent()));

        assertThat(remote.signIns() - before).isOne();
        sides.reckon();
    }

    @Test
    @DisplayName("28: a token at its end is renewed once for all, and costs no case an attempt")
    void aTokenAtItsEndIsRenewedOnceForAll() {
        remote.instance().switches().tokenLife = 2;
        try {
            remote.instance().signIns().revokeTokens();
            String number = sides.open("Llave corta");
            for (int i = 0; i < 5; i++) {
                String text = "Palabra " + i;
                customers.write(number, text);
                eventually(() -> assertThat(remote.said(number)).contains("Camila Rojas (portal): " + text));
            }
        } finally {
            remote.instance().switches().tokenLife = 1800;
        }
        sides.reckon();
    }

    @Test
    @DisplayName("28: with a wrong password all waits without trying, and goes on by itself when it is right again")
    void aWrongPasswordPausesEverything() {
        String number = sides.open("Clave cambiada");
        SignIns signIns = remote.instance().signIns();
        signIns.changeSecret(SignIns.CLIENT, "otra");
        signIns.revokeTokens();
        long before = remote.signIns();

        IntStream.range(0, 8).forEach(i -> customers.write(number, "Sin llave " + i));
        List<String> numbers = IntStream.range(0, 8)
                .mapToObj(i -> customers.open("Sin llave " + i))
                .toList();
        eventually(() -> assertThat(remote.signIns()).isGreaterThan(before));

        assertThat(remote.signIns() - before).as("tries with a wrong password").isLessThan(4);
        assertThat(numbers).allMatch(one -> !sides.records().healthOf(one).startsWith("PARKED"));
        assertThat(numbers).allMatch(one -> sides.records().attempts(one) == 0);
        signIns.changeSecret(SignIns.CLIENT, SignIns.PASSWORD);
        eventually(() -> assertThat(remote.said(number)).hasSize(8));
        numbers.forEach(one -> eventually(() -> assertThat(remote.find(one)).isPresent()));
        assertThat(remote.calls(Call::isSignIn)).isNotEmpty();
        sides.reckon();
    }
}
