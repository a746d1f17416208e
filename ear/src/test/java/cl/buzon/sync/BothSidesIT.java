package cl.buzon.sync;

import static cl.buzon.sync.TwoSides.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.fault.Exchange;
import cl.buzon.sandbox.instance.Rule;
import cl.buzon.sandbox.instance.SignIns;
import cl.buzon.shared.BodySignature;
import cl.buzon.sync.World.Reader;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** People on both sides at once, doorbells, credentials and cases that nobody takes. */
@SyncTest
class BothSidesIT {

    private final TwoSides sides;
    private final Remote remote;
    private final Customers customers;

    BothSidesIT(TwoSides sides) {
        this.sides = sides;
        this.remote = sides.remote();
        this.customers = sides.customers();
    }

    @AfterEach
    void allIsWell() {
        remote.allIsWell();
    }

    private int ring(String sysId, String state, String key, Instant at) {
        String body = "{\"sys_id\":\"" + sysId + "\",\"state\":\"" + state + "\"}";
        return sides.doorbell().ring(body, new BodySignature(key), at);
    }

    private int ring(String sysId, String state) {
        return ring(sysId, state, TwoSides.SECRET, Instant.now());
    }

    @Test
    @DisplayName("15: a hundred rings at once have one effect")
    void aHundredRingsHaveOneEffect() {
        String number = sides.open("Cien timbres");
        String id = remote.id(number);
        remote.marcela().comment(id, "Una sola vez");
        Instant before = Instant.now();

        List<Integer> answers =
                IntStream.range(0, 100).parallel().mapToObj(i -> ring(id, "10")).toList();

        assertThat(answers).containsOnly(202);
        eventually(() -> assertThat(customers.heard(number)).containsExactly("Una sola vez"));
        sides.reckon();
        assertThat(customers.heard(number)).containsExactly("Una sola vez");
        List<Exchange> fetched = remote.calls(call -> call.path().endsWith("/" + id)).stream()
                .filter(call -> call.at().isAfter(before))
                .toList();
        assertThat(fetched).as("fetches for 100 rings").hasSizeLessThan(30);
    }

    @Test
    @DisplayName("16: an older ring after a newer one takes nothing back")
    void anOlderRingTakesNothingBack() {
        String number = sides.open("Timbres cruzados");
        String id = remote.id(number);
        remote.marcela().change(id, Map.of("state", "18"));
        remote.marcela().change(id, Map.of("state", "10"));

        ring(id, "10");
        ring(id, "18");

        eventually(() -> assertThat(state(number)).isEqualTo("OPEN"));
        sides.reckon();
        assertThat(state(number)).isEqualTo("OPEN");
    }

    @Test
    @DisplayName("17: who has no key, an old one or an unknown record rings in vain")
    void whoHasNoKeyRingsInVain() {
        String number = sides.open("Timbres falsos");
        String id = remote.id(number);

        assertThat(ring(id, "6", "otra", Instant.now())).isEqualTo(401);
        assertThat(ring(id, "6", TwoSides.SECRET, Instant.now().minusSeconds(400)))
                .isEqualTo(401);
        assertThat(ring(id, "6", TwoSides.SECRET, Instant.now().plusSeconds(400)))
                .isEqualTo(401);
        assertThat(ring("f".repeat(32), "6")).isEqualTo(202);

        sides.reckon();
        assertThat(state(number)).isEqualTo("NEW");
    }

    private String state(String number) {
        return customers.aCase(number).get("state").asString();
    }

    @Test
    @DisplayName("20: both change the same field: theirs holds, ours is kept for staff to see")
    void bothChangeTheSameField() {
        String number = sides.open("Cada uno por su lado");
        remote.wire().refuse();
        customers.act(number, "close");
        remote.marcela().resolve(remote.id(number), "1", "Se encontró");
        remote.wire().mend();

        eventually(() -> assertThat(state(number)).isEqualTo("RESOLVED"));
        assertThat(sides.records().disagreementsOn(number))
                .anyMatch(words -> words.startsWith("STATE|CLOSED|RESOLVED"));
        sides.reckon();
        try (Portal portal = sides.browser().on(Device.DESKTOP)) {
            portal.signIn(Person.OPERATOR).open("operador/sincronizacion");
            assertThat(portal.words()).contains(number);
        }
    }

    @Test
    @DisplayName("20: both change different fields: all of it holds")
    void bothChangeDifferentFields() {
        String number = sides.open("Cada uno lo suyo");
        String id = remote.id(number);
        remote.wire().refuse();
        customers.write(number, "Mandé la boleta");
        customers.attach(number, "boleta.pdf", "application/pdf", Customers.PDF);
        remote.marcela().change(id, Map.of("state", "10", "comments", "La buscamos"));
        remote.marcela().assign(id, "rodrigo.lagos");
        remote.rodrigo().compensate(id, "approved", 45_000);
        remote.wire().mend();

        eventually(() -> {
            assertThat(remote.said(number))
                    .containsExactlyInAnyOrder("La buscamos", "Camila Rojas (portal): Mandé la boleta");
            assertThat(state(number)).isEqualTo("OPEN");
            assertThat(customers.aCase(number).at("/executive/email").asString())
                    .isEqualTo("rodrigo.lagos@buzon.example");
            assertThat(customers
                            .aCase(number)
                            .at("/compensation/approvedAmount")
                            .asLong())
                    .isEqualTo(45_000);
        });
        assertThat(sides.records().disagreementsOn(number)).isEmpty();
        sides.reckon();
    }

    @Test
    @DisplayName("26: a case that nobody takes waits for a person, delays no other, and goes on when told to")
    void aPoisonCaseDelaysNoOther() {
        AtomicBoolean poisonous = new AtomicBoolean(true);
        remote.instance()
                .add(Rule.refusing(
                        "Sin veneno",
                        (before, changes) -> poisonous.get()
                                && changes.getOrDefault("short_description", "").contains("Veneno")));

        String poison = customers.open("Veneno");
        String other = sides.open("Después del veneno");

        eventually(() -> assertThat(sides.records().healthOf(poison))
                .startsWith("PARKED")
                .contains("Sin veneno"));
        assertThat(remote.records(other)).isOne();
        assertThat(remote.records(poison)).isZero();
        sides.reckon();
        poisonous.set(false);
        try (Portal portal = sides.browser().on(Device.DESKTOP)) {
            portal.signIn(Person.OPERATOR).open("operador/sincronizacion-caso?numero=" + poison);
            assertThat(portal.words()).contains("Sin veneno");
            portal.press("Reintentar");
        }
        eventually(() -> assertThat(remote.find(poison)).isPresent());
        sides.reckon();
        assertThat(sides.records().healthOf(poison)).startsWith("HEALTHY");
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

    @Test
    @DisplayName("I6: what is not meant for a customer reaches none")
    void whatIsNotMeantForACustomerReachesNone() {
        String note = "Nota interna 7f3c9a";
        String word = "Palabra de Andes 51be02";
        sides.plant(note, Reader.CAMILA, Reader.PAULA);
        sides.plant(word, Reader.PAULA);
        String number = sides.open("Con nota");
        remote.marcela().note(remote.id(number), note);
        remote.marcela().change(remote.id(number), Map.of("work_notes", note, "comments", "Lo vemos"));

        customers.write(number, word);

        eventually(() -> assertThat(customers.heard(number)).contains("Lo vemos", word));
        sides.reckon();
    }
}
