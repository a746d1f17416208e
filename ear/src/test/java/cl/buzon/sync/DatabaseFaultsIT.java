package cl.buzon.sync;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The database goes away under load and comes back. */
@SyncTest
class DatabaseFaultsIT {

    /** Until somebody is served again; five are aimed at, and this machine may be busy with other things. */
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    private final TwoSides sides;
    private final Customers customers;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger opened = new AtomicInteger();

    DatabaseFaultsIT(TwoSides sides) {
        this.sides = sides;
        this.customers = sides.customers();
    }

    @Test
    @DisplayName("22: the database crashes and loses its connections under load, and no confirmed case is lost")
    void theDatabaseCrashesUnderLoadAndNothingConfirmedIsLost() throws Exception {
        List<CompletableFuture<Void>> load = new ArrayList<>();
        for (int client = 0; client < 4; client++) {
            int number = client;
            load.add(CompletableFuture.runAsync(() -> work(number)));
        }
        await().atMost(60, SECONDS).until(() -> opened.get() >= 8);

        sides.portal().crashDatabase();
        Duration afterCrash = servedAgain("Tras la caída");
        sides.records().terminateOthers();
        Duration afterLoss = servedAgain("Tras el corte");

        stopped.set(true);
        for (CompletableFuture<Void> client : load) {
            client.get(4, MINUTES);
        }
        System.out.printf(
                "served again after %d ms (crash) and %d ms (lost connections)%n",
                afterCrash.toMillis(), afterLoss.toMillis());
        assertThat(afterCrash).isLessThan(RECOVERY);
        assertThat(afterLoss).isLessThan(RECOVERY);
        sides.reckon();
    }

    private void work(int client) {
        for (int i = 0; !stopped.get(); i++) {
            String number = customers.open("Bajo carga " + client + "." + i);
            customers.write(number, "Bajo carga");
            opened.incrementAndGet();
        }
    }

    private Duration servedAgain(String subject) {
        long start = System.nanoTime();
        customers.open(subject);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
