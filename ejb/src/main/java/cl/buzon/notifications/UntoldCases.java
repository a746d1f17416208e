package cl.buzon.notifications;

import cl.buzon.shared.CaseId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which cases have something to tell by mail, and up to which entry of their history it has been told. */
@ApplicationScoped
public class UntoldCases {

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected UntoldCases() {}

    public UntoldCases(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A case of which something is to be told.
     *
     * @param told position of the last entry that has been told
     */
    public record Due(CaseId caseId, int told) {}

    /** Something has happened to a case; what was there before needs no telling. */
    void mark(CaseId of, Instant happened, Instant due) {
        entities.createNativeQuery("""
                        insert into case_news (case_id, told, due_at)
                        select :case, coalesce(max(a.position), 0), :due from activity a
                        where a.case_id = :case and a.at < :happened
                        on conflict (case_id) do update set due_at = coalesce(case_news.due_at, excluded.due_at)""")
                .setParameter("case", of.value())
                .setParameter("happened", happened)
                .setParameter("due", due)
                .executeUpdate();
    }

    /** The case that has waited longest, in the hands of this transaction alone. */
    public Optional<Due> take(Instant now) {
        List<?> found = entities.createNativeQuery("""
                        select cast(case_id as text), told from case_news where due_at <= :now
                        order by due_at limit 1 for update skip locked""").setParameter("now", now).getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new Due(CaseId.of((String) row[0]), ((Number) row[1]).intValue()))
                .findFirst();
    }

    /**
     * Everything up to an entry has been told; what comes later marks the case anew.
     *
     * @param more whether there is more already, so that the case stays due
     */
    public void told(CaseId of, int position, boolean more) {
        entities.createNativeQuery("update case_news set told = :position, due_at = case when :more then due_at end"
                        + " where case_id = :case")
                .setParameter("position", position)
                .setParameter("more", more)
                .setParameter("case", of.value())
                .executeUpdate();
    }

    /** Leaves a case for later that could not be told of now, in a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void postpone(CaseId of, Instant until) {
        entities.createNativeQuery("update case_news set due_at = :until where case_id = :case and due_at < :until")
                .setParameter("until", until)
                .setParameter("case", of.value())
                .executeUpdate();
    }

    /** Solutions that have stood since before a time and of which nobody has been reminded, the oldest first. */
    public List<CaseId> unreminded(Instant resolvedBefore, int limit) {
        List<?> found = entities.createNativeQuery("""
                        select cast(c.id as text) from claim_case c left join case_news n on n.case_id = c.id
                        where c.state = 'RESOLVED' and c.state_since < :before
                            and n.reminded_for is distinct from c.state_since
                        order by c.state_since limit :limit""")
                .setParameter("before", resolvedBefore)
                .setParameter("limit", limit)
                .getResultList();
        return found.stream().map(id -> CaseId.of((String) id)).toList();
    }

    /**
     * Keeps that somebody is being reminded of a solution.
     *
     * @param solved when the solution was given
     * @return false when it has been kept before
     */
    public boolean remind(CaseId of, int entries, Instant solved) {
        return entities.createNativeQuery("""
                        insert into case_news (case_id, told, reminded_for) values (:case, :entries, :solved)
                        on conflict (case_id) do update set reminded_for = excluded.reminded_for
                        where case_news.reminded_for is distinct from excluded.reminded_for""")
                        .setParameter("case", of.value())
                        .setParameter("entries", entries)
                        .setParameter("solved", solved)
                        .executeUpdate()
                == 1;
    }
}
