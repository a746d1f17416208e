package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.Origin;
import cl.buzon.testing.TestPersistence;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CaseFeedTest {

    private static final Instant NOON = Instant.parse("2026-11-23T15:00:00Z");
    private static final Actor.Customer CAMILA =
            new Actor.Customer(ManyCases.CAMILA, ManyCases.ANDES, "Camila", false, Origin.PORTAL);
    private static final Actor.Customer DIEGO =
            new Actor.Customer(ManyCases.DIEGO, ManyCases.ANDES, "Diego", false, Origin.PORTAL);
    private static final Actor.Customer PAULA =
            new Actor.Customer(ManyCases.PAULA, ManyCases.PACIFICO, "Paula", false, Origin.PORTAL);
    private static final Viewer ALL = new Viewer.BackOffice();

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    @BeforeEach
    void onlyPeople() {
        PERSISTENCE.run(em -> {
            em.createNativeQuery("truncate activity, claim_case, portal_user, account cascade")
                    .executeUpdate();
            ManyCases.people(em);
        });
    }

    @Test
    void everybodyFollowsTheirOwnCasesAndAnAdministratorTheCompanys() {
        CaseId camilas = opened(CAMILA);
        number();
        CaseId diegos = opened(DIEGO);
        number();
        CaseId paulas = opened(PAULA);

        assertThat(cases(new Viewer.Reporter(ManyCases.CAMILA))).containsExactly(camilas);
        assertThat(cases(new Viewer.Company(ManyCases.ANDES))).containsExactly(camilas, diegos);
        assertThat(cases(ALL)).containsExactly(camilas, diegos, paulas);
    }

    @Test
    void whatIsCommittedLateComesLate() {
        PERSISTENCE.run(late -> {
            Case first = open(late, CAMILA);
            late.flush();
            CaseId second = opened(CAMILA);
            List<Activity> before = read(0, 10);
            assertThat(before).extracting(Activity::caseId).containsExactly(second);

            late.getTransaction().commit();

            List<Activity> rest = read(place(before), 10);
            assertThat(rest).extracting(Activity::caseId).containsExactly(first.id());
            late.getTransaction().begin();
        });
    }

    @Test
    void whatIsRolledBackNeverComes() {
        PERSISTENCE.run(undone -> {
            open(undone, CAMILA);
            undone.flush();
            number();
            undone.getTransaction().rollback();
            undone.getTransaction().begin();
        });

        assertThat(read(0, 10)).isEmpty();
    }

    @Test
    void aCaseKeepsItsOrderThoughItsClockWentBack() {
        CaseId id = opened(CAMILA);
        change(id, NOON.minus(Duration.ofDays(1)));
        change(id, NOON.minus(Duration.ofDays(2)));

        assertThat(read(0, 10)).extracting(Activity::position).containsExactly(1, 2, 3);
    }

    @Test
    void aLongBacklogIsNumberedInSteps() {
        CaseId id = opened(CAMILA);
        PERSISTENCE.run(em -> em.createNativeQuery("""
                        insert into activity (id, case_id, account_id, reporter_id, position, type, at, actor_kind, actor_name, origin)
                        select gen_random_uuid(), c.id, c.account_id, c.reporter_id, n + 1, 'COMPENSATION', now(), 'SYSTEM', '-', 'SYNC'
                        from claim_case c, generate_series(1, ?2) n where c.id = ?1""")
                .setParameter(1, id.value())
                .setParameter(2, CaseFeed.STEP + 200)
                .executeUpdate());

        assertThat(number()).isTrue();
        assertThat(head()).isEqualTo(CaseFeed.STEP);
        assertThat(number()).isFalse();
        assertThat(head()).isEqualTo(CaseFeed.STEP + 201);
        assertThat(read(0, 5_000))
                .extracting(Activity::position)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(CaseFeed.STEP + 201);
    }

    @Test
    void changesTellWhoMayKnow() {
        opened(CAMILA);
        long before = read(0, 10).size();
        CaseId paulas = opened(PAULA);
        number();

        List<CaseFeed.Change> changes = PERSISTENCE.call(em -> new CaseFeed(em).changes(before, 10));

        assertThat(changes)
                .containsExactly(new CaseFeed.Change(before + 1, number(paulas), ManyCases.PACIFICO, ManyCases.PAULA));
    }

    @Test
    void thereIsAPlaceBeforeEveryTime() {
        CaseId id = opened(CAMILA);
        change(id, NOON.plusSeconds(10));
        opened(PAULA);
        change(id, NOON.plusSeconds(20));
        number();

        assertThat(placeBefore(NOON)).isZero();
        assertThat(positionsAfter(NOON.plusSeconds(1), id)).containsExactly(2, 3);
        assertThat(positionsAfter(NOON.plusSeconds(11), id)).containsExactly(3);
        assertThat(positionsAfter(NOON.plusSeconds(21), id)).isEmpty();
    }

    private static List<Integer> positionsAfter(Instant time, CaseId of) {
        return read(placeBefore(time), 10).stream()
                .filter(entry -> entry.caseId().equals(of))
                .map(Activity::position)
                .toList();
    }

    private static long placeBefore(Instant time) {
        return PERSISTENCE.call(em -> new CaseFeed(em).placeBefore(new Viewer.Company(ManyCases.ANDES), time));
    }

    @Test
    void aReaderAmongManyWritersMissesNothingAndReadsNothingTwice() throws Exception {
        int writers = 8;
        int changes = 40;
        List<CaseId> shared = List.of(opened(CAMILA), opened(DIEGO), opened(CAMILA));
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        List<Activity> read = new ArrayList<>();
        try {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int offset = writer;
                writing.add(pool.submit(() -> {
                    for (int i = 0; i < changes; i++) {
                        change(shared.get((offset + i) % shared.size()), NOON);
                        opened(CAMILA);
                    }
                }));
            }
            long place = 0;
            while (!writing.stream().allMatch(Future::isDone)) {
                place = follow(read, place);
            }
            for (Future<?> one : writing) {
                one.get(1, TimeUnit.MINUTES);
            }
            while (follow(read, place) > place) {
                place = place(read);
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(read)
                .extracting(Activity::id)
                .doesNotHaveDuplicates()
                .hasSize(shared.size() + 2 * writers * changes)
                .containsExactlyInAnyOrderElementsOf(written());
        Map<CaseId, Integer> positions = new HashMap<>();
        for (Activity one : read) {
            assertThat(one.position()).isEqualTo(positions.merge(one.caseId(), 1, Integer::sum));
        }
    }

    private static long follow(List<Activity> read, long place) {
        List<Activity> next = read(place, 7);
        read.addAll(next);
        return next.isEmpty() ? place : place(next);
    }

    private static List<Activity> read(long place, int limit) {
        number();
        return PERSISTENCE.call(em -> new CaseFeed(em).after(ALL, place, limit));
    }

    private static List<CaseId> cases(Viewer viewer) {
        number();
        return PERSISTENCE.call(em -> new CaseFeed(em)
                .after(viewer, 0, 10).stream().map(Activity::caseId).toList());
    }

    private static boolean number() {
        return PERSISTENCE.call(em -> new CaseFeed(em).number());
    }

    private static long head() {
        return PERSISTENCE.call(em -> new CaseFeed(em).head());
    }

    private static long place(List<Activity> read) {
        return read.get(read.size() - 1).feedPosition().orElseThrow();
    }

    private static CaseId opened(Actor.Customer who) {
        return PERSISTENCE.call(em -> open(em, who)).id();
    }

    private static Case open(EntityManager em, Actor.Customer who) {
        Cases cases = new Cases(em, "CS");
        Case claim = Case.open(cases.nextNumber(), new Claim("OTHER", null, "Consulta", "¿Y?", null), who, NOON);
        cases.add(claim);
        cases.record(claim.opened(who));
        return claim;
    }

    private static void change(CaseId id, Instant at) {
        PERSISTENCE.run(em -> {
            Cases cases = new Cases(em, "CS");
            CompensationTerms terms =
                    new CompensationTerms(CompensationState.REQUESTED, new Clp(1000).amount(), null, null);
            cases.record(cases.getForChange(id).compensate(terms, CAMILA, at));
        });
    }

    private static CaseNumber number(CaseId id) {
        return PERSISTENCE.call(em -> new Cases(em, "CS").numberOf(id).orElseThrow());
    }

    private static List<UUID> written() {
        return PERSISTENCE.call(
                em -> em.createQuery("select a.id from Activity a", UUID.class).getResultList());
    }
}
