package cl.buzon.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.Refusal;
import cl.buzon.testing.TestRows;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryLogTest extends QueueTest {

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
}
