package cl.buzon.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Refusal;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeliveryQueueTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Attempt OK = Attempt.answered(200, "");
    private static final Attempt DOWN = Attempt.answered(503, "down");

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private Instant now = NOON;
    private AccountId company;
    private CaseId one;
    private CaseId other;

    @SuppressWarnings("NullAway.Init")
    DeliveryQueueTest() {}

    @BeforeEach
    void twoCases() {
        company = PERSISTENCE.call(em -> {
            em.createNativeQuery("truncate webhook, webhook_delivery cascade").executeUpdate();
            return new TestRows(em).account();
        });
        one = newCase();
        other = newCase();
    }

    @Test
    void ofACaseTheNextWaitsForTheOneBefore() {
        UUID webhook = webhook();
        add(webhook, thing(one, "1"), thing(one, "2"), thing(other, "3"), thing(one, "4"));

        List<Dispatch> first = claim(10);
        assertThat(bodies(first)).containsExactlyInAnyOrder("1", "3");
        assertThat(claim(10)).as("all that may be sent is being sent").isEmpty();

        settle(first, OK);
        List<Dispatch> second = claim(10);
        assertThat(bodies(second)).containsExactly("2");
        settle(second, OK);
        assertThat(bodies(claim(10))).containsExactly("4");
    }

    @Test
    void whatComesLaterWaitsToo() {
        UUID webhook = webhook();
        add(webhook, thing(one, "1"));
        List<Dispatch> first = claim(10);
        add(webhook, thing(one, "2"), thing(other, "3"));

        assertThat(bodies(claim(10))).containsExactly("3");
        settle(first, OK);
        assertThat(bodies(claim(10))).containsExactly("2");
    }

    @Test
    void aFailedOneIsTriedAgainAndHoldsUpItsCaseOnly() {
        UUID webhook = webhook();
        add(webhook, thing(one, "1"), thing(one, "2"), thing(other, "3"));
        List<Dispatch> first = claim(10);
        settle(first.stream().filter(d -> d.body().equals("1")).toList(), DOWN);
        settle(first.stream().filter(d -> d.body().equals("3")).toList(), OK);
        assertThat(claim(10)).isEmpty();

        now = NOON.plusSeconds(10);
        List<Dispatch> again = claim(10);

        assertThat(bodies(again)).containsExactly("1");
        assertThat(again.get(0).delivery()).isEqualTo(named(first, "1").delivery());
        Delivery logged = log(webhook).get(2);
        assertThat(logged.attempts()).isEqualTo(2);
        assertThat(logged.lastStatus()).contains(503);
        assertThat(logged.lastError()).contains(Trouble.BAD_STATUS);
        assertThat(logged.lastAnswer()).contains("down");
    }

    @Test
    void whatIsGivenUpAfterThreeDaysLetsTheNextPass() {
        UUID webhook = webhook();
        add(webhook, thing(one, "1"), thing(one, "2"));
        settle(claim(10), DOWN);
        now = NOON.plusSeconds(5);
        add(webhook, thing(other, "3"));
        settle(claim(10), OK);

        now = NOON.plus(Duration.ofHours(70));
        List<Dispatch> last = claim(10);
        settle(last, DOWN);

        assertThat(bodies(last)).containsExactly("1");
        Delivery givenUp = log(webhook).get(2);
        assertThat(givenUp.state()).isEqualTo(Delivery.State.FAILED);
        assertThat(givenUp.finishedAt()).contains(now);
        now = now.plusSeconds(1);
        assertThat(bodies(claim(10))).containsExactly("2");
    }

    @Test
    void aWebhookThatTookNothingForThreeDaysIsSwitchedOff() {
        UUID webhook = webhook();
        add(webhook, thing(one, "1"), thing(one, "2"));
        settle(claim(10), DOWN);
        now = NOON.plus(RetrySchedule.PERSISTENCE);
        settle(claim(10), DOWN);

        PERSISTENCE.run(em -> {
            Webhook off = new Webhooks(em).get(company, webhook);
            assertThat(off.isEnabled()).isFalse();
            assertThat(off.disabledReason()).contains(Webhook.Disabled.FAILING);
        });
        now = now.plus(Duration.ofDays(1));
        assertThat(claim(10)).isEmpty();

        PERSISTENCE.run(em -> new Webhooks(em).getForChange(company, webhook).enable(now));
        assertThat(bodies(claim(10))).containsExactly("2");
    }

    @Test
    void aFailingWebhookIsTriedOneAtATimeAndHoldsUpNoOther() {
        UUID dead = webhook();
        UUID alive = webhook();
        add(dead, Stream.generate(() -> thing(newCase(), "dead")).limit(9).toArray(NewDelivery[]::new));
        List<Dispatch> first = claim(10);
        assertThat(bodies(first)).hasSize(DeliveryQueue.PARALLEL);
        settle(first, DOWN);
        add(alive, thing(one, "alive"));

        now = now.plusSeconds(9);
        List<Dispatch> second = claim(10);

        assertThat(bodies(second)).containsExactlyInAnyOrder("dead", "alive");
    }

    @Test
    void whoHasWaitedLongestIsServedFirst() {
        UUID busy = webhook();
        UUID quiet = webhook();
        add(busy, Stream.generate(() -> thing(newCase(), "busy")).limit(3).toArray(NewDelivery[]::new));
        assertThat(bodies(claim(1))).containsExactly("busy");
        add(quiet, thing(one, "quiet"));

        now = now.plusSeconds(1);

        assertThat(bodies(claim(1))).containsExactly("quiet");
    }

    @Test
    void whoHasAllThatTheyMayInHandStandsInNobodysWay() {
        UUID slow = webhook();
        add(slow, Stream.generate(() -> thing(newCase(), "slow")).limit(9).toArray(NewDelivery[]::new));
        assertThat(claim(10)).hasSize(DeliveryQueue.PARALLEL);
        UUID other = webhook();
        now = now.plusSeconds(1);
        add(other, Stream.generate(() -> thing(newCase(), "other")).limit(2).toArray(NewDelivery[]::new));
        assertThat(bodies(claim(1))).containsExactly("other");

        now = now.plusSeconds(1);

        assertThat(bodies(claim(1))).containsExactly("other");
    }

    @Test
    void whatItsHolderNeverSettledIsSentBySomebodyElse() {
        add(webhook(), thing(one, "1"), thing(one, "2"));
        Dispatch lost = claim(10).get(0);

        now = now.plus(Delivery.LEASE);
        Dispatch taken = claim(10).get(0);
        assertThat(taken.delivery()).isEqualTo(lost.delivery());

        settle(List.of(lost), OK);
        assertThat(claim(10)).as("who comes too late changes nothing").isEmpty();
        settle(List.of(taken), OK);
        assertThat(bodies(claim(10))).containsExactly("2");
    }

    @Test
    void aReplayKeepsItsNameAndWaitsBehindItsCase() {
        UUID webhook = webhook();
        add(webhook, thing(one, "1"));
        Dispatch first = claim(1).get(0);
        settle(List.of(first), OK);
        add(webhook, thing(one, "2"), thing(one, "3"));

        PERSISTENCE.run(em -> queue(em).replay(company, webhook, first.delivery()));

        for (String next : List.of("2", "3", "1")) {
            List<Dispatch> claimed = claim(10);
            assertThat(bodies(claimed)).containsExactly(next);
            settle(claimed, OK);
        }
        assertThat(log(webhook)).extracting(Delivery::id).contains(first.delivery());
        assertThat(log(webhook)).hasSize(3);
    }

    @Test
    void aReplayOfWhatWaitsForAnotherAttemptIsDueAtOnce() {
        UUID webhook = webhook();
        add(webhook, thing(one, "1"));
        Dispatch first = claim(1).get(0);
        settle(List.of(first), DOWN);

        now = now.plusSeconds(2);
        assertThat(claim(1)).isEmpty();
        PERSISTENCE.run(em -> queue(em).replay(company, webhook, first.delivery()));

        assertThat(bodies(claim(1))).containsExactly("1");
    }

    @Test
    void anothersWebhookIsNotThere() {
        UUID webhook = webhook();
        add(webhook, thing(one, "1"));
        UUID delivery = log(webhook).get(0).id();
        AccountId stranger = PERSISTENCE.call(em -> new TestRows(em).account());

        assertThatThrownBy(() -> PERSISTENCE.run(em -> queue(em).replay(stranger, webhook, delivery)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> PERSISTENCE.run(em -> new Webhooks(em).get(stranger, webhook)))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void ofADeletedWebhookNothingIsSentAndInTheEndNothingIsLeft() {
        UUID webhook = webhook();
        add(webhook, thing(one, "1"));
        Dispatch underWay = claim(1).get(0);
        PERSISTENCE.run(em -> new Webhooks(em).getForChange(company, webhook).delete(now));

        settle(List.of(underWay), OK);
        assertThat(claim(1)).isEmpty();
        PERSISTENCE.run(em -> {
            assertThat(new Deliveries(em).dropOld(NOON, 10)).isEqualTo(1);
            assertThat(new Webhooks(em).dropDeleted(10)).isEqualTo(1);
        });
    }

    @Test
    void onlyWhatEndedLongAgoIsForgotten() {
        UUID webhook = webhook();
        add(webhook, thing(one, "old"), thing(other, "waiting"));
        settle(claim(1), OK);
        now = now.plusSeconds(60);
        add(webhook, thing(one, "young"));
        settle(claim(1), OK);

        PERSISTENCE.run(em ->
                assertThat(new Deliveries(em).dropOld(NOON.plusSeconds(30), 10)).isEqualTo(1));

        assertThat(log(webhook)).hasSize(2);
    }

    @Test
    void theLogGoesDownInStretches() {
        UUID webhook = webhook();
        add(webhook, thing(one, "1"), thing(one, "2"), thing(one, "3"));

        List<Delivery> top = PERSISTENCE.call(em -> new Deliveries(em).log(webhook, null, null, 2));
        List<Delivery> rest = PERSISTENCE.call(em -> new Deliveries(em)
                .log(webhook, Delivery.State.PENDING, top.get(1).number(), 2));

        assertThat(top).extracting(Delivery::body).containsExactly("3", "2");
        assertThat(rest).extracting(Delivery::body).containsExactly("1");
        List<Delivery> failed = PERSISTENCE.call(em -> new Deliveries(em).log(webhook, Delivery.State.FAILED, null, 2));
        assertThat(failed).isEmpty();
    }

    private UUID webhook() {
        return PERSISTENCE.call(em -> {
            Webhook webhook = new Webhook(company, "https://hooks.example/", null, 0, now);
            new Webhooks(em).add(webhook);
            return webhook.id();
        });
    }

    private CaseId newCase() {
        return PERSISTENCE.call(em -> {
            TestRows rows = new TestRows(em);
            return rows.openCase(rows.user(company), null, CaseState.OPEN, NOON);
        });
    }

    private static NewDelivery thing(CaseId of, String body) {
        return new NewDelivery(UUID.randomUUID(), of, new CaseNumber("CS0000001"), "MESSAGE", body);
    }

    private void add(UUID webhook, NewDelivery... things) {
        PERSISTENCE.run(em -> queue(em).add(new Webhooks(em).getForChange(company, webhook), List.of(things)));
    }

    private List<Dispatch> claim(int most) {
        return inQueue(queue -> queue.claim(most));
    }

    private void settle(List<Dispatch> dispatches, Attempt attempt) {
        for (Dispatch dispatch : dispatches) {
            PERSISTENCE.run(em -> queue(em).settle(dispatch, attempt));
        }
    }

    private <T> T inQueue(Function<DeliveryQueue, T> work) {
        return PERSISTENCE.call(em -> work.apply(queue(em)));
    }

    private DeliveryQueue queue(EntityManager em) {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(10), Duration.ofHours(4)), () -> 0.5);
        return new DeliveryQueue(new Webhooks(em), new Deliveries(em), schedule, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static List<Delivery> log(UUID webhook) {
        return PERSISTENCE.call(em -> new Deliveries(em).log(webhook, null, null, 100));
    }

    private static List<String> bodies(List<Dispatch> dispatches) {
        return dispatches.stream().map(Dispatch::body).toList();
    }

    private static Dispatch named(List<Dispatch> dispatches, String body) {
        return dispatches.stream()
                .filter(d -> d.body().equals(body))
                .findFirst()
                .orElseThrow();
    }
}
