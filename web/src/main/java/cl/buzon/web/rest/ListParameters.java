package cl.buzon.web.rest;

import cl.buzon.desk.CategoryView;
import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.Fault;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of lists and collects what is wrong with them. Empty values count as absent. */
public final class ListParameters {

    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private static final List<String> SORTS = Arrays.stream(CaseSort.values())
            .flatMap(sort -> Stream.of(sort.code(), "-" + sort.code()))
            .toList();

    private final Map<String, List<String>> parameters;
    private final List<Fault> faults = new ArrayList<>();

    ListParameters(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    public static ListParameters of(UriInfo address) {
        return new ListParameters(address.getQueryParameters());
    }

    /**
     * What {@code state}, {@code category}, {@code compensation}, {@code from}, {@code to}, {@code q} and {@code sort} ask.
     *
     * @param situations asked only when somebody filters by them
     * @throws BadRequest with everything that is wrong with them
     */
    public CaseFilter filter(Supplier<List<CategoryView>> situations) {
        String sort = first("sort").orElse("-" + CaseSort.CREATED.code());
        CaseFilter filter = new CaseFilter(
                each("state", CaseState.values(), CaseState::name),
                categories(situations),
                each("compensation", CompensationState.values(), CompensationState::name),
                date("from"),
                date("to"),
                first("q").orElse(null),
                sort(sort),
                sort.startsWith("-"));
        judgeOrder(filter.from(), filter.to());
        refuseIfWrong();
        return filter;
    }

    /**
     * How many at once: 1 to 200, 50 unless asked otherwise.
     *
     * @throws BadRequest when it is no number in that range
     */
    public int limit() {
        String typed = first("limit").orElse(Integer.toString(USUAL_LIMIT));
        if (typed.matches("[0-9]{1,9}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= MAX_LIMIT) {
            return Integer.parseInt(typed);
        }
        throw BadRequest.of(List.of(Fault.of("limit", "OUT_OF_RANGE", 1, MAX_LIMIT)));
    }

    public Optional<String> first(String name) {
        return all(name).findFirst();
    }

    /**
     * The one value that a parameter names.
     *
     * @throws BadRequest when there is no such value
     */
    public <T extends Enum<T>> Optional<T> one(String name, T[] values) {
        Set<T> named = each(name, values, Enum::name);
        refuseIfWrong();
        return named.stream().findFirst();
    }

    private Stream<String> all(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private <T> Set<T> each(String name, T[] values, Function<T, String> code) {
        Map<String, T> known = Arrays.stream(values).collect(Collectors.toMap(code, Function.identity()));
        List<String> codes = Arrays.stream(values).map(code).toList();
        return all(name)
                .filter(value -> judge(known.containsKey(value), name, "UNKNOWN_VALUE", listed(codes)))
                .map(known::get)
                .collect(Collectors.toSet());
    }

    private Set<String> categories(Supplier<List<CategoryView>> situations) {
        Set<String> wanted = all("category").collect(Collectors.toSet());
        if (!wanted.isEmpty()) {
            Set<String> known =
                    situations.get().stream().map(CategoryView::code).collect(Collectors.toSet());
            judge(known.containsAll(wanted), "category", "UNKNOWN_CATEGORY");
        }
        return wanted;
    }

    private CaseSort sort(String typed) {
        Optional<CaseSort> known = CaseSort.ofCode(typed.startsWith("-") ? typed.substring(1) : typed);
        judge(known.isPresent(), "sort", "UNKNOWN_VALUE", listed(SORTS));
        return known.orElse(CaseSort.CREATED);
    }

    private @Nullable LocalDate date(String name) {
        Optional<String> typed = first(name);
        try {
            return typed.map(LocalDate::parse).orElse(null);
        } catch (DateTimeException e) {
            faults.add(Fault.of(name, "DATE_FORM"));
            return null;
        }
    }

    private void judgeOrder(@Nullable LocalDate from, @Nullable LocalDate to) {
        judge(from == null || to == null || !to.isBefore(from), "to", "DATE_ORDER");
    }

    private boolean judge(boolean good, String name, String code, Object... arguments) {
        if (!good) {
            faults.add(Fault.of(name, code, arguments));
        }
        return good;
    }

    private void refuseIfWrong() {
        if (!faults.isEmpty()) {
            throw BadRequest.of(faults);
        }
    }

    private static String listed(List<String> codes) {
        return String.join(", ", codes);
    }
}
