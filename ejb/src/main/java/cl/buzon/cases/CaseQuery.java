package cl.buzon.cases;

import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.CompensationState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The SQL of a list of cases: fixed pieces chosen by what is asked for, every value bound. The viewer's condition always
 * comes first, so each order has its index for a person's own cases and for a company's.
 */
final class CaseQuery {

    /** Up to so many matches of a search are fetched and sorted; beyond, it is quicker to walk the list and look. */
    private static final int RARE = 1000;

    private static final String MATCHES = "c.search @@ (cast(:mine as tsquery)"
            + " && (cast(:numbers as tsquery) || websearch_to_tsquery('spanish', :words)"
            + " || websearch_to_tsquery('spanish', folded(:words))))";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private String source = "claim_case c";

    private CaseQuery(Viewer viewer) {
        conditions.add(viewer.condition());
        viewer.owner().ifPresent(owner -> values.put("owner", owner));
    }

    static CaseQuery of(EntityManager entities, Viewer viewer, CaseFilter filter) {
        CaseQuery query = new CaseQuery(viewer);
        query.oneOf("c.state", "states", filter.states());
        query.oneOf("c.category_code", "categories", filter.categories());
        query.oneOf("c.compensation_state", "compensations", filter.compensations());
        LocalDate from = filter.from();
        if (from != null) {
            query.add("c.created_at >= :from", "from", startOf(from));
        }
        LocalDate to = filter.to();
        if (to != null) {
            query.add("c.created_at < :until", "until", startOf(to.plusDays(1)));
        }
        String words = filter.query();
        if (words != null) {
            query.matching(words, viewer, entities);
        }
        return query;
    }

    CaseQuery after(Cursor cursor) {
        boolean falling = cursor.descending() != cursor.backwards();
        conditions.add("(" + key(cursor.sort()) + ", c.number) " + (falling ? "<" : ">") + " (:key, :number)");
        values.put("key", cursor.sort() == CaseSort.AMOUNT ? cursor.key() : instant(cursor.key()));
        values.put("number", cursor.number().value());
        return this;
    }

    CaseQuery updatedSince(Instant time) {
        add("c.updated_at >= :since", "since", time);
        return this;
    }

    /** Besides what the filter asks for. */
    CaseQuery compensated(Collection<CompensationState> states) {
        oneOf("c.compensation_state", "compensated", states);
        return this;
    }

    /** From which cases to choose, and which of them. */
    String fromWhere() {
        return " from " + source + " where " + String.join(" and ", conditions);
    }

    static String orderBy(CaseSort sort, boolean descending) {
        String direction = descending ? " desc" : " asc";
        return " order by " + key(sort) + direction + ", c.number" + direction;
    }

    Query bind(EntityManager entities, String sql) {
        Query query = entities.createNativeQuery(sql, Tuple.class);
        values.forEach(query::setParameter);
        return query;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static String key(CaseSort sort) {
        return switch (sort) {
            case CREATED -> "c.created_at";
            case UPDATED -> "c.updated_at";
            case AMOUNT -> "coalesce(c.shown_amount, -1)";
        };
    }

    /** Words of subject and description, or the beginning of a number; all inside the viewer's own part of the index. */
    private void matching(String words, Viewer viewer, EntityManager entities) {
        String beginning = TrackingNumber.normalise(words).toLowerCase(Locale.ROOT);
        values.put("mine", viewer.lexeme().isEmpty() ? "" : quoted(viewer.lexeme()));
        values.put(
                "numbers",
                beginning.isEmpty()
                        ? ""
                        : quoted("number:" + beginning) + ":* | " + quoted("tracking:" + beginning) + ":*");
        values.put("words", words.replace('\0', ' '));
        if (rare(entities)) {
            source = "(with found as materialized (select * from claim_case c where " + MATCHES
                    + ") select * from found) c";
        } else {
            conditions.add(MATCHES);
        }
    }

    /** The planner cannot know how common the beginning of a number is, so the index is asked. */
    private boolean rare(EntityManager entities) {
        Query probe = entities.createNativeQuery("with found as materialized (select 1 from claim_case c where "
                + MATCHES + ") select count(*) from (select 1 from found limit :most) f");
        List.of("mine", "numbers", "words").forEach(name -> probe.setParameter(name, values.get(name)));
        probe.setParameter("most", RARE + 1);
        return ((Number) probe.getSingleResult()).longValue() <= RARE;
    }

    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\0", "").replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private void oneOf(String column, String name, Collection<?> wanted) {
        if (!wanted.isEmpty()) {
            add(
                    column + " in (:" + name + ")",
                    name,
                    wanted.stream().map(Object::toString).sorted().toList());
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.SANTIAGO).toInstant();
    }
}
