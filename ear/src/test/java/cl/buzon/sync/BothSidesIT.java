package cl.buzon.sync;

import static cl.buzon.sync.TwoSides.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.sandbox.instance.Rule;
import cl.buzon.sync.World.Reader;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** People on both sides at once, who change, delete and refuse what the other does not expect. */
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
    @DisplayName("20: what was said there before the customer closed the case here is not lost")
    void whatWasSaidBeforeTheCustomerClosedIsNotLost() {
        String number = sides.open("Cerrado con un mensaje en camino");
        remote.wire().refuse();
        remote.marcela().comment(remote.id(number), "Ya la encontramos");
        customers.act(number, "close");
        remote.wire().mend();

        eventually(() -> assertThat(customers.heard(number)).containsExactly("Ya la encontramos"));
        assertThat(state(number)).isEqualTo("CLOSED");
        sides.reckon();
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
            portal.press("Reprocesar");
        }
        eventually(() -> assertThat(remote.find(poison)).isPresent());
        sides.reckon();
        assertThat(sides.records().healthOf(poison)).startsWith("HEALTHY");
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

    @Test
    @DisplayName("19: what we have written does not come back as news")
    void whatWeHaveWrittenDoesNotComeBack() {
        String number = sides.open("Eco");
        customers.write(number, "¿Hay alguien?");
        customers.attach(number, "eco.pdf", "application/pdf", Customers.PDF);
        eventually(() -> assertThat(remote.shown(number)).hasSize(1));

        remote.marcela().comment(remote.id(number), "¿Hay alguien?");

        eventually(() -> assertThat(customers.heard(number)).containsExactly("¿Hay alguien?", "¿Hay alguien?"));
        sides.reckon();
        assertThat(remote.said(number)).containsExactly("Camila Rojas (portal): ¿Hay alguien?", "¿Hay alguien?");
        assertThat(customers.files(number)).hasSize(1);
    }

    @Test
    @DisplayName("29: a record that is deleted there is told to staff, and the customer keeps his case")
    void aDeletedRecordIsToldToStaff() {
        String number = sides.open("Borrado allá");
        remote.marcela().delete(remote.id(number));

        customers.write(number, "¿Siguen ahí?");

        eventually(() -> assertThat(sides.records().healthOf(number)).startsWith("GONE"));
        assertThat(sides.records().disagreementsOn(number)).anyMatch(words -> words.startsWith("TICKET|" + number));
        assertThat(customers.aCase(number).get("state").asString()).isEqualTo("NEW");
        assertThat(customers.heard(number)).containsExactly("¿Siguen ahí?");
        assertThat(remote.records(number)).isZero();
        sides.reckon();
    }

    @Test
    @DisplayName("27: what we do not know is kept for staff, and what is too long there is cut visibly")
    void whatWeDoNotKnowIsKeptForStaff() {
        String unknown = sides.open("Estado desconocido");
        remote.instance().changeByScript(remote.id(unknown), Map.of("state", "99"));
        remote.marcela().comment(remote.id(unknown), "Con estado propio");
        remote.instance().switches().hiddenFields.add("sn_customerservice_case.u_compensation_amount");
        remote.instance().switches().lengths.put("sn_customerservice_case.short_description", 40);
        String longSubject = "Un asunto que no cabe entero en cuarenta letras, ni con buena voluntad";
        try {
            String number = customers.open(longSubject);
            eventually(() -> assertThat(customers.heard(unknown)).containsExactly("Con estado propio"));

            eventually(() -> assertThat(sides.records().disagreementsOn(unknown))
                    .anyMatch(words -> words.startsWith("STATE|") && words.contains("99")));
            // Her first answer has taken it up; the state that nobody knows has done nothing
            assertThat(customers.aCase(unknown).get("state").asString()).isEqualTo("OPEN");
            eventually(() -> assertThat(remote.find(number)).isPresent());
            eventually(() -> assertThat(remote.row(number).get("short_description") + remote.said(number))
                    .contains(longSubject));
        } finally {
            remote.instance().switches().hiddenFields.clear();
            remote.instance().switches().lengths.clear();
        }
    }
}
