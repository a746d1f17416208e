package cl.buzon.sync;

import static cl.buzon.sync.TwoSides.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.sandbox.fault.Exchange;
import cl.buzon.shared.BodySignature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The other side rings too often, too late, or it is not the other side at all. */
@SyncTest
class DoorbellIT {

    private final TwoSides sides;
    private final Remote remote;
    private final Customers customers;

    DoorbellIT(TwoSides sides) {
        this.sides = sides;
        this.remote = sides.remote();
        this.customers = sides.customers();
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
        assertThat(fetched).as("fetches for 100 rings").hasSizeLessThan(70);
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
}
