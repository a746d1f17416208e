package cl.buzon.webhooks;

import cl.buzon.shared.CaseId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All deliveries, each found only through its webhook. */
@ApplicationScoped
public class Deliveries {

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected Deliveries() {}

    public Deliveries(EntityManager entities) {
        this.entities = entities;
    }

    void add(Delivery delivery) {
        entities.persist(delivery);
    }

    public Optional<Delivery> find(UUID webhook, UUID id) {
        return entities
                .createQuery("select d from Delivery d where d.id = :id and d.webhookId = :webhook", Delivery.class)
                .setParameter("id", id)
                .setParameter("webhook", webhook)
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * The log of a webhook, the youngest first.
     *
     * @param state absent for all
     * @param before number of the one above, absent at the beginning
     */
    public List<Delivery> log(UUID webhook, Delivery.@Nullable State state, @Nullable Long before, int limit) {
        TypedQuery<Delivery> query = entities.createQuery(
                "select d from Delivery d where d.webhookId = :webhook"
                        + (state == null ? "" : " and d.state = :state")
                        + (before == null ? "" : " and d.number < :before")
                        + " order by d.number desc",
                Delivery.class);
        if (state != null) {
            query.setParameter("state", state);
        }
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.setParameter("webhook", webhook).setMaxResults(limit).getResultList();
    }

    /** Those of some cases of which something is waiting or being sent. */
    Set<CaseId> waiting(UUID webhook, Collection<CaseId> among) {
        return entities
                .createQuery(
                        "select distinct d.caseId from Delivery d"
                                + " where d.webhookId = :webhook and d.state = :pending and d.caseId in :cases",
                        UUID.class)
                .setParameter("webhook", webhook)
                .setParameter("pending", Delivery.State.PENDING)
                .setParameter("cases", among.stream().map(CaseId::value).toList())
                .getResultList()
                .stream()
                .map(CaseId::new)
                .collect(Collectors.toSet());
    }

    /** How many of a webhook are being sent now. */
    int underWay(UUID webhook, Instant now) {
        return entities.createQuery(
                        "select count(d) from Delivery d"
                                + " where d.webhookId = :webhook and d.nextAttemptAt > :now and d.lease is not null",
                        Long.class)
                .setParameter("webhook", webhook)
                .setParameter("now", now)
                .getSingleResult()
                .intValue();
    }

    /** Those of a webhook that can be sent now, the longest due first. */
    List<Delivery> due(UUID webhook, Instant now, int limit) {
        return entities.createQuery(
                        "select d from Delivery d where d.webhookId = :webhook and d.nextAttemptAt <= :now"
                                + " order by d.nextAttemptAt, d.number",
                        Delivery.class)
                .setParameter("webhook", webhook)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The first of a case that waits, when none is before it. */
    @SuppressWarnings("unchecked")
    Optional<Delivery> next(UUID webhook, CaseId of) {
        List<Delivery> first = entities.createNativeQuery("""
                        select d.* from webhook_delivery d
                        where d.webhook_id = :webhook and d.case_id = :case and d.state = 'PENDING'
                        order by d.turn limit 1""", Delivery.class)
                .setParameter("webhook", webhook)
                .setParameter("case", of.value())
                .getResultList();
        return first.stream().findFirst().filter(delivery -> delivery.nextAttemptAt()
                .isEmpty());
    }

    /** Puts one behind all others of its case. */
    void moveToEnd(Delivery delivery) {
        entities.createNativeQuery("update webhook_delivery set turn = nextval('webhook_turn') where id = :id")
                .setParameter("id", delivery.id())
                .executeUpdate();
    }

    /** Writes down what has been decided so far: what comes next must not meet what was before. */
    void flush() {
        entities.flush();
    }

    /** Drops what ended before a time, and what is left of deleted webhooks; at most so many. */
    public int dropOld(Instant horizon, int limit) {
        return entities.createNativeQuery("""
                        delete from webhook_delivery where id in (
                            (select id from webhook_delivery where finished_at < :horizon limit :limit)
                            union all
                            (select d.id from webhook w join webhook_delivery d on d.webhook_id = w.id
                                where w.deleted_at is not null limit :limit)
                            limit :limit)""")
                .setParameter("horizon", horizon)
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
