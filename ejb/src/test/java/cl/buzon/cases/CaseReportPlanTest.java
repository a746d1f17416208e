package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.Page;
import cl.buzon.testing.TestPersistence;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the queries of the pages cost among 100,000 cases, told by PostgreSQL's own counters of the rows that it touched:
 * no table is read through, and the work depends on the page and not on the number of cases.
 */
class CaseReportPlanTest {

    private static final int CASES = 100_000;
    private static final int PAGE = 20;

    /** A page reads its rows and one more; the planner may prefer to skip some that another condition drops. */
    private static final long BOUND = 50L * PAGE;

    private static final Viewer CAMILA = new Viewer.Reporter(ManyCases.CAMILA);
    private static final Viewer ANDES = new Viewer.Company(ManyCases.ANDES);

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    @BeforeAll
    static void openCases() throws Exception {
        PERSISTENCE.run(em -> {
            ManyCases.people(em);
            ManyCases.open(em, CASES);
        });
        try (var connection = PERSISTENCE.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anyPageInAnyOrderReadsOnlyItself(CaseSort sort) {
        CaseFilter filter = new CaseFilter(Set.of(), Set.of(), Set.of(), null, null, null, sort, true);
        String deep = PERSISTENCE.call(em -> {
            Page<CaseRow> page = new CaseReport(em).page(ANDES, filter, null, 40_000);
            return page.next();
        });

        assertThat(rowsRead(CAMILA, filter, null)).isLessThanOrEqualTo(PAGE + 1L);
        assertThat(rowsRead(ANDES, filter, null)).isLessThanOrEqualTo(PAGE + 1L);
        assertThat(rowsRead(ANDES, filter, deep)).isLessThanOrEqualTo(PAGE + 1L);
    }

    @ParameterizedTest
    @EnumSource
    void filteringByStateReadsOnlyWhatMatches(CaseState state) {
        CaseFilter filter = CaseFilter.all().withStates(Set.of(state));

        assertThat(rowsRead(CAMILA, filter, null)).isLessThanOrEqualTo(BOUND);
        assertThat(rowsRead(ANDES, filter, null)).isLessThanOrEqualTo(BOUND);
    }

    @ParameterizedTest
    @EnumSource
    void filteringByCompensationReadsOnlyWhatMatches(CompensationState compensation) {
        CaseFilter filter =
                new CaseFilter(Set.of(), Set.of(), Set.of(compensation), null, null, null, CaseSort.CREATED, true);

        assertThat(rowsRead(CAMILA, filter, null)).isLessThanOrEqualTo(BOUND);
        assertThat(rowsRead(ANDES, filter, null)).isLessThanOrEqualTo(BOUND);
    }

    @Test
    void filteringByARareSituationReadsOnlyWhatMatches() {
        CaseFilter filter =
                new CaseFilter(Set.of(), Set.of("OTHER"), Set.of(), null, null, null, CaseSort.CREATED, true);

        assertThat(rowsRead(CAMILA, filter, null)).isLessThanOrEqualTo(BOUND);
        assertThat(rowsRead(ANDES, filter, null)).isLessThanOrEqualTo(BOUND);
    }

    @Test
    void aSearchReadsOnlyWhatItFinds() {
        assertThat(rowsRead(ANDES, query("CS0000007"), null)).isLessThanOrEqualTo(2);
        assertThat(rowsRead(ANDES, query("pq000000007"), null)).isLessThanOrEqualTo(2);
        assertThat(rowsRead(CAMILA, query("porcelana"), null)).isLessThanOrEqualTo(BOUND);
        assertThat(rowsRead(CAMILA, query("llegó rota"), null)).isLessThanOrEqualTo(2 * BOUND);
    }

    @Test
    void figuresStopAtTheirLimit() {
        // Of the three states that occur one is rare and two are cut at the limit
        assertThat(rowsRead(em -> new CaseFigures(em).counts(ANDES, CaseFilter.all(), 10_000)))
                .isLessThanOrEqualTo(24_000);
        assertThat(rowsRead(em -> new CaseFigures(em).owed(ANDES, CaseFilter.all(), 10_000)))
                .isLessThanOrEqualTo(12_000);
        assertThat(rowsRead(em -> new CaseFigures(em).paid(ANDES, CaseFilter.all(), 10_000)))
                .isLessThanOrEqualTo(10);
        assertThat(rowsRead(em -> new CaseFigures(em)
                        .progress(
                                ANDES,
                                Instant.parse("2026-05-31T00:00:00Z"),
                                Instant.parse("2026-01-01T00:00:00Z"),
                                10_000)))
                .isLessThanOrEqualTo(12_000);
    }

    @Test
    void theMonthsOfACompanyStopAtTheirLimit() {
        assertThat(rowsRead(em ->
                        new CaseMonths(em).figures(new Viewer.Company(ManyCases.ANDES), YearMonth.of(2026, 1), 10_000)))
                .isLessThanOrEqualTo(10_002);
    }

    @Test
    void theLatestActivitiesLookAtFewCases() {
        assertThat(rowsRead(em -> new CaseReport(em).latest(CAMILA, 5))).isLessThanOrEqualTo(20);
    }

    @Test
    void aCaseIsFoundByItsNumberAlone() {
        assertThat(rowsRead(em -> new Cases(em, "CS").get(new CaseNumber("CS0000007"), ANDES)))
                .isLessThanOrEqualTo(2);
        assertThat(rowsRead(em -> new Cases(em, "CS")
                        .openOn(new TrackingNumber("PQ000050001"), ManyCases.ANDES, ManyCases.CAMILA)))
                .isLessThanOrEqualTo(1);
    }

    private static long rowsRead(Viewer viewer, CaseFilter filter, @Nullable String place) {
        return rowsRead(em -> new CaseReport(em).page(viewer, filter, place, PAGE));
    }

    /** Rows of the case table that the work made the database touch; a scan of the whole table counts in full. */
    private static long rowsRead(Consumer<EntityManager> work) {
        return PERSISTENCE.call(em -> {
            long before = touched(em);
            work.accept(em);
            return touched(em) - before;
        });
    }

    private static long touched(EntityManager em) {
        return ((Number) em.createNativeQuery("""
                                select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'claim_case'""").getSingleResult()).longValue();
    }

    private static CaseFilter query(String query) {
        return new CaseFilter(Set.of(), Set.of(), Set.of(), null, null, query, CaseSort.CREATED, true);
    }
}
