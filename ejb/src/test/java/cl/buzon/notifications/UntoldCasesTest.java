package cl.buzon.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UntoldCasesTest {

    private static final Instant NOON = SomeMail.NOON;
    private static final Instant SOON = NOON.plusSeconds(10);

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private CaseId one;

    @SuppressWarnings("NullAway.Init")
    UntoldCasesTest() {}

    @BeforeEach
    void aSolvedCase() {
        one = PERSISTENCE.call(em -> {
            em.createNativeQuery("truncate case_news").executeUpdate();
            em.createNativeQuery("update claim_case set state = 'CLOSED'").executeUpdate();
            TestRows rows = new TestRows(em);
            return rows.openCase(rows.user(rows.account()), null, CaseState.RESOLVED, NOON);
        });
    }

    @Test
    void whatHappensTogetherIsToldOnce() {
        mark(NOON, SOON);
        mark(NOON.plusSeconds(5), SOON.plusSeconds(5));

        assertThat(take(NOON.plusSeconds(9))).isEmpty();
        assertThat(take(SOON)).contains(new UntoldCases.Due(one, 0));
        PERSISTENCE.run(em -> new UntoldCases(em).told(one, 7, false));
        assertThat(take(SOON.plusSeconds(60))).isEmpty();
        mark(SOON.plusSeconds(61), SOON.plusSeconds(70));
        assertThat(take(SOON.plusSeconds(70))).contains(new UntoldCases.Due(one, 7));
    }

    @Test
    void aCaseStaysDueUntilAllOfItIsTold() {
        mark(NOON, SOON);

        PERSISTENCE.run(em -> new UntoldCases(em).told(one, 200, true));

        assertThat(take(SOON)).contains(new UntoldCases.Due(one, 200));
    }

    @Test
    void whatWasThereBeforeNeedsNoTelling() {
        PERSISTENCE.run(em -> em.createNativeQuery("""
                        insert into activity (id, case_id, account_id, reporter_id, position, type, at, actor_kind,
                            actor_name, origin)
                        select gen_random_uuid(), id, account_id, reporter_id, 3, 'FILE', :at, 'CUSTOMER', 'Rosa', 'DEMO'
                        from claim_case where id = :case""")
                .setParameter("at", NOON.minusSeconds(60))
                .setParameter("case", one.value())
                .executeUpdate());

        mark(NOON, SOON);

        assertThat(take(SOON)).contains(new UntoldCases.Due(one, 3));
    }

    @Test
    void aCaseInSomebodysHandsIsPassedOver() {
        mark(NOON, SOON);

        Optional<UntoldCases.Due> elsewhere = PERSISTENCE.call(em -> {
            assertThat(new UntoldCases(em).take(SOON)).isPresent();
            return take(SOON);
        });

        assertThat(elsewhere).isEmpty();
    }

    @Test
    void aSolutionIsRemindedOfOnce() {
        Instant later = NOON.plus(Duration.ofDays(4));

        assertThat(unreminded(NOON)).isEmpty();
        assertThat(unreminded(later)).containsExactly(one);
        assertThat(remind(NOON)).isTrue();
        assertThat(remind(NOON)).isFalse();
        assertThat(unreminded(later)).isEmpty();
        assertThat(remind(NOON.plusSeconds(1))).as("of the next solution").isTrue();
    }

    private void mark(Instant happened, Instant due) {
        PERSISTENCE.run(em -> new UntoldCases(em).mark(one, happened, due));
    }

    private static Optional<UntoldCases.Due> take(Instant now) {
        return PERSISTENCE.call(em -> new UntoldCases(em).take(now));
    }

    private static List<CaseId> unreminded(Instant before) {
        return PERSISTENCE.call(em -> new UntoldCases(em).unreminded(before, 10));
    }

    private boolean remind(Instant solved) {
        return PERSISTENCE.call(em -> new UntoldCases(em).remind(one, 5, solved));
    }
}
