package cl.buzon.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

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
