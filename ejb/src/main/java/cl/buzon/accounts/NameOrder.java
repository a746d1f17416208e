package cl.buzon.accounts;

import cl.buzon.shared.Page;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list by name, or by a rank and then by name, read by the row beside a place and never by counting.
 *
 * @param condition JPQL on {@code x} that the listed ones fulfil; a constant of the caller, with its values in
 *     {@code parameters}
 */
record NameOrder<T>(
        Class<T> type,
        String condition,
        Map<String, Object> parameters,
        ListOrder order,
        Function<T, UUID> id,
        Function<T, String> name) {

    /** The most that one page has. */
    static final int MAX_PAGE = 200;

    /** The JPQL by which a text of {@code x} has the parameter {@code words} in it, whatever capitals and accents it has. */
    static String holds(String text) {
        return "lower(function('folded', " + text + ")) like lower(function('folded', :words)) escape '\\'";
    }

    /** What {@code words} is, for these to be found anywhere in a text; nothing in them means anything but itself. */
    static String anywhere(String words) {
        return "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    Page<T> page(EntityManager entities, @Nullable String place, int wanted) {
        NameCursor cursor = place == null ? null : NameCursor.decode(place);
        int limit = Math.min(Math.max(wanted, 1), MAX_PAGE);
        List<Tuple> rows =
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
                rows.stream().map(this::row).toList(),
                hasNext && !rows.isEmpty() ? beside(rows.get(rows.size() - 1), false) : null,
                hasPrevious && !rows.isEmpty() ? beside(rows.get(0), true) : null);
    }

    private TypedQuery<Tuple> query(EntityManager entities, @Nullable NameCursor cursor) {
        boolean backwards = cursor != null && cursor.backwards();
        String rank = order.rank();
        boolean down = order.descending() != backwards;
        boolean namesDown = rank == null ? down : backwards;
        TypedQuery<Tuple> query = entities.createQuery(
                "select x, " + (rank == null ? "0L" : rank) + " from " + type.getSimpleName() + " x where " + condition
                        + (cursor == null ? "" : " and " + beyond(rank, down, namesDown))
                        + " order by " + (rank == null ? "" : "2" + (down ? " desc, " : ", "))
                        + (namesDown ? "x.name desc, x.id desc" : "x.name, x.id"),
                Tuple.class);
        parameters.forEach(query::setParameter);
        if (cursor != null) {
            query.setParameter("name", cursor.name()).setParameter("id", cursor.id());
            if (rank != null) {
                query.setParameter("rank", cursor.rank());
            }
        }
        return query;
    }

    private static String beyond(@Nullable String rank, boolean down, boolean namesDown) {
        String name = namesDown ? "<" : ">";
        String names = "(x.name " + name + " :name or x.name = :name and x.id " + name + " :id)";
        return rank == null
                ? names
                : "(" + rank + (down ? " < " : " > ") + ":rank or " + rank + " = :rank and " + names + ")";
    }

    private T row(Tuple from) {
        return type.cast(from.get(0));
    }

    private String beside(Tuple row, boolean backwards) {
        T one = row(row);
        long rank = ((Number) row.get(1)).longValue();
        return new NameCursor(backwards, id.apply(one), rank, name.apply(one)).encode();
    }
}
