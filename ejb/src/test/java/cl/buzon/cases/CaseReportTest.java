package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.Page;
import cl.buzon.testing.TestPersistence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseReportTest {

    private static final int CASES = 1000;
    private static final Viewer CAMILA = new Viewer.Reporter(ManyCases.CAMILA);
    private static final Viewer ANDES = new Viewer.Company(ManyCases.ANDES);
    private static final Viewer PACIFICO = new Viewer.Company(ManyCases.PACIFICO);

    @RegisterExtension
    static final TestPersistence PERSISTENCE = new TestPersistence();

    @BeforeAll
    static void openCases() {
        PERSISTENCE.run(em -> {
            ManyCases.people(em);
            ManyCases.open(em, CASES);
        });
    }

    @Test
    void everybodySeesTheirOwnAndAnAdministratorTheWholeCompanys() {
        assertThat(all(CAMILA, CaseFilter.all())).hasSize(700);
        assertThat(all(ANDES, CaseFilter.all())).hasSize(900);
        assertThat(all(PACIFICO, CaseFilter.all())).hasSize(100);
    }

    @ParameterizedTest
    @CsvSource({"CREATED, true", "CREATED, false", "UPDATED, true", "UPDATED, false", "AMOUNT, true", "AMOUNT, false"})
    void pagesForthAndBackShowEachCaseOnceAndInOrder(CaseSort sort, boolean descending) {
        CaseFilter filter = filter(sort, descending);
        List<String> streamed = all(ANDES, filter);

        List<String> forth = new ArrayList<>();
        Page<CaseRow> page = page(ANDES, filter, null);
        forth.addAll(numbers(page));
        while (page.next() != null) {
            page = page(ANDES, filter, page.next());
            forth.addAll(numbers(page));
        }
        List<List<String>> back = new ArrayList<>(List.of(numbers(page)));
        while (page.previous() != null) {
            page = page(ANDES, filter, page.previous());
            back.add(numbers(page));
        }
        Collections.reverse(back);

        assertThat(forth).isEqualTo(streamed).doesNotHaveDuplicates();
        assertThat(back.stream().flatMap(List::stream)).isEqualTo(streamed);
    }

    @Test
    void aCaseOpenedMeanwhileDoesNotMoveThePages() {
        CaseFilter filter = filter(CaseSort.CREATED, true);
        Page<CaseRow> first = page(PACIFICO, filter, null);

        PERSISTENCE.run(em -> em.createNativeQuery(
                        "update claim_case set created_at = created_at + interval '1 year' where number = 'CS0000010'")
                .executeUpdate());
        Page<CaseRow> second = page(PACIFICO, filter, first.next());

        assertThat(numbers(second)).doesNotContainAnyElementsOf(numbers(first)).doesNotContain("CS0000010");
        PERSISTENCE.run(em -> em.createNativeQuery(
                        "update claim_case set created_at = created_at - interval '1 year' where number = 'CS0000010'")
                .executeUpdate());
    }

    @ParameterizedTest
    @CsvSource({
        "CS0000007, 1",
        "cs0000007, 1",
        "PQ000000007, 1",
        "pq 000 000 007, 1",
        "porcelana, 1",
        "PORCELANAS, 1",
        "caja rota, 900",
        "'\"caja 7 llegó\"', 1",
        "CS000000, 9",
        "contenia porcelana, 1",
        "'\"caja 7 llego\"', 1",
        "pingüino, 0",
        "'ca''ja\\', 0",
        "CS0000010, 0",
        "-, 900"
    })
    void casesAreFoundByNumberParcelOrWords(String query, int found) {
        assertThat(all(ANDES, query(query))).hasSize(found);
    }

    @Test
    void anotherCompanysWordsAndNumbersFindNothing() {
        assertThat(all(PACIFICO, query("CS0000007"))).isEmpty();
        assertThat(all(PACIFICO, query("porcelana"))).isEmpty();
        assertThat(all(PACIFICO, query("account:" + ManyCases.ANDES))).isEmpty();
    }

    @Test
    void filtersRestrictTogether() {
        CaseFilter filter = new CaseFilter(
                Set.of(CaseState.OPEN),
                Set.of("DAMAGE"),
                Set.of(CompensationState.APPROVED),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 1, 1),
                null,
                CaseSort.CREATED,
                false);

        // From midnight to midnight in Santiago is 03:00 to 03:00 UTC the next day, minutes 180 to 1619 of the year.
        assertThat(all(ANDES, filter)).isNotEmpty().allSatisfy(number -> {
            int n = Integer.parseInt(number.substring(2));
            assertThat(n).isBetween(180, 1619);
            assertThat(n % 21).isZero();
        });
    }

    private static CaseFilter filter(CaseSort sort, boolean descending) {
        return new CaseFilter(Set.of(), Set.of(), Set.of(), null, null, null, sort, descending);
    }

    private static CaseFilter query(String query) {
        return new CaseFilter(Set.of(), Set.of(), Set.of(), null, null, query, CaseSort.CREATED, true);
    }

    private static Page<CaseRow> page(Viewer viewer, CaseFilter filter, @Nullable String place) {
        return PERSISTENCE.call(em -> new CaseReport(em).page(viewer, filter, place, 30));
    }

    private static List<String> all(Viewer viewer, CaseFilter filter) {
        List<String> numbers = new ArrayList<>();
        PERSISTENCE.run(em -> new CaseReport(em)
                .each(viewer, filter, row -> numbers.add(row.number().value())));
        return numbers;
    }

    private static List<String> numbers(Page<CaseRow> page) {
        return page.items().stream().map(row -> row.number().value()).toList();
    }
}
