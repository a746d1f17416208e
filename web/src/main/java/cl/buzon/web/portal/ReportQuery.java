package cl.buzon.web.portal;

import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the report asks for, as it was typed. Values that nobody can mean do not restrict; dates that
 * cannot be read are told by {@link #unreadable()}.
 *
 * @param tab code of a {@link Tab}
 * @param situation code of a category
 * @param compensation name of a compensation state, or {@link #OWED}
 * @param sort code of an order, with a dash in front for descending
 */
public record ReportQuery(
        String words, String tab, String from, String to, String situation, String compensation, String sort) {

    /** Instead of one compensation state: all those in which the operator owes the amount. */
    static final String OWED = "OWED";

    private static final String USUAL_SORT = "-" + CaseSort.CREATED.code();

    /** The groups of states that people look at; the last one overlaps with others, and home's figure leads to it. */
    public enum Tab {
        ALL(""),
        AWAITING("espera"),
        OPEN("analisis"),
        RESOLVED("resueltos"),
        FINAL("cerrados"),
        UNRESOLVED("abiertos");

        private final String code;

        Tab(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** Empty for all. */
        public Set<CaseState> states() {
            return switch (this) {
                case ALL -> Set.of();
                case AWAITING -> Set.of(CaseState.AWAITING_INFO);
                case OPEN -> Set.of(CaseState.NEW, CaseState.OPEN);
                case RESOLVED -> Set.of(CaseState.RESOLVED);
                case FINAL -> CaseState.FINAL;
                case UNRESOLVED -> CaseState.UNRESOLVED;
            };
        }

        static Tab of(String code) {
            return Arrays.stream(values())
                    .filter(tab -> tab.code.equals(code))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    /** @param situations the codes of those that there are */
    static ReportQuery of(PageRequest request, Collection<String> situations) {
        String situation = request.parameter("situacion");
        return new ReportQuery(
                request.parameter("q"),
                Tab.of(request.parameter("estado")).code(),
                request.parameter("desde"),
                request.parameter("hasta"),
                situations.contains(situation) ? situation : "",
                request.parameter("indemnizacion"),
                request.parameter("orden"));
    }

    /** The tab that is chosen. */
    public Tab group() {
        return Tab.of(tab);
    }

    public CaseFilter filter() {
        return new CaseFilter(
                group().states(),
                situation.isEmpty() ? Set.of() : Set.of(situation),
                compensations(),
                date(from).orElse(null),
                date(to).orElse(null),
                words,
                order().orElse(CaseSort.CREATED),
                order().isEmpty() || sort.startsWith("-"));
    }

    /** The inputs whose dates cannot be read. */
    public List<String> unreadable() {
        List<String> wrong = new ArrayList<>();
        if (!from.isEmpty() && date(from).isEmpty()) {
            wrong.add("desde");
        }
        if (!to.isEmpty() && date(to).isEmpty()) {
            wrong.add("hasta");
        }
        return wrong;
    }

    public boolean endsBeforeItBegins() {
        LocalDate last = date(to).orElse(LocalDate.MAX);
        return date(from).filter(last::isBefore).isPresent();
    }

    /** Whether nothing of it has to be complained of, so that a file would hold what was meant. */
    public boolean isSound() {
        return unreadable().isEmpty() && !endsBeforeItBegins();
    }

    public boolean restricts() {
        return Stream.of(words, from, to, situation, compensation).anyMatch(value -> !value.isEmpty());
    }

    public ReportQuery withoutDates() {
        return new ReportQuery(words, tab, "", "", situation, compensation, sort);
    }

    /** The report at this query. */
    public Address on(Address report) {
        return report.with("q", words)
                .with("estado", tab)
                .with("desde", from)
                .with("hasta", to)
                .with("situacion", situation)
                .with("indemnizacion", compensation)
                .with("orden", sort);
    }

    /** The same list as a file, in the names of the API. */
    public String export(Address file) {
        CaseFilter filter = filter();
        StringBuilder address = new StringBuilder(file.with("q", words)
                .with("category", situation)
                .with("from", text(filter.from()))
                .with("to", text(filter.to()))
                .with("sort", (filter.descending() ? "-" : "") + filter.sort().code())
                .toString());
        filter.states().stream().sorted().forEach(state -> address.append("&state=")
                .append(state));
        filter.compensations().stream().sorted().forEach(state -> address.append("&compensation=")
                .append(state));
        return address.toString();
    }

    /** {@code ascending}, {@code descending} or empty for a column that the list is not sorted by. */
    public String direction(CaseSort by) {
        CaseFilter filter = filter();
        return filter.sort() != by ? "" : filter.descending() ? "descending" : "ascending";
    }

    /** This query sorted by a column: first descending, then the other way round. */
    public ReportQuery sortedBy(CaseSort by) {
        String next = direction(by).equals("descending") ? by.code() : "-" + by.code();
        return new ReportQuery(words, tab, from, to, situation, compensation, next.equals(USUAL_SORT) ? "" : next);
    }

    public ReportQuery in(Tab other) {
        return new ReportQuery(words, other.code(), from, to, situation, compensation, sort);
    }

    private Set<CompensationState> compensations() {
        return Arrays.stream(CompensationState.values())
                .filter(state -> compensation.equals(OWED)
                        ? state.isOwed()
                        : state.name().equals(compensation))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<CaseSort> order() {
        return CaseSort.ofCode(sort.startsWith("-") ? sort.substring(1) : sort);
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static Optional<LocalDate> date(String typed) {
        return TypedDay.of(typed).filter(CaseFilter::takes);
    }
}
