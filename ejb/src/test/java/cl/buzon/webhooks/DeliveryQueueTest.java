package cl.buzon.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryQueueTest extends QueueTest {

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
}
