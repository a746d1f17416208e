package cl.buzon.accounts;

import cl.buzon.shared.Page;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list by name, read by the row beside a place and never by counting.
 *
 * @param condition JPQL on {@code x} that the listed ones fulfil; a constant of the caller, with its values in
 *     {@code parameters}
 */
record NameOrder<T>(
        Class<T> type,
        String condition,
        Map<String, Object> parameters,
        Function<T, UUID> id,
        Function<T, String> name) {

    /** The most that one page has. */
    static final int MAX_PAGE = 200;

    Page<T> page(EntityManager entities, @Nullable String place, int wanted) {
        NameCursor cursor = place == null ? null : NameCursor.decode(place);
        int limit = Math.min(Math.max(wanted, 1), MAX_PAGE);
        List<T> rows =
                new ArrayList<>(query(entities, cursor).setMaxResults(limit + 1).getResultList());
        boolean more = rows.size() > limit;
        if (more) {
            rows.remove(limit);
        }
        boolean backwards = cursor != null && cursor.backwards();
        if (backwards) {
            Collections.reverse(rows);
        }
        boolean hasNext = backwards || more;
        boolean hasPrevious = backwards ? more : cursor != null;
        return new Page<>(
                rows,
                hasNext && !rows.isEmpty() ? beside(rows.get(rows.size() - 1), false) : null,
                hasPrevious && !rows.isEmpty() ? beside(rows.get(0), true) : null);
    }

    private TypedQuery<T> query(EntityManager entities, @Nullable NameCursor cursor) {
        boolean backwards = cursor != null && cursor.backwards();
        String direction = backwards ? " desc" : "";
        String beyond = backwards ? "<" : ">";
        String after = cursor == null
                ? ""
                : " and (x.name " + beyond + " :name or x.name = :name and x.id " + beyond + " :id)";
        TypedQuery<T> query = entities.createQuery(
                "select x from " + type.getSimpleName() + " x where " + condition + after + " order by x.name"
                        + direction + ", x.id" + direction,
                type);
        parameters.forEach(query::setParameter);
        if (cursor != null) {
            query.setParameter("name", cursor.name()).setParameter("id", cursor.id());
        }
        return query;
    }

    private String beside(T row, boolean backwards) {
        return new NameCursor(backwards, id.apply(row), name.apply(row)).encode();
    }
}
