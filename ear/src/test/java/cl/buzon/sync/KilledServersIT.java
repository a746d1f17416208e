package cl.buzon.sync;

import static cl.buzon.sync.TwoSides.eventually;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The server is killed at the worst of moments: what the customer asked for is committed and he has not been told, and the
 * other side has done what it was asked and we have not been told. Once for each write of a case, until a run passes
 * without being killed.
 */
@SyncTest
@Timeout(value = 25, unit = MINUTES)
class KilledServersIT {

    private static final Duration HELD = Duration.ofSeconds(20);

    private final TwoSides sides;
    private final Remote remote;

    KilledServersIT(TwoSides sides) {
        this.sides = sides;
        this.remote = sides.remote();
    }

    /** What the customers' program does with one case, one write on the other side each. */
    private static final class Program implements Runnable {

        private final Customers customers;
        private final Wire front;
        private final int killedAt;
        private String number = "";

        Program(Customers customers, Wire front, int killedAt) {
            this.customers = customers;
            this.front = front;
            this.killedAt = killedAt;
        }

        @Override
        public void run() {
            List<Runnable> steps = List.of(
                    () -> number = customers.open("Cortado en el paso " + killedAt),
                    () -> customers.write(number, "Uno del paso " + killedAt),
                    () -> customers.write(number, "Dos del paso " + killedAt),
                    () -> customers.attach(number, "paso.pdf", "application/pdf", Customers.PDF));
            for (int step = 0; step < steps.size(); step++) {
                if (step + 1 == killedAt) {
                    front.holdAnswers();
                }
                steps.get(step).run();
            }
        }
    }

    @Test
    @DisplayName("1, 3: killed before anything is committed, here or there, it is done once by the next server")
    void killedBeforeAnythingIsCommittedItIsDoneOnce() throws Exception {
        remote.wire().jam();
        String claimed = sides.customers().open("Cortado antes de llamar");
        await().atMost(1, MINUTES).until(() -> sides.records().isInHand(claimed));
        CompletableFuture<String> opening;
        Rows.Held held = sides.records().holdNewCases();
        try {
            opening = CompletableFuture.supplyAsync(() -> sides.customers().open("Cortado antes de guardar"));
            await().atMost(1, MINUTES).until(() -> sides.records().waitingForLocks() > 0);
            sides.portal().kill();
        } finally {
            held.close();
        }
        remote.wire().reset();
        remote.allIsWell();
        sides.portal().restart();

        String number = opening.get(3, MINUTES);

        eventually(() -> assertThat(remote.records(claimed)).isOne());
        eventually(() -> assertThat(remote.records(number)).isOne());
        sides.reckon();
    }

    @Test
    @DisplayName("2, 4, 5: killed between any two steps, nothing is lost and nothing is said twice")
    void killedBetweenAnyTwoStepsNothingIsLostOrSaidTwice() throws Exception {
        int step = 1;
        while (isKilledAt(step)) {
            step++;
        }

        assertThat(step).as("the run that passed").isEqualTo(5);
        sides.reckon();
    }

    /** @return whether there was such a step, so that it came to that */
    private boolean isKilledAt(int step) throws InterruptedException, ExecutionException, TimeoutException {
        // Or a write of the case before would be the one that is held
        eventually(() -> assertThat(sides.records().marks()).isZero());
        String name = "held at " + step;
        remote.goesWrong(Fault.slow(HELD)
                .named(name)
                .on(Call::isWrite)
                .skipping(step - 1)
                .once());
        try (Wire front = new Wire(sides.portal().address().getPort())) {
            CompletableFuture<Void> program =
                    CompletableFuture.runAsync(new Program(sides.customers().by(front.port()), front, step));
            await().atMost(2, MINUTES).until(() -> isHeld(name) || program.isDone());
            boolean kills = isHeld(name);
            if (kills) {
                front.awaitHeld(HELD);
                sides.portal().kill();
                remote.allIsWell();
                front.reset();
                front.mend();
                sides.portal().restart();
            }
            program.get(3, MINUTES);
            return kills;
        } finally {
            remote.allIsWell();
        }
    }

    private boolean isHeld(String name) {
        return !remote.struckBy(name).isEmpty();
    }

    @Test
    @DisplayName("6: killed while a file comes in, there is no half of it")
    void killedWhileAFileComesInThereIsNoHalfOfIt() throws Exception {
        String number = sides.open("Archivo a medias");
        byte[] large = Texts.pdf(4 * 1024 * 1024);
        try (Wire front = new Wire(sides.portal().address().getPort())) {
            front.jamAfterAsked(1024 * 1024);
            CompletableFuture<Void> upload = CompletableFuture.runAsync(
                    () -> sides.customers().by(front.port()).attach(number, "mitad.pdf", "application/pdf", large));
            front.awaitHeld(HELD);
            sides.portal().kill();
            front.reset();
            front.mend();
            sides.portal().restart();
            upload.get(3, MINUTES);
        }

        eventually(() -> assertThat(remote.shown(number)).containsExactly(large));
        sides.reckon();
    }
}
