package cl.buzon.accounts;

import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All links to a new password. */
@ApplicationScoped
@Transactional
public class OneTimeLinks {

    /** A letter that could not be sent for so long has lost its sense. */
    private static final Duration KEPT = Duration.ofDays(60);

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected OneTimeLinks() {}

    public OneTimeLinks(EntityManager entities) {
        this.entities = entities;
    }

    /** Puts it in the place of all others of its user. */
    public void issue(OneTimeLink link, Instant now) {
        endAll(link.user(), now);
        entities.persist(link);
    }

    /** Makes it open the portal from now on; empty when it has ended. */
    public Optional<LinkSecret> arm(UUID id, Instant now) {
        return Optional.ofNullable(entities.find(OneTimeLink.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(link -> !link.isEnded())
                .map(link -> link.arm(now));
    }

    /** The link that a secret opens now, if it opens any. */
    public Optional<OneTimeLink> find(LinkSecret secret, Instant now) {
        if (!secret.isWellFormed()) {
            return Optional.empty();
        }
        return entities
                .createQuery(
                        "select l from OneTimeLink l where l.hash = :hash and l.endedAt is null and l.expiresAt > :now",
                        OneTimeLink.class)
                .setParameter("hash", secret.hash())
                .setParameter("now", now)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** No link of the user opens anything any more. */
    public void endAll(UserId user, Instant now) {
        endAll(entities, user, now);
    }

    static void endAll(EntityManager entities, UserId user, Instant now) {
        entities.createQuery("update OneTimeLink l set l.endedAt = :now where l.userId = :user and l.endedAt is null")
                .setParameter("user", user.value())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Whether the user has a link that was made since a time. */
    public boolean hasSince(UserId user, Instant since) {
        return !entities.createQuery(
                        "select 1 from OneTimeLink l where l.userId = :user and l.endedAt is null and l.createdAt > :since",
                        Integer.class)
                .setParameter("user", user.value())
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Keeps that somebody has asked for a link, whether or not anybody has this address. */
    public void ask(String email, Instant now) {
        entities.createNativeQuery("insert into link_request (id, email, requested_at) values (:id, :email, :now)")
                .setParameter("id", UUID.randomUUID())
                .setParameter("email", email)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Takes the oldest wish for a link away, if there is any; the address was typed by anybody. */
    public Optional<String> takeAsked() {
        List<?> taken = entities.createNativeQuery("""
                        delete from link_request where id = (
                            select id from link_request order by requested_at limit 1 for update skip locked)
                        returning email""").getResultList();
        return taken.stream().map(String.class::cast).findFirst();
    }

    /** Removes those that were made long ago; says how many it were. */
    public int forgetOld(Instant now) {
        return entities.createQuery("delete from OneTimeLink l where l.createdAt < :before")
                .setParameter("before", now.minus(KEPT))
                .executeUpdate();
    }
}
