package cl.buzon.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.web.portal.ReportQuery.Tab;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportQueryTest {

    private static final Address REPORT = Address.of("/casos");

    @Test
    void anEmptyAddressAsksForEverythingTheNewestFirst() {
        assertThat(query("", "", "").filter()).isEqualTo(CaseFilter.all());
    }

    @Test
    void datesAreReadAsPeopleWriteThem() {
        assertThat(query("1/8/2026", "23.11.2026", "").filter())
                .extracting(CaseFilter::from, CaseFilter::to)
                .containsExactly(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 11, 23));
    }

    @Test
    void aDateThatDoesNotExistIsToldAndDoesNotRestrict() {
        ReportQuery query = query("31-02-2026", "ayer", "");

        assertThat(query.unreadable()).containsExactly("desde", "hasta");
        assertThat(query.filter()).isEqualTo(CaseFilter.all());
        assertThat(query.on(REPORT)).hasToString("/casos?desde=31-02-2026&hasta=ayer");
    }

    @Test
    void anEndBeforeTheBeginningIsTold() {
        assertThat(query("02-01-2026", "01-01-2026", "").endsBeforeItBegins()).isTrue();
        assertThat(query("01-01-2026", "01-01-2026", "").endsBeforeItBegins()).isFalse();
        assertThat(query("01-01-2026", "", "").endsBeforeItBegins()).isFalse();
    }

    /** Its address would be answered with a refusal, or with other cases than were meant. */
    @Test
    void whatIsComplainedOfIsNotExported() {
        assertThat(query("02-01-2026", "01-01-2026", "").isSound()).isFalse();
        assertThat(query("31-02-2026", "", "").isSound()).isFalse();
        assertThat(query("01-01-2026", "01-01-2026", "").isSound()).isTrue();
        assertThat(query("", "", "").isSound()).isTrue();
    }

    @Test
    void toBePaidMeansAllStatesInWhichWeOwe() {
        CaseFilter filter = new ReportQuery("", "", "", "", "", ReportQuery.OWED, "").filter();

        assertThat(filter.compensations())
                .containsExactlyInAnyOrder(
                        CompensationState.APPROVED,
                        CompensationState.PAYMENT_PENDING,
                        CompensationState.PAYMENT_FAILED);
    }

    @Test
    void aSituationRestrictsAndIsKeptByWhateverElseIsChosen() {
        ReportQuery query = new ReportQuery("", "", "01-08-2026", "", "LOSS", "", "");

        assertThat(query.filter().categories()).containsExactly("LOSS");
        assertThat(query.restricts()).isTrue();
        assertThat(query.withoutDates().on(REPORT)).hasToString("/casos?situacion=LOSS");
        assertThat(query.in(Tab.RESOLVED).sortedBy(CaseSort.UPDATED).on(REPORT))
                .hasToString("/casos?estado=resueltos&desde=01-08-2026&situacion=LOSS&orden=-updatedAt");
    }

    @Test
    void aColumnSortsDescendingFirstAndThenTheOtherWayRound() {
        ReportQuery once = query("", "", "").sortedBy(CaseSort.AMOUNT);
        ReportQuery twice = once.sortedBy(CaseSort.AMOUNT);

        assertThat(once.direction(CaseSort.AMOUNT)).isEqualTo("descending");
        assertThat(twice.direction(CaseSort.AMOUNT)).isEqualTo("ascending");
        assertThat(twice.direction(CaseSort.CREATED)).isEmpty();
    }

    @Test
    void anUnknownOrderIsTheUsualOne() {
        assertThat(query("", "", "price").filter()).isEqualTo(CaseFilter.all());
    }

    @Test
    void theFileHasWhatTheListHas() {
        ReportQuery query = new ReportQuery("caja rota", "cerrados", "01-08-2026", "", "LOSS", "PAID", "amount");

        assertThat(query.export(Address.of("/live/cases/export").with("format", "csv")))
                .isEqualTo("/live/cases/export?format=csv&q=caja+rota&category=LOSS&from=2026-08-01&sort=amount"
                        + "&state=CLOSED&state=CANCELLED&compensation=PAID");
    }

    @Test
    void everyStateIsInOneTabThatIsAlwaysShown() {
        for (CaseState state : CaseState.values()) {
            assertThat(Tab.values())
                    .filteredOn(tab -> tab != Tab.UNRESOLVED && tab.states().contains(state))
                    .hasSize(1);
        }
    }

    private static ReportQuery query(String from, String to, String sort) {
        return new ReportQuery("", "", from, to, "", "", sort);
    }
}
