package cl.buzon.webhooks;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A company with two cases, webhooks to make, and a clock to move. */
abstract class QueueTest {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Attempt OK = Attempt.answered(200, "");
    static final Attempt DOWN = Attempt.answered(503, "down");

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    Instant now = NOON;
    AccountId company;
    CaseId one;
    CaseId other;

    @SuppressWarnings("NullAway.Init")
    QueueTest() {}

    @BeforeEach
    void twoCases() {
        company = PERSISTENCE.call(em -> {
            em.createNativeQuery("truncate webhook, webhook_delivery cascade").executeUpdate();
            return new TestRows(em).account();
        });
        one = newCase();
        other = newCase();
    }

    UUID webhook() {
        return PERSISTENCE.call(em -> {
            Webhook webhook = new Webhook(company, "https://hooks.example/", null, 0, now);
            new Webhooks(em).add(webhook);
            return webhook.id();
        });
    }

    CaseId newCase() {
        return PERSISTENCE.call(em -> {
            TestRows rows = new TestRows(em);
            return rows.openCase(rows.user(company), null, CaseState.OPEN, NOON);
        });
    }

    static NewDelivery thing(CaseId of, String body) {
        return new NewDelivery(UUID.randomUUID(), of, new CaseNumber("CS0000001"), "MESSAGE", body);
    }

    void add(UUID webhook, NewDelivery... things) {
        PERSISTENCE.run(em -> queue(em).add(new Webhooks(em).getForChange(company, webhook), List.of(things)));
    }

    List<Dispatch> claim(int most) {
        return PERSISTENCE.call(em -> queue(em).claim(most));
    }

    void settle(List<Dispatch> dispatches, Attempt attempt) {
        for (Dispatch dispatch : dispatches) {
            PERSISTENCE.run(em -> queue(em).settle(dispatch, attempt));
        }
    }

    DeliveryQueue queue(EntityManager em) {
        RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(10), Duration.ofHours(4)), () -> 0.5);
        return new DeliveryQueue(new Webhooks(em), new Deliveries(em), schedule, Clock.fixed(now, ZoneOffset.UTC));
    }

    static List<Delivery> log(UUID webhook) {
        return PERSISTENCE.call(em -> new Deliveries(em).log(webhook, null, null, 100));
    }

    static List<String> bodies(List<Dispatch> dispatches) {
        return dispatches.stream().map(Dispatch::body).toList();
    }

    static Dispatch named(List<Dispatch> dispatches, String body) {
        return dispatches.stream()
                .filter(d -> d.body().equals(body))
                .findFirst()
                .orElseThrow();
    }
}
