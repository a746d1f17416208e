package cl.buzon.desk;

import cl.buzon.shared.Actor;
import cl.buzon.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does what a request asks once, however often it arrives. The key is claimed in the transaction that does the work:
 * either both are there or neither, and who comes second waits at the claim for the answer of who came first. A refusal
 * rolls the claim back, so a request that was mended may use its key again.
 */
@Stateless
public class IdempotentRequests {

    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** The longest key, in characters. */
    public static final int MAX_KEY = 255;

    /** SQLSTATE lock_not_available. */
    private static final String STILL_LOCKED = "55P03";

    /** How long the second request waits for the first. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How many answers are forgotten in one transaction. */
    private static final int ROUND = 10_000;

    @PersistenceContext
    private EntityManager entities;

    private Clock clock;
    private Duration patience = PATIENCE;
    private int round = ROUND;

    @SuppressWarnings("NullAway.Init")
    public IdempotentRequests() {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    public IdempotentRequests(Clock clock) {
        this.clock = clock;
    }

    IdempotentRequests(EntityManager entities, Clock clock, Duration patience, int round) {
        this.entities = entities;
        this.clock = clock;
        this.patience = patience;
        this.round = round;
    }

    /** @param replayed whether it is the answer to an earlier request */
    public record Outcome(RecordedAnswer answer, boolean replayed) {}

    /**
     * Does the work, or gives the answer of who did it before.
     *
     * @param fingerprint of what is asked; only looked at after the work, or instead of it
     * @throws Refusal.KeyReused when the key came with another request within {@link #KEPT}
     * @throws Refusal.StillRunning when who came first takes longer than 10 s
     */
    public Outcome once(Actor actor, String key, Supplier<String> fingerprint, Supplier<RecordedAnswer> work) {
        UUID user = actor.person().orElseThrow(Refusal.NotAllowed::new);
        if (claim(user, key)) {
            RecordedAnswer answer = work.get();
            record(user, key, fingerprint.get(), answer);
            return new Outcome(answer, false);
        }
        return new Outcome(recorded(user, key, fingerprint.get()), true);
    }

    /**
     * Forgets some of the answers that are older than {@link #KEPT}; a key that somebody claims anew at this moment stays
     * theirs.
     *
     * @return whether there may be more of them
     */
    public boolean forgetOld(Actor actor) {
        Judged.machine(actor);
        return entities.createNativeQuery("""
                        delete from idempotent_request where (user_id, key) in
                            (select user_id, key from idempotent_request where received_at < :horizon
                            order by received_at limit :round for update skip locked)""")
                        .setParameter("horizon", horizon())
                        .setParameter("round", round)
                        .executeUpdate()
                == round;
    }

    private boolean claim(UUID user, String key) {
        entities.createNativeQuery("set local lock_timeout = " + patience.toMillis())
                .executeUpdate();
        int claimed = insert(user, key);
        entities.createNativeQuery("set local lock_timeout to default").executeUpdate();
        return claimed == 1;
    }

    /** An answer that is too old to be given counts as none. */
    private int insert(UUID user, String key) {
        Query claim = entities.createNativeQuery("""
                insert into idempotent_request as r (user_id, key, received_at) values (:user, :key, :now)
                on conflict (user_id, key) do update set received_at = excluded.received_at
                where r.received_at < :horizon""");
        try {
            return claim.setParameter("user", user)
                    .setParameter("key", key)
                    .setParameter("now", clock.instant())
                    .setParameter("horizon", horizon())
                    .executeUpdate();
        } catch (PersistenceException e) {
            if (isStillLocked(e)) {
                throw new Refusal.StillRunning();
            }
            throw e;
        }
    }

    private void record(UUID user, String key, String fingerprint, RecordedAnswer answer) {
        entities.createNativeQuery("""
                        update idempotent_request
                        set fingerprint = :fingerprint, status = :status, location = :location, etag = :etag, body = :body
                        where user_id = :user and key = :key""")
                .setParameter("fingerprint", fingerprint)
                .setParameter("status", answer.status())
                .setParameter("location", answer.location())
                .setParameter("etag", answer.etag())
                .setParameter("body", answer.body())
                .setParameter("user", user)
                .setParameter("key", key)
                .executeUpdate();
    }

    private RecordedAnswer recorded(UUID user, String key, String fingerprint) {
        List<?> found = entities.createNativeQuery("""
                        select fingerprint, status, location, etag, body
                        from idempotent_request where user_id = :user and key = :key""")
                .setParameter("user", user)
                .setParameter("key", key)
                .getResultList();
        Object[] row = (Object[]) found.get(0);
        if (!fingerprint.equals(row[0])) {
            throw new Refusal.KeyReused();
        }
        return new RecordedAnswer((int) row[1], text(row[2]), text(row[3]), (String) row[4]);
    }

    private static @Nullable String text(@Nullable Object column) {
        return (String) column;
    }

    private Instant horizon() {
        return clock.instant().minus(KEPT);
    }

    private static boolean isStillLocked(Throwable thrown) {
        return Stream.iterate(Optional.of(thrown), cause -> cause.map(Throwable::getCause))
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .anyMatch(cause -> cause instanceof SQLException sql && STILL_LOCKED.equals(sql.getSQLState()));
    }
}
