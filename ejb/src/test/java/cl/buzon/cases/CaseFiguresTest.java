package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.AtLeast;
import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import cl.buzon.testing.TestPersistence;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CaseFiguresTest {

    private static final int CASES = 1000;
    private static final Viewer ANDES = new Viewer.Company(ManyCases.ANDES);
    private static final Viewer PACIFICO = new Viewer.Company(ManyCases.PACIFICO);

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    /** The cases that a reading of the table meets first are closed: those that wait were all opened after them. */
    @BeforeAll
    static void openCases() {
        PERSISTENCE.run(em -> {
            ManyCases.people(em);
            ManyCases.open(em, CASES);
            em.createNativeQuery("update claim_case set state = 'CLOSED' where state = 'AWAITING_INFO'")
                    .executeUpdate();
            em.createNativeQuery(
                            "update claim_case set state = 'AWAITING_INFO' where number >= 'CS0000988' and state = 'CLOSED'")
                    .executeUpdate();
        });
    }

    @Test
    void countsAreExactUpToTheirLimit() {
        Map<CaseState, Long> counts = figures(figures -> figures.counts(PACIFICO, CaseFilter.all(), 100));

        assertThat(counts).isEqualTo(Map.of(CaseState.OPEN, 33L, CaseState.CLOSED, 66L, CaseState.AWAITING_INFO, 1L));
    }

    @Test
    void aFullStateHidesNoneOfAnother() {
        Map<CaseState, Long> counts = figures(figures -> figures.counts(ANDES, CaseFilter.all(), 50));

        assertThat(counts).isEqualTo(Map.of(CaseState.OPEN, 51L, CaseState.CLOSED, 51L, CaseState.AWAITING_INFO, 8L));
    }

    @Test
    void countsKeepToTheFilter() {
        CaseFilter words =
                new CaseFilter(Set.of(), Set.of(), Set.of(), null, null, "porcelana", CaseSort.CREATED, true);

        Map<CaseState, Long> own = figures(figures -> figures.counts(ANDES, words, 50));
        Map<CaseState, Long> others = figures(figures -> figures.counts(PACIFICO, words, 50));

        assertThat(own).isEqualTo(Map.of(CaseState.CLOSED, 1L));
        assertThat(others).isEmpty();
    }

    @Test
    void whatIsOwedIsAddedUpToTheLimitAndSaysWhenThereIsMore() {
        AtLeast<Clp> exact = figures(figures -> figures.owed(PACIFICO, CaseFilter.all(), 14));
        AtLeast<Clp> cut = figures(figures -> figures.owed(PACIFICO, CaseFilter.all(), 13));

        assertThat(exact)
                .isEqualTo(new AtLeast<>(
                        new Clp((70 + 140 + 210 + 280 + 350 + 420 + 490 + 560 + 630 + 700 + 770 + 840 + 910 + 980)
                                * 10L),
                        false));
        assertThat(cut.more()).isTrue();
        assertThat(cut.figure().amount()).isBetween(1L, exact.figure().amount() - 1);
    }

    @Test
    void manyCasesThatOweNothingLeaveTheSumExact() {
        AtLeast<Clp> owed = figures(figures -> figures.owed(PACIFICO, CaseFilter.all(), 20));
        AtLeast<Clp> paid = figures(figures -> figures.paid(PACIFICO, CaseFilter.all(), 20));

        assertThat(owed.more()).isFalse();
        assertThat(paid).isEqualTo(new AtLeast<>(new Clp(0), false));
    }

    @Test
    void theMoneyIsOfTheCasesThatTheFilterLeaves() {
        CaseFilter undecided = new CaseFilter(
                Set.of(), Set.of(), Set.of(CompensationState.NOT_REQUESTED), null, null, null, CaseSort.CREATED, true);

        CaseFilter open = CaseFilter.all().withStates(Set.of(CaseState.OPEN));

        AtLeast<Clp> ofUndecided = figures(figures -> figures.owed(PACIFICO, undecided, 20));
        AtLeast<Clp> ofOpen = figures(figures -> figures.owed(PACIFICO, open, 20));

        assertThat(ofUndecided).isEqualTo(new AtLeast<>(new Clp(0), false));
        assertThat(ofOpen).isEqualTo(new AtLeast<>(new Clp((210 + 420 + 630 + 840) * 10L), false));
    }

    @Test
    void progressIsCutOnlyWhereMoreCasesWereTouched() {
        // Case n was touched n minutes before June: every tenth is the company's
        Instant year = Instant.parse("2026-01-01T00:00:00Z");
        Instant month = Instant.parse("2026-05-31T23:15:00Z");

        CaseFigures.Progress within = figures(figures -> figures.progress(PACIFICO, month, year, 100));
        CaseFigures.Progress beyond = figures(figures -> figures.progress(PACIFICO, month, year, 50));
        CaseFigures.Progress far = figures(figures -> figures.progress(PACIFICO, month, year, 3));

        assertThat(within.resolved().more()).isFalse();
        assertThat(within.paid().more()).isFalse();
        assertThat(beyond.resolved().more()).isFalse();
        assertThat(beyond.paid().more()).isTrue();
        assertThat(far.resolved().more()).isTrue();
    }

    private static <T> T figures(Function<CaseFigures, T> ask) {
        return PERSISTENCE.call(em -> ask.apply(new CaseFigures(em)));
    }
}
