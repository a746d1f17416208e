package cl.buzon.sync;

import static cl.buzon.sync.TwoSides.eventually;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cl.buzon.run.PortalServer;
import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes of the portal share the work, and one of them stands still or is replaced. */
@Tag("nightly")
@SyncTest
class TwoNodesIT {

    private static final Duration HELD = Duration.ofSeconds(30);

    private final TwoSides sides;
    private final Remote remote;

    TwoNodesIT(TwoSides sides) {
        this.sides = sides;
        this.remote = sides.remote();
    }

    @Test
    @DisplayName("8, 36: a node that stood still while another took over its case writes nothing when it wakes up")
    void aNodeThatStoodStillWritesNothingWhenItWakesUp() {
        try (PortalServer other = sides.portal().another()) {
            other.freeze();
            remote.goesWrong(Fault.slow(HELD).named("held").on(Call::isWrite).once());
            String number = sides.customers().open("Quieto a media llamada");
            await().atMost(1, MINUTES).until(() -> !remote.struckBy("held").isEmpty());
            sides.portal().freeze();
            other.thaw();
            try {
                Customers byOther = sides.customers().by(other.portal().getPort());
                byOther.write(number, "Dicho al otro nodo");

                eventually(() -> assertThat(remote.said(number)).hasSize(1));
                assertThat(remote.records(number)).isOne();
            } finally {
                remote.allIsWell();
                sides.portal().thaw();
            }

            sides.customers().write(number, "Dicho al que despertó");
            eventually(() -> assertThat(remote.said(number))
                    .containsExactly(
                            "Camila Rojas (portal): Dicho al otro nodo",
                            "Camila Rojas (portal): Dicho al que despertó"));
            sides.reckon();
        }
    }

    @Test
    @DisplayName("33: one node after the other is replaced under load, and nothing that was promised is lost")
    void nodesAreReplacedUnderLoad() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger opened = new AtomicInteger();
        PortalServer other = sides.portal().another();
        try {
            List<CompletableFuture<Void>> load = Stream.of(
                            sides.portal().address().getPort(), other.portal().getPort())
                    .map(port -> CompletableFuture.runAsync(() -> {
                        Customers customers = sides.customers().by(port);
                        while (!over.get()) {
                            String number = customers.open("Con relevo " + opened.incrementAndGet());
                            customers.write(number, "Durante el relevo");
                        }
                    }))
                    .toList();
            await().atMost(1, MINUTES).until(() -> opened.get() >= 10);

            sides.portal().stopAndRestart();
            int served = opened.get();
            await().atMost(1, MINUTES).until(() -> opened.get() >= served + 10);

            over.set(true);
            for (CompletableFuture<Void> client : load) {
                client.get(3, MINUTES);
            }
        } finally {
            over.set(true);
            other.close();
        }
        sides.reckon();
    }
}
