package cl.buzon.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cl.buzon.desk.CategoryView;
import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.Fault;
import cl.buzon.shared.LocalText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListParametersTest {

    private static final LocalText NAME = new LocalText("Extravío", "Loss");
    private static final List<CategoryView> SITUATIONS =
            List.of(new CategoryView("LOSS", NAME, NAME, "search", true, true, List.of()));

    @Test
    void nothingAskedIsEverythingNewestFirst() {
        assertThat(filter("")).isEqualTo(CaseFilter.all());
        assertThat(filter("state=&from=&q= &sort=")).isEqualTo(CaseFilter.all());
    }

    @Test
    void everyParameterRestricts() {
        CaseFilter filter = filter("state=NEW&state=OPEN&category=LOSS&compensation=PAID&from=2026-01-01&to=2026-12-31"
                + "&q=lámpara rota&sort=amount");

        assertThat(filter)
                .isEqualTo(new CaseFilter(
                        Set.of(CaseState.NEW, CaseState.OPEN),
                        Set.of("LOSS"),
                        Set.of(CompensationState.PAID),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        "lámpara rota",
                        CaseSort.AMOUNT,
                        false));
    }

    @ParameterizedTest
    @CsvSource({"updatedAt, UPDATED, false", "-updatedAt, UPDATED, true", "createdAt, CREATED, false"})
    void aDashInFrontSortsDescending(String sort, CaseSort by, boolean descending) {
        CaseFilter filter = filter("sort=" + sort);

        assertThat(filter.sort()).isEqualTo(by);
        assertThat(filter.descending()).isEqualTo(descending);
    }

    @ParameterizedTest
    @CsvSource({
        "state=new, state, UNKNOWN_VALUE",
        "state=NEW&state=GONE, state, UNKNOWN_VALUE",
        "compensation=OWED, compensation, UNKNOWN_VALUE",
        "category=LOST, category, UNKNOWN_CATEGORY",
        "from=23-11-2026, from, DATE_FORM",
        "to=2026-02-30, to, DATE_FORM",
        "from=2026-11-24&to=2026-11-23, to, DATE_ORDER",
        "sort=number, sort, UNKNOWN_VALUE",
        "sort=--createdAt, sort, UNKNOWN_VALUE"
    })
    void whatCannotBeMeantIsNamed(String query, String field, String code) {
        assertThatThrownBy(() -> filter(query)).isInstanceOfSatisfying(BadRequest.class, bad -> {
            assertThat(bad.code()).isEqualTo(code);
            assertThat(bad.faults()).extracting(Fault::field, Fault::code).containsExactly(tuple(field, code));
        });
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThatThrownBy(() -> filter("state=X&from=Y&sort=Z"))
                .isInstanceOfSatisfying(BadRequest.class, bad -> assertThat(bad.faults())
                        .extracting(Fault::field)
                        .containsExactly("state", "from", "sort"));
    }

    @Test
    void fiftyAtOnceUnlessAskedOtherwise() {
        assertThat(parameters("").limit()).isEqualTo(50);
        assertThat(parameters("limit=200").limit()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "ten", "99999999999", "1.5", "٣"})
    void aLimitOutOfRangeIsRefused(String limit) {
        assertThatThrownBy(() -> parameters("limit=" + limit).limit()).isInstanceOf(BadRequest.class);
    }

    private static CaseFilter filter(String query) {
        return parameters(query).filter(() -> SITUATIONS);
    }

    private static ListParameters parameters(String query) {
        Map<String, List<String>> parameters = Stream.of(query.split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toList())));
        return new ListParameters(parameters);
    }
}
