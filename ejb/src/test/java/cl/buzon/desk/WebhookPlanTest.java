package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.cases.Activity;
import cl.buzon.cases.Case;
import cl.buzon.cases.CaseFeed;
import cl.buzon.cases.Cases;
import cl.buzon.cases.Claim;
import cl.buzon.cases.CompensationTerms;
import cl.buzon.shared.AccountId;
import cl.buzon.shared.Actor;
import cl.buzon.shared.ActorKind;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.Origin;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import cl.buzon.webhooks.Deliveries;
import cl.buzon.webhooks.DeliveryQueue;
import cl.buzon.webhooks.RetrySchedule;
import cl.buzon.webhooks.Webhook;
import cl.buzon.webhooks.Webhooks;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookPlanTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Actor CLOCK = new Actor.Machine("clock", Origin.CLOCK);

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private Actor.Customer customer;

    @SuppressWarnings("NullAway.Init")
    WebhookPlanTest() {}

    @BeforeEach
    void company() {
        customer = PERSISTENCE.call(em -> {
            em.createNativeQuery("truncate webhook, webhook_delivery, activity, claim_case cascade")
                    .executeUpdate();
            return userOf(new TestRows(em).account(), em);
        });
    }

    private static Actor.Customer userOf(AccountId account, EntityManager em) {
        return new Actor.Customer(new TestRows(em).user(account), account, "Camila", false, Origin.PORTAL);
    }

    @Test
    void everyEntryOfTheCompanyFromNowOnAndNoOtherBecomesADelivery() {
        opened(customer);
        UUID webhook = webhook();
        Actor.Customer colleague = PERSISTENCE.call(em -> userOf(customer.account(), em));
        Actor.Customer stranger = PERSISTENCE.call(em -> userOf(new TestRows(em).account(), em));
        CaseId told = opened(colleague);
        change(told);
        opened(stranger);

        planAll();

        assertThat(told(webhook)).containsExactlyElementsOf(history(told)).hasSize(2);
    }

    @Test
    void aWebhookThatIsOffGoesOnWhereItWas() {
        UUID webhook = webhook();
        PERSISTENCE.run(
                em -> new Webhooks(em).getForChange(customer.account(), webhook).disable(NOON));
        CaseId told = opened(customer);
        planAll();
        assertThat(told(webhook)).isEmpty();

        PERSISTENCE.run(
                em -> new Webhooks(em).getForChange(customer.account(), webhook).enable(NOON));
        planAll();

        assertThat(told(webhook)).containsExactlyElementsOf(history(told));
    }

    @Test
    void twoPlannersAmongWritersMakeEachDeliveryOnceAndInOrder() throws Exception {
        int changes = 150;
        UUID left = webhook();
        UUID right = webhook();
        CaseId one = opened(customer);
        CaseId other = opened(customer);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writing = new ArrayList<>();
            for (CaseId id : List.of(one, other)) {
                writing.add(pool.submit(() -> {
                    for (int i = 0; i < changes; i++) {
                        change(id);
                    }
                }));
            }
            List<Future<?>> planning = new ArrayList<>();
            for (int planner = 0; planner < 2; planner++) {
                planning.add(pool.submit(() -> {
                    while (!writing.stream().allMatch(Future::isDone)) {
                        step();
                    }
                    planAll();
                }));
            }
            for (Future<?> work : planning) {
                work.get(1, TimeUnit.MINUTES);
            }
        } finally {
            pool.shutdownNow();
        }
        planAll();

        for (UUID webhook : List.of(left, right)) {
            for (CaseId id : List.of(one, other)) {
                List<UUID> history = history(id);
                assertThat(told(webhook).stream().filter(history::contains)).containsExactlyElementsOf(history);
            }
            assertThat(told(webhook)).hasSize(2 * (changes + 1)).doesNotHaveDuplicates();
        }
    }

    private UUID webhook() {
        return PERSISTENCE.call(em -> {
            number();
            Webhook webhook =
                    new Webhook(customer.account(), "https://hooks.example/", null, new CaseFeed(em).head(), NOON);
            new Webhooks(em).add(webhook);
            return webhook.id();
        });
    }

    private static void planAll() {
        while (step()) {
            number();
        }
    }

    private static boolean step() {
        number();
        return PERSISTENCE.call(em -> plan(em).step(CLOCK, event -> "{}"));
    }

    private static void number() {
        PERSISTENCE.run(em -> new CaseFeed(em).number());
    }

    private static WebhookPlan plan(EntityManager em) {
        Webhooks webhooks = new Webhooks(em);
        DeliveryQueue queue = new DeliveryQueue(
                webhooks,
                new Deliveries(em),
                new RetrySchedule(List.of(Duration.ofSeconds(10)), () -> 0.5),
                Clock.fixed(NOON, ZoneOffset.UTC));
        return new WebhookPlan(webhooks, queue, new CaseFeed(em), WebhookPlanTest::told);
    }

    private static List<CaseActivity> told(List<Activity> entries, Actor viewer) {
        return entries.stream()
                .map(entry -> new CaseActivity(
                        new CaseNumber("CS0000001"),
                        new ActivityView(
                                entry.id(),
                                entry.position(),
                                ActivityView.Type.valueOf(entry.type().name()),
                                entry.at(),
                                entry.actorName(),
                                ActorKind.of(viewer),
                                true,
                                false,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)))
                .toList();
    }

    private static CaseId opened(Actor.Customer who) {
        return PERSISTENCE.call(em -> {
            Cases cases = new Cases(em, "CS");
            Case claim = Case.open(cases.nextNumber(), new Claim("OTHER", null, "Consulta", "¿Y?", null), who, NOON);
            cases.add(claim);
            cases.record(claim.opened(who));
            return claim.id();
        });
    }

    private void change(CaseId id) {
        PERSISTENCE.run(em -> {
            Cases cases = new Cases(em, "CS");
            CompensationTerms terms = new CompensationTerms(CompensationState.REQUESTED, 1000L, null, null);
            cases.record(cases.getForChange(id).compensate(terms, customer, NOON));
        });
    }

    private static List<UUID> history(CaseId id) {
        return PERSISTENCE.call(
                em -> em.createQuery("select a.id from Activity a where a.caseId = :id order by a.position", UUID.class)
                        .setParameter("id", id.value())
                        .getResultList());
    }

    private static List<UUID> told(UUID webhook) {
        return PERSISTENCE.call(em -> em.createQuery(
                        "select d.activityId from Delivery d where d.webhookId = :webhook order by d.number",
                        UUID.class)
                .setParameter("webhook", webhook)
                .getResultList());
    }
}
