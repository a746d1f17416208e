package cl.buzon.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.ExecutiveId;
import cl.buzon.shared.UserId;
import cl.buzon.testing.TestPersistence;
import cl.buzon.testing.TestRows;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The assigner on the real database; the desk's part, giving the case to the chosen one, is played by the test. */
class AssignerTest {

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    private static final Instant NOON = Instant.parse("2026-05-04T16:00:00Z");
    private static final Clock STOPPED = Clock.fixed(NOON, BusinessClock.SANTIAGO);
    private static final int THREADS = 8;
    private static final int EACH = 50;
    private static final int EXECUTIVES = 3;

    private final AccountId account = PERSISTENCE.call(em -> new TestRows(em).account());
    private final UserId reporter = PERSISTENCE.call(em -> new TestRows(em).user(account));

    @BeforeEach
    void nobodyWorksHereYet() {
        PERSISTENCE.run(em ->
                em.createNativeQuery("truncate executive, claim_case cascade").executeUpdate());
    }

    @Test
    void theDecisionIsKeptWithItsReasons() {
        ExecutiveId ana = hire();

        CaseId caseId = submit().get(0);

        Object[] row = (Object[]) PERSISTENCE.call(em -> em.createNativeQuery(
                        "select executive_id, reasons, cast(load as text), decided_at = :now from assignment_decision"
                                + " where case_id = :id")
                .setParameter("now", NOON)
                .setParameter("id", caseId.value())
                .getSingleResult());
        assertThat(row).containsExactly(ana.value(), "SKILL_RELAXED,LEAST_LOAD", "0.00", true);
    }

    @Test
    void aCaseThatNobodyCanTakeWaitsInTheQueue() {
        CaseId first = submit().get(0);
        CaseId second = submit().get(0);

        assertThat(waiting(10)).containsExactly(first, second);
        assertThat(waiting(1)).containsExactly(first);

        hire();
        PERSISTENCE.run(em -> give(em, first));

        assertThat(waiting(10)).containsExactly(second);
    }

    @Test
    void theTicketingSystemGivesEvenToWhomNoRuleWould() {
        ExecutiveId ana = hire();
        PERSISTENCE.run(
                em -> new Executives(em, STOPPED).find(ana).orElseThrow().setActive(false));
        CaseId caseId = submit().get(0);

        AssignmentDecision decision = PERSISTENCE.call(em -> new Assigner(em, STOPPED).assignTo(caseId, ana));

        assertThat(decision).isEqualTo(new AssignmentDecision(ana, List.of(AssignmentReason.REMOTE), Load.NONE));
        assertThat(lastAssigned(ana)).isEqualTo(NOON);
    }

    @Test
    void theCompanysPrimaryTakesItsCases() {
        hire();
        ExecutiveId bea = hire();
        PERSISTENCE.run(em -> new Executives(em, STOPPED).setTeam(account, new AccountTeam(bea, null)));

        submit(6);

        assertThat(casesOf(bea)).isEqualTo(6);
    }

    @Test
    void assignmentsAtOneReadingOfTheClockKeepTheirOrder() {
        ExecutiveId ana = hire();
        ExecutiveId bea = hire();

        submit(3);

        assertThat(List.of(lastAssigned(ana), lastAssigned(bea)))
                .containsExactlyInAnyOrder(NOON.plusNanos(1000), NOON.plusNanos(2000));
    }

    @Test
    void aCopyReadEarlierDoesNotUndoAnAssignment() {
        ExecutiveId ana = hire();

        PERSISTENCE.run(em -> {
            Executive copy = new Executives(em, STOPPED).find(ana).orElseThrow();
            submit();
            copy.setCapacity(7);
        });

        assertThat(lastAssigned(ana)).isEqualTo(NOON);
    }

    @Test
    void casesOfOneTransactionCountForEachOther() {
        List<ExecutiveId> executives = hire(EXECUTIVES);

        PERSISTENCE.run(em -> IntStream.range(0, 30).forEach(i -> openAndGive(em)));

        assertThat(executives).allMatch(executive -> casesOf(executive) == 10);
    }

    @Test
    void submitsAtOnceNeverPickByAStaleLoad() throws Exception {
        List<ExecutiveId> executives = hire(EXECUTIVES);

        atOnce(() -> submit(EACH));

        List<Long> cases = executives.stream().map(AssignerTest::casesOf).toList();
        assertThat(cases.stream().mapToLong(count -> count).sum()).isEqualTo((long) THREADS * EACH);
        assertThat(Collections.max(cases) - Collections.min(cases)).isLessThanOrEqualTo(1);
        assertThat(executives).allSatisfy(executive -> assertThat(loadsOnDecision(executive))
                .isEqualTo(LongStream.range(0, casesOf(executive)).boxed().toList()));
    }

    private static void atOnce(Callable<List<CaseId>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<List<CaseId>> done : threads.invokeAll(Collections.nCopies(THREADS, work))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<CaseId> submit() {
        return submit(1);
    }

    private List<CaseId> submit(int cases) {
        List<CaseId> submitted = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            submitted.add(PERSISTENCE.call(this::openAndGive));
        }
        return submitted;
    }

    private CaseId openAndGive(EntityManager em) {
        CaseId caseId = new TestRows(em).openCase(reporter, null, CaseState.NEW, Instant.now());
        give(em, caseId);
        return caseId;
    }

    private void give(EntityManager em, CaseId caseId) {
        new Assigner(em, STOPPED).assign(caseId, account, "LOSS").executive().ifPresent(chosen -> em.createNativeQuery(
                        "update claim_case set executive_id = :chosen where id = :id")
                .setParameter("chosen", chosen.value())
                .setParameter("id", caseId.value())
                .executeUpdate());
    }

    private static List<ExecutiveId> hire(int count) {
        return Stream.generate(AssignerTest::hire).limit(count).toList();
    }

    private static ExecutiveId hire() {
        ExecutiveId id = ExecutiveId.random();
        Executive executive = new Executive(id, id + "@correo.example", "Ana Rojas");
        executive.setCapacity(THREADS * EACH);
        PERSISTENCE.run(em -> new Executives(em, STOPPED).add(executive));
        return id;
    }

    private static List<CaseId> waiting(int limit) {
        return PERSISTENCE.call(em -> new Assigner(em, STOPPED).waiting(limit));
    }

    private static long casesOf(ExecutiveId executive) {
        return PERSISTENCE
                        .call(em -> new Executives(em, STOPPED).load(executive))
                        .hundredths()
                / 100;
    }

    private static Instant lastAssigned(ExecutiveId executive) {
        return PERSISTENCE.call(em -> new Executives(em, STOPPED)
                .find(executive)
                .orElseThrow()
                .lastAssignedAt()
                .orElseThrow());
    }

    private static List<Long> loadsOnDecision(ExecutiveId executive) {
        return PERSISTENCE.call(em -> em.createQuery(
                        "select d.load from RecordedDecision d where d.executiveId = :id order by d.load",
                        BigDecimal.class)
                .setParameter("id", executive.value())
                .getResultStream()
                .map(BigDecimal::longValueExact)
                .toList());
    }
}
