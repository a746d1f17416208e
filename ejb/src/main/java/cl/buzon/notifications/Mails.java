package cl.buzon.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All letters that were ever written, until they are forgotten. */
@ApplicationScoped
public class Mails {

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected Mails() {}

    public Mails(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Mail mail) {
        entities.persist(mail);
    }

    public Optional<Mail> find(UUID id) {
        return Optional.ofNullable(entities.find(Mail.class, id));
    }

    /** Held until the transaction ends. */
    public Optional<Mail> held(UUID id) {
        return Optional.ofNullable(entities.find(Mail.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * The youngest first.
     *
     * @param state absent for all
     * @param before number of the one above, absent at the beginning
     */
    public List<Mail> list(Mail.@Nullable State state, @Nullable Long before, int limit) {
        TypedQuery<Mail> query = entities.createQuery(
                "select m from Mail m where m.number < :before"
                        + (state == null ? "" : " and m.state = :state")
                        + " order by m.number desc",
                Mail.class);
        if (state != null) {
            query.setParameter("state", state);
        }
        return query.setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many wait to be sent. */
    public long waiting() {
        return entities.createQuery("select count(m) from Mail m where m.nextAttemptAt is not null", Long.class)
                .getSingleResult();
    }

    /** Those that can be sent now, the longest due first, held until the transaction ends. */
    @SuppressWarnings("unchecked")
    List<Mail> due(Instant now, int limit) {
        return entities.createNativeQuery("""
                        select m.* from mail m where m.next_attempt_at <= :now
                        order by m.next_attempt_at, m.number limit :limit for update skip locked""", Mail.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Drops what ended before a time, at most so many; says how many it were. */
    public int dropOld(Instant horizon, int limit) {
        return entities.createNativeQuery("""
                        delete from mail where id in (
                            select id from mail where finished_at < :horizon limit :limit)""")
                .setParameter("horizon", horizon)
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
