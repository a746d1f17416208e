package cl.buzon.cases;

import cl.buzon.shared.AtLeast;
import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures over cases through the eyes of a {@link Viewer}, none of which looks at more cases than it is told to. */
@ApplicationScoped
public class CaseFigures {

    /** Or the planner may prefer to read through other states until it has enough of one. */
    private static final String BY_INDEX = " order by c.created_at desc, c.number desc";

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected CaseFigures() {}

    public CaseFigures(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * How many cases of each state the filter leaves. Every state is counted by itself: of one sample over all of them a
     * state with few cases, or with new ones, may have no part.
     *
     * @param limit of each state so many are counted and one more, so that the caller can see that there are more
     */
    public Map<CaseState, Long> counts(Viewer viewer, CaseFilter filter, int limit) {
        CaseQuery query = CaseQuery.of(entities, viewer, filter);
        String each = Arrays.stream(CaseState.values())
                .map(state ->
                        "select '%1$s' as state, count(*) as cases from (select 1%2$s and c.state = '%1$s'%3$s limit :limit) n"
                                .formatted(state, query.fromWhere(), BY_INDEX))
                .collect(Collectors.joining(" union all "));
        Map<CaseState, Long> counts = new EnumMap<>(CaseState.class);
        tuples(query.bind(entities, each).setParameter("limit", limit + 1))
                .filter(row -> number(row, "cases") > 0)
                .forEach(row -> counts.put(CaseState.valueOf(row.get("state", String.class)), number(row, "cases")));
        return counts;
    }

    /** What was approved and not yet paid of the cases that the filter leaves, over at most so many such cases. */
    public AtLeast<Clp> owed(Viewer viewer, CaseFilter filter, int limit) {
        return money(viewer, filter, CompensationState::isOwed, limit);
    }

    /** What was paid of the cases that the filter leaves, over at most so many such cases. */
    public AtLeast<Clp> paid(Viewer viewer, CaseFilter filter, int limit) {
        return money(viewer, filter, state -> state == CompensationState.PAID, limit);
    }

    private AtLeast<Clp> money(Viewer viewer, CaseFilter filter, Predicate<CompensationState> counted, int limit) {
        CaseQuery query = CaseQuery.of(entities, viewer, filter)
                .compensated(Arrays.stream(CompensationState.values())
                        .filter(counted)
                        .toList());
        Query sql = query.bind(entities, """
                        select count(*) as cases, coalesce(sum(shown_amount) filter (where place <= :most), 0) as amount
                        from (select c.shown_amount, row_number() over () as place""" + query.fromWhere() + " limit :limit) c")
                .setParameter("most", limit)
                .setParameter("limit", limit + 1);
        return tuples(sql)
                .map(row -> new AtLeast<>(new Clp(number(row, "amount")), number(row, "cases") > limit))
                .findFirst()
                .orElseThrow();
    }

    /** What has been resolved and paid lately, over at most so many cases, those touched last. */
    public Progress progress(Viewer viewer, Instant month, Instant year, int limit) {
        CaseQuery query = CaseQuery.of(entities, viewer, CaseFilter.all()).updatedSince(year);
        Query sql = query.bind(
                        entities,
                        """
                        select count(*) filter (where updated_at >= :month) as month_cases, count(*) as cases,
                            count(*) filter (where resolved_at >= :month) as resolved,
                            coalesce(sum(paid_amount) filter (where paid_at >= :year), 0) as paid
                        from (select c.updated_at, c.resolved_at, c.paid_at, c.paid_amount""" + query.fromWhere() + " order by c.updated_at desc, c.number desc limit :limit) c")
                .setParameter("month", month)
                .setParameter("year", year)
                .setParameter("limit", limit + 1);
        return tuples(sql)
                .map(row -> new Progress(
                        new AtLeast<>(number(row, "resolved"), number(row, "month_cases") > limit),
                        new AtLeast<>(new Clp(number(row, "paid")), number(row, "cases") > limit)))
                .findFirst()
                .orElseThrow();
    }

    /** What has been resolved since the beginning of a month and paid since the beginning of a year. */
    public record Progress(AtLeast<Long> resolved, AtLeast<Clp> paid) {}

    @SuppressWarnings("unchecked")
    private static Stream<Tuple> tuples(Query query) {
        return query.getResultStream();
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
