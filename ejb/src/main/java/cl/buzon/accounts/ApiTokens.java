package cl.buzon.accounts;

import cl.buzon.shared.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All API tokens, each found only by its secret. */
@ApplicationScoped
public class ApiTokens {

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected ApiTokens() {}

    public ApiTokens(EntityManager entities) {
        this.entities = entities;
    }

    public void add(ApiToken token) {
        entities.persist(token);
    }

    /** The tokens that act as users of a company, the newest first; at most so many. */
    public List<ApiToken> of(AccountId account, int limit) {
        return entities.createQuery(
                        "select t from ApiToken t where t.userId in"
                                + " (select u.id from PortalUser u where u.accountId = :account)"
                                + " order by t.createdAt desc, t.id",
                        ApiToken.class)
                .setParameter("account", account.value())
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many of them are good now. */
    public long countGood(AccountId account, Instant now) {
        return entities.createQuery(
                        "select count(t) from ApiToken t where t.userId in"
                                + " (select u.id from PortalUser u where u.accountId = :account)"
                                + " and t.revokedAt is null and (t.expiresAt is null or t.expiresAt > :now)",
                        Long.class)
                .setParameter("account", account.value())
                .setParameter("now", now)
                .getSingleResult();
    }

    public Optional<ApiToken> find(UUID id) {
        return Optional.ofNullable(entities.find(ApiToken.class, id));
    }

    public Optional<ApiToken> find(TokenSecret secret) {
        return entities
                .createQuery("select t from ApiToken t where t.hash = :hash", ApiToken.class)
                .setParameter("hash", secret.hash())
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The token with this secret if it is good now; its use is written down, at most once a minute. */
    public Optional<ApiToken> use(TokenSecret secret, Instant now) {
        Optional<ApiToken> good = find(secret).filter(token -> token.isGood(now));
        good.filter(token -> token.isUsedAnew(now)).ifPresent(token -> writeUse(token, now));
        return good;
    }

    // By a condition of its own, so that calls at once do not wait for each other more than once a minute
    private void writeUse(ApiToken token, Instant now) {
        entities.createQuery("update ApiToken t set t.lastUsedAt = :now"
                        + " where t.id = :id and (t.lastUsedAt is null or t.lastUsedAt <= :before)")
                .setParameter("now", now)
                .setParameter("id", token.id())
                .setParameter("before", now.minus(ApiToken.USE_GRAIN))
                .executeUpdate();
    }
}
