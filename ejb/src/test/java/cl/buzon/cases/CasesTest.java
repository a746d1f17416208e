package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.MessageId;
import cl.buzon.shared.Origin;
import cl.buzon.testing.TestPersistence;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CasesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T15:00:00Z");
    private static final Actor.Customer CAMILA =
            new Actor.Customer(ManyCases.CAMILA, ManyCases.ANDES, "Camila", false, Origin.PORTAL);

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    @BeforeEach
    void people() {
        PERSISTENCE.run(em -> {
            em.createNativeQuery("truncate activity, claim_case, portal_user, account cascade")
                    .executeUpdate();
            ManyCases.people(em);
        });
    }

    @Test
    void whatMovedACaseOnIsFoundAmongAnyNumberOfMessages() {
        CaseId id = PERSISTENCE.call(CasesTest::opened);
        say(id, 300);
        compensate(id, CompensationState.REQUESTED);
        say(id, 300);
        compensate(id, CompensationState.WITHDRAWN);

        List<Activity> turns = PERSISTENCE.call(em -> new Cases(em, "CS").turns(id, 200));

        assertThat(turns)
                .extracting(Activity::type)
                .containsExactly(Activity.Type.STATE, Activity.Type.COMPENSATION, Activity.Type.COMPENSATION);
        assertThat(turns).extracting(Activity::position).containsExactly(1, 302, 603);
    }

    @Test
    void noMoreAreReadThanAskedFor() {
        CaseId id = PERSISTENCE.call(CasesTest::opened);
        compensate(id, CompensationState.REQUESTED);
        compensate(id, CompensationState.WITHDRAWN);

        List<Activity> turns = PERSISTENCE.call(em -> new Cases(em, "CS").turns(id, 2));

        assertThat(turns).extracting(Activity::position).containsExactly(1, 2);
    }

    private static CaseId opened(EntityManager em) {
        Cases cases = new Cases(em, "CS");
        Case claim = Case.open(cases.nextNumber(), new Claim("OTHER", null, "Consulta", "¿Y?", null), CAMILA, NOON);
        cases.add(claim);
        cases.record(claim.opened(CAMILA));
        return claim.id();
    }

    private static void say(CaseId id, int times) {
        PERSISTENCE.run(em -> {
            Cases cases = new Cases(em, "CS");
            Case on = cases.getForChange(id);
            for (int i = 0; i < times; i++) {
                cases.record(Activity.message(on, message(em, on), CAMILA, NOON));
            }
        });
    }

    private static MessageId message(EntityManager em, Case on) {
        MessageId id = MessageId.random();
        em.createNativeQuery("insert into customer_message (id, case_id, author_kind, author_name, body, posted_at)"
                        + " values (?1, ?2, 'CUSTOMER', 'Camila', 'Hola', now())")
                .setParameter(1, id.value())
                .setParameter(2, on.id().value())
                .executeUpdate();
        return id;
    }

    private static void compensate(CaseId id, CompensationState state) {
        PERSISTENCE.run(em -> {
            Cases cases = new Cases(em, "CS");
            cases.record(
                    cases.getForChange(id).compensate(new CompensationTerms(state, 1000L, null, null), CAMILA, NOON));
        });
    }
}
