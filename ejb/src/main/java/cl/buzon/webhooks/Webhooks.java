package cl.buzon.webhooks;

import cl.buzon.shared.AccountId;
import cl.buzon.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All webhooks. Whoever changes one, or its deliveries, holds its row until the transaction ends: so that its deliveries
 * are made, taken and settled by one at a time.
 */
@ApplicationScoped
public class Webhooks {

    private static final String OF_ACCOUNT = "from Webhook w where w.accountId = :account and w.deletedAt is null";

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected Webhooks() {}

    public Webhooks(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Webhook webhook) {
        entities.persist(webhook);
    }

    /** How many a company has; until the transaction ends nobody else can make it more. */
    public long countForMore(AccountId account) {
        entities.createNativeQuery("select 1 from account where id = :account for no key update", Integer.class)
                .setParameter("account", account.value())
                .getSingleResult();
        return entities.createQuery("select count(w) " + OF_ACCOUNT, Long.class)
                .setParameter("account", account.value())
                .getSingleResult();
    }

    /** Of a company, the oldest first. */
    public List<Webhook> of(AccountId account, int limit) {
        return entities.createQuery("select w " + OF_ACCOUNT + " order by w.createdAt, w.id", Webhook.class)
                .setParameter("account", account.value())
                .setMaxResults(limit)
                .getResultList();
    }

    /** @throws Refusal.NotFound when the company has none of this name */
    public Webhook get(AccountId account, UUID id) {
        return owned(account, Optional.ofNullable(entities.find(Webhook.class, id)));
    }

    /**
     * Like {@link #get}, held until the transaction ends.
     *
     * @throws Refusal.NotFound when the company has none of this name
     */
    public Webhook getForChange(AccountId account, UUID id) {
        return owned(account, held(id));
    }

    /** Held until the transaction ends; empty when there is none any more. */
    Optional<Webhook> held(UUID id) {
        return Optional.ofNullable(entities.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(webhook -> !webhook.isDeleted());
    }

    private static Webhook owned(AccountId account, Optional<Webhook> found) {
        return found.filter(webhook -> !webhook.isDeleted() && webhook.account().equals(account))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Whether anybody is to be told of anything. */
    public boolean isAnyEnabled() {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select 1 from webhook where enabled and deleted_at is null)", Boolean.class)
                .getSingleResult();
    }

    /** Of the webhooks whose company has entries in the feed beyond their place the one that is furthest behind, held until the transaction ends. */
    @SuppressWarnings("unchecked")
    public Optional<Webhook> behind() {
        List<Webhook> found = entities.createNativeQuery("""
                        select w.* from webhook w
                        where w.enabled and w.deleted_at is null and exists (
                            select 1 from activity a where a.account_id = w.account_id and a.feed_position > w.feed_position)
                        order by w.feed_position limit 1 for update of w skip locked""", Webhook.class).getResultList();
        return found.stream().findFirst();
    }

    /** Webhooks with something to send now, held until the transaction ends; first those that have waited longest. */
    @SuppressWarnings("unchecked")
    List<Webhook> ready(Instant now, int limit) {
        return entities.createNativeQuery("""
                        select w.* from webhook w
                        where w.enabled and w.deleted_at is null and (w.rests_until is null or w.rests_until <= :now)
                            and exists (select 1 from webhook_delivery d
                                where d.webhook_id = w.id and d.next_attempt_at <= :now)
                        order by w.picked_at nulls first, w.id limit :limit for update of w skip locked""", Webhook.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Drops deleted webhooks of which nothing is left. */
    public int dropDeleted(int limit) {
        return entities.createNativeQuery("""
                        delete from webhook where id in (
                            select w.id from webhook w where w.deleted_at is not null
                                and not exists (select 1 from webhook_delivery d where d.webhook_id = w.id)
                            limit :limit)""").setParameter("limit", limit).executeUpdate();
    }
}
