package cl.buzon.cases;

import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.Clp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** How many cases a company opened in each month, and the money of them. Months are those of Santiago. */
@ApplicationScoped
public class CaseMonths {

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected CaseMonths() {}

    public CaseMonths(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Figures by month and situation, months without a case left out.
     *
     * @param first the first month that counts
     * @param limit so many cases at most are looked at, the newest
     */
    @SuppressWarnings("unchecked")
    public List<MonthlyFigures> figures(Viewer.Company viewer, YearMonth first, int limit) {
        Query query = entities.createNativeQuery("""
                        select to_char(created_at at time zone 'America/Santiago', 'YYYY-MM') as month, category_code, count(*) as cases,
                            coalesce(sum(claimed_amount), 0) as claimed,
                            coalesce(sum(approved_amount) filter (where compensation_state in
                                ('APPROVED', 'PAYMENT_PENDING', 'PAYMENT_FAILED', 'PAID')), 0) as approved,
                            coalesce(sum(paid_amount) filter (where compensation_state = 'PAID'), 0) as paid
                        from (select c.* from claim_case c where %s and c.created_at >= :first
                            order by c.created_at desc, c.number desc limit :limit) c
                        group by 1, 2 order by 1, 2""".formatted(viewer.condition()), Tuple.class)
                .setParameter("owner", viewer.account().value())
                .setParameter(
                        "first",
                        first.atDay(1).atStartOfDay(BusinessClock.SANTIAGO).toInstant())
                .setParameter("limit", limit);
        Stream<Tuple> rows = query.getResultStream();
        return rows.map(row -> new MonthlyFigures(
                        YearMonth.parse(row.get("month", String.class)),
                        row.get("category_code", String.class),
                        number(row, "cases"),
                        new Clp(number(row, "claimed")),
                        new Clp(number(row, "approved")),
                        new Clp(number(row, "paid"))))
                .toList();
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
