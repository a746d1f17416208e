package cl.buzon.cases;

import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Clp;
import cl.buzon.shared.CompensationState;
import cl.buzon.shared.LocalText;
import cl.buzon.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists of cases, always through the eyes of a {@link Viewer}. */
@ApplicationScoped
public class CaseReport {

    /** Rows that the driver fetches at once while a whole report is streamed. */
    private static final int FETCH = 500;

    private static final String COLUMNS = """
            select c.number, c.subject, c.category_code, k.name_es, k.name_en, k.compensation as basis, c.tracking_number, c.state,
                c.compensation_state, c.claimed_amount, c.approved_amount, c.paid_amount, c.shown_amount,
                cast(extract(epoch from c.created_at) * 1000000 as bigint) as created,
                cast(extract(epoch from c.updated_at) * 1000000 as bigint) as updated,
                e.name as executive, e.email as executive_email, u.name as reporter
            from (select *""";

    private static final String JOINS = """
            ) c join category k on k.code = c.category_code join portal_user u on u.id = c.reporter_id
                left join executive e on e.id = c.executive_id""";

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected CaseReport() {}

    public CaseReport(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A stretch of the list. Its place is given by the row beside it, never by counting, so that it costs the same at any
     * depth and stays put while cases come in.
     */
    public Page<CaseRow> page(Viewer viewer, CaseFilter filter, @Nullable String place, int limit) {
        Cursor cursor = place == null ? null : Cursor.decode(place, filter);
        boolean backwards = cursor != null && cursor.backwards();
        CaseQuery query = CaseQuery.of(entities, viewer, filter);
        if (cursor != null) {
            query.after(cursor);
        }
        String order = CaseQuery.orderBy(filter.sort(), filter.descending() != backwards);
        List<CaseRow> rows = new ArrayList<>(limit + 1);
        rows(query.bind(entities, COLUMNS + query.fromWhere() + order + " limit :limit" + JOINS + order)
                        .setParameter("limit", limit + 1))
                .forEach(rows::add);
        boolean more = rows.size() > limit;
        if (more) {
            rows.remove(limit);
        }
        if (backwards) {
            Collections.reverse(rows);
        }
        boolean hasNext = backwards || more;
        boolean hasPrevious = backwards ? more : cursor != null;
        return new Page<>(
                rows,
                hasNext && !rows.isEmpty()
                        ? Cursor.beside(rows.get(rows.size() - 1), filter, false)
                                .encode()
                        : null,
                hasPrevious && !rows.isEmpty()
                        ? Cursor.beside(rows.get(0), filter, true).encode()
                        : null);
    }

    /** Every row in order, a few hundred in memory at a time; only inside a transaction. */
    public void each(Viewer viewer, CaseFilter filter, Consumer<CaseRow> consumer) {
        CaseQuery query = CaseQuery.of(entities, viewer, filter);
        String order = CaseQuery.orderBy(filter.sort(), filter.descending());
        Query sql = query.bind(entities, COLUMNS + query.fromWhere() + order + JOINS + order)
                .setHint("org.hibernate.fetchSize", FETCH)
                .setHint("org.hibernate.readOnly", true);
        try (Stream<CaseRow> rows = rows(sql)) {
            rows.forEach(consumer);
        }
    }

    /** The latest things that the other side did on the cases touched last. */
    public List<Activity> latest(Viewer viewer, int limit) {
        CaseQuery query = CaseQuery.of(entities, viewer, CaseFilter.all());
        Query sql = query.bind(
                        entities,
                        "select cast(a.id as text) as id from (select c.id"
                                + query.fromWhere()
                                + " order by c.updated_at desc, c.number desc limit 20) c join lateral"
                                + " (select a.id, a.at, a.position from activity a where a.case_id = c.id"
                                + " and a.actor_kind <> 'CUSTOMER' and a.type <> 'FILE' order by a.at desc limit :limit) a"
                                + " on true order by a.at desc, a.position desc limit :limit")
                .setParameter("limit", limit);
        return tuples(sql)
                .map(row -> entities.find(Activity.class, UUID.fromString(row.get("id", String.class))))
                .toList();
    }

    /** What the executives last asked about cases by the numbers of a list that has been judged; most have no such words. */
    public Map<CaseNumber, String> asked(List<CaseNumber> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        Query sql = entities.createNativeQuery("""
                        select c.number, (select a.reason from activity a where a.case_id = c.id and a.to_state = 'AWAITING_INFO'
                            order by a.position desc limit 1) as reason
                        from claim_case c where c.number in (:numbers)""", Tuple.class)
                .setParameter("numbers", numbers.stream().map(CaseNumber::value).toList());
        return tuples(sql)
                .filter(row -> row.get("reason") != null)
                .collect(Collectors.toMap(
                        row -> new CaseNumber(row.get("number", String.class)),
                        row -> row.get("reason", String.class)));
    }

    private static Stream<CaseRow> rows(Query query) {
        return tuples(query).map(CaseReport::row);
    }

    @SuppressWarnings("unchecked")
    private static Stream<Tuple> tuples(Query query) {
        return query.getResultStream();
    }

    private static CaseRow row(Tuple row) {
        return new CaseRow(
                new CaseNumber(row.get("number", String.class)),
                row.get("subject", String.class),
                row.get("category_code", String.class),
                new LocalText(row.get("name_es", String.class), row.get("name_en", String.class)),
                row.get("tracking_number", String.class),
                CaseState.valueOf(row.get("state", String.class)),
                CompensationState.valueOf(row.get("compensation_state", String.class)),
                Category.Basis.valueOf(row.get("basis", String.class)) != Category.Basis.NONE,
                amount(row, "claimed_amount"),
                amount(row, "approved_amount"),
                amount(row, "paid_amount"),
                amount(row, "shown_amount"),
                CaseQuery.instant(number(row, "created")),
                CaseQuery.instant(number(row, "updated")),
                row.get("executive", String.class),
                row.get("executive_email", String.class),
                row.get("reporter", String.class));
    }

    private static @Nullable Clp amount(Tuple row, String column) {
        Number amount = (Number) row.get(column);
        return amount == null ? null : new Clp(amount.longValue());
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
