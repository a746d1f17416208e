package cl.buzon.cases;

import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How many cases people have opened, from the index of their own cases. */
@ApplicationScoped
public class CaseCounts {

    /** Counted no further. */
    public static final int LIMIT = 10_001;

    /** Of a user {@code x}, to order their list by; those with more than can be told share the highest. */
    public static final String RANK = rank(LIMIT);

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected CaseCounts() {}

    public CaseCounts(EntityManager entities) {
        this.entities = entities;
    }

    /** @param most counted no further; in SQL, since JPQL cannot end a count */
    public static String rank(int most) {
        return "cast(sql('(select count(*) from (select 1 from claim_case c where c.reporter_id = ? limit " + most
                + ") n)', x.id) as Long)";
    }

    /** Of all of them in one query, each up to {@link #LIMIT}. */
    public Map<UserId, Long> of(Collection<UserId> reporters) {
        if (reporters.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery("""
                        select u.id, (select count(*) from (
                            select 1 from claim_case c where c.reporter_id = u.id limit :most) n)
                        from portal_user u where u.id in (:reporters)""")
                .setParameter("most", LIMIT)
                .setParameter("reporters", reporters.stream().map(UserId::value).toList())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> new UserId((UUID) row[0]), row -> ((Number) row[1]).longValue()));
    }
}
