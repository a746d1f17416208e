package cl.buzon.accounts;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import cl.buzon.shared.Sha256;
import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries to sign in, counted by the name that was typed and by where they came from; each step is a transaction of its
 * own, so that a refusal is counted too. Names are kept as hashes: people type passwords into the wrong field.
 */
@ApplicationScoped
public class SignInAttempts {

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    protected SignInAttempts() {}

    public SignInAttempts(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Asks to try now.
     *
     * @param ip absent when only the name counts
     * @return how long to wait before trying; zero means that it has been counted and may go on
     */
    @Transactional(REQUIRES_NEW)
    public Duration begin(String userName, @Nullable String ip, Instant now) {
        SignInFailure byName = locked(name(userName), now);
        SignInFailure byPlace = ip == null ? byName : locked(place(ip), now);
        Duration wait = longer(byName.wait(now), byPlace.wait(now));
        if (wait.isZero()) {
            byName.count(SignInFailure.Patience.WITH_A_NAME, now);
            if (ip != null) {
                byPlace.count(SignInFailure.Patience.WITH_A_PLACE, now);
            }
        }
        return wait;
    }

    /**
     * Asks for a link to a new password, which nobody does often; counted apart from tries to sign in.
     *
     * @return how long to wait before asking; zero means that it has been counted and may go on
     */
    @Transactional(REQUIRES_NEW)
    public Duration ask(String email, String ip, Instant now) {
        SignInFailure byName = locked("ask-" + name(email), now);
        SignInFailure byPlace = locked("ask-" + place(ip), now);
        Duration wait = longer(byName.wait(now), byPlace.wait(now));
        if (wait.isZero()) {
            byName.count(SignInFailure.Patience.WITH_AN_ADDRESS, now);
            byPlace.count(SignInFailure.Patience.WITH_A_PLACE, now);
        }
        return wait;
    }

    /** Forgets the failures of the name, and that this try was counted against its place. */
    @Transactional(REQUIRES_NEW)
    public void succeed(String userName, @Nullable String ip, Instant now) {
        find(name(userName)).ifPresent(entities::remove);
        if (ip != null) {
            find(place(ip)).ifPresent(failure -> failure.takeBack(now));
        }
    }

    /** Takes back a try that came to nothing by no fault of whoever tried. */
    @Transactional(REQUIRES_NEW)
    public void abandon(String userName, @Nullable String ip, Instant now) {
        find(name(userName)).ifPresent(failure -> failure.takeBack(now));
        if (ip != null) {
            find(place(ip)).ifPresent(failure -> failure.takeBack(now));
        }
    }

    /**
     * Keeps that the user is in, unless the password was replaced or the user disabled while it was judged.
     *
     * @param judged the hash that the password was found to match
     * @param strengthened the same password hashed anew, absent when it is strong enough
     */
    @Transactional(REQUIRES_NEW)
    public Optional<PortalUser> enter(UserId id, String judged, @Nullable String strengthened, Instant now) {
        PortalUser user = entities.find(PortalUser.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (user.isDisabled() || !user.passwordHash().equals(judged)) {
            return Optional.empty();
        }
        user.signedIn(now);
        if (strengthened != null) {
            user.strengthenPassword(strengthened);
        }
        return Optional.of(user);
    }

    /** Removes what no longer counts; says how much it was. */
    @Transactional(REQUIRES_NEW)
    public int forgetOld(Instant now) {
        return entities.createQuery("delete from SignInFailure f where f.lastFailureAt < :before")
                .setParameter("before", now.minus(SignInFailure.MEMORY))
                .executeUpdate();
    }

    /** Names before places, always, so that tries at once cannot wait for each other in a circle. */
    private SignInFailure locked(String subject, Instant now) {
        entities.createNativeQuery("insert into sign_in_failure (subject, failures, blocked_until, last_failure_at)"
                        + " values (:subject, 0, :now, :now) on conflict do nothing")
                .setParameter("subject", subject)
                .setParameter("now", now)
                .executeUpdate();
        return find(subject).orElseGet(() -> new SignInFailure(subject, now));
    }

    private Optional<SignInFailure> find(String subject) {
        return Optional.ofNullable(entities.find(SignInFailure.class, subject, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String name(String userName) {
        return "name:" + Sha256.base64Of(userName.strip().toLowerCase(Locale.ROOT));
    }

    private static String place(String ip) {
        return "place:" + Place.of(ip);
    }
}
