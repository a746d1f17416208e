package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.desk.IdempotentRequests.Outcome;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.Origin;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotentRequestsTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Actor CLOCK = new Actor.Machine("clock", Origin.CLOCK);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ROUND = 3;

    private final Actor camila = somebody();
    private final AtomicInteger done = new AtomicInteger();
    private Instant now = NOON;

    @Test
    void theSecondRequestGetsTheAnswerOfTheFirst() {
        Outcome first = once(camila, "k", "body");
        Outcome second = once(camila, "k", "body");

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(second.answer()).isEqualTo(first.answer());
        assertThat(done).hasValue(1);
    }

    @Test
    void aKeyBelongsToWhoUsedIt() {
        once(camila, "k", "body");

        assertThat(once(somebody(), "k", "another").replayed()).isFalse();
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() {
        once(camila, "k", "body");

        assertThatThrownBy(() -> once(camila, "k", "another")).isInstanceOf(Refusal.KeyReused.class);
        assertThat(done).hasValue(1);
    }

    @Test
    void aRefusalLeavesTheKeyFree() {
        assertThatThrownBy(() -> once(camila, "k", () -> "faulty", () -> {
                    throw new Refusal.NotFound();
                }))
                .isInstanceOf(Refusal.NotFound.class);

        assertThat(once(camila, "k", "mended").replayed()).isFalse();
    }

    @Test
    void anAnswerIsKeptForADay() {
        once(camila, "k", "body");

        now = NOON.plus(IdempotentRequests.KEPT);
        assertThat(once(camila, "k", "body").replayed()).isTrue();

        now = now.plusSeconds(1);
        assertThat(once(camila, "k", "another").replayed()).isFalse();
    }

    @Test
    void oldAnswersAreForgotten() {
        once(camila, "old", "body");
        now = NOON.plus(Duration.ofHours(1));
        once(camila, "young", "body");

        now = NOON.plus(IdempotentRequests.KEPT).plusSeconds(1);
        forgetAll();

        assertThat(keys()).contains("young").doesNotContain("old");
    }

    @Test
    void howeverManyAreOldAllAreForgotten() {
        IntStream.range(0, 2 * ROUND + 1).forEach(one -> once(camila, "many-" + one, "body"));

        now = NOON.plus(IdempotentRequests.KEPT).plusSeconds(1);
        forgetAll();

        assertThat(keys()).noneMatch(key -> key.startsWith("many-"));
    }

    /** Had it been forgotten after all, the next request would open a second case. */
    @Test
    void aKeyThatIsJustClaimedAnewIsNotForgotten() throws Exception {
        once(camila, "again", "body");
        now = NOON.plus(IdempotentRequests.KEPT).plusSeconds(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            once(camila, "again", () -> "anew", () -> {
                get(other.submit(this::forgetAll));
                return RecordedAnswer.DONE;
            });
        } finally {
            other.shutdownNow();
        }

        assertThat(once(camila, "again", "anew").replayed()).isTrue();
    }

    /** Only who waits for the key is hurried, not the work under it. */
    @Test
    void theWorkMayWaitForItsLocks() {
        List<Object> patience = new ArrayList<>();
        PERSISTENCE.run(em -> requests(em).once(camila, "locks", () -> "body", () -> {
            patience.add(em.createNativeQuery("show lock_timeout").getSingleResult());
            return RecordedAnswer.DONE;
        }));

        assertThat(patience).containsExactly("0");
    }

    private static void get(Future<?> other) {
        try {
            other.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private void forgetAll() {
        while (PERSISTENCE.call(em -> requests(em).forgetOld(CLOCK))) {
            assertThat(keys()).isNotEmpty();
        }
    }

    private IdempotentRequests requests(EntityManager entities) {
        return new IdempotentRequests(entities, clock(), PATIENCE, ROUND);
    }

    @Test
    void whoWaitsTooLongIsToldSo() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        CyclicBarrier claimed = new CyclicBarrier(2);
        CyclicBarrier toldSo = new CyclicBarrier(2);
        try {
            Future<Outcome> first = other.submit(() -> once(camila, "slow", () -> "body", () -> {
                meet(claimed);
                meet(toldSo);
                return RecordedAnswer.DONE;
            }));
            meet(claimed);

            assertThatThrownBy(() ->
                            PERSISTENCE.run(em -> new IdempotentRequests(em, clock(), Duration.ofMillis(20), ROUND)
                                    .once(camila, "slow", () -> "body", () -> RecordedAnswer.DONE)))
                    .isInstanceOf(Refusal.StillRunning.class);

            meet(toldSo);
            assertThat(first.get().replayed()).isFalse();
        } finally {
            other.shutdownNow();
        }
    }

    private static void meet(CyclicBarrier at) {
        try {
            at.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoAtOnceAreOneAThousandTimes() throws Exception {
        int rounds = Integer.getInteger("buzon.idempotency.rounds", 1000);
        ExecutorService pair = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < rounds; round++) {
                String key = "pair-" + round;
                CyclicBarrier start = new CyclicBarrier(2);
                Callable<Outcome> request = () -> {
                    start.await();
                    return once(camila, key, "body");
                };
                Future<Outcome> left = pair.submit(request);
                Future<Outcome> right = pair.submit(request);

                assertThat(List.of(left.get().replayed(), right.get().replayed()))
                        .containsExactlyInAnyOrder(true, false);
                assertThat(left.get().answer()).isEqualTo(right.get().answer());
            }
        } finally {
            pair.shutdownNow();
        }
        assertThat(done).hasValue(rounds);
    }

    private Outcome once(Actor actor, String key, String fingerprint) {
        return once(
                actor,
                key,
                () -> fingerprint,
                () -> new RecordedAnswer(201, "/" + done.incrementAndGet(), "\"1\"", "{\"ñ\":" + done.get() + "}"));
    }

    private Outcome once(Actor actor, String key, Supplier<String> fingerprint, Supplier<RecordedAnswer> work) {
        return PERSISTENCE.call(em -> requests(em).once(actor, key, fingerprint, work));
    }

    private static List<String> keys() {
        return PERSISTENCE.call(em -> {
            List<?> keys =
                    em.createNativeQuery("select key from idempotent_request").getResultList();
            return keys.stream().map(String.class::cast).toList();
        });
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Actor somebody() {
        return new Actor.Customer(UserId.random(), AccountId.random(), "Camila Rojas", false, Origin.API);
    }
}
