package cl.buzon.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody has failed to sign in under one name, or from one place. Past the first few, each failure makes
 * the next try wait twice as long, up to a limit, so that guessing is hopeless and nobody is locked out for ever: a try
 * that comes too early is refused and does not count. After an hour without failures all is forgotten.
 */
@Entity
@Table(name = "sign_in_failure")
class SignInFailure {

    /** How patient we are: failures without a delay, and the longest delay. */
    record Patience(int free, Duration longest) {

        /** One a minute is hopeless against a password that keeps the rules, and a nuisance at most to its owner. */
        static final Patience WITH_A_NAME = new Patience(5, Duration.ofMinutes(1));

        /** Each time, somebody gets a letter. */
        static final Patience WITH_AN_ADDRESS = new Patience(3, Duration.ofMinutes(15));

        /** A whole company may sit behind one address. */
        static final Patience WITH_A_PLACE = new Patience(20, Duration.ofMinutes(5));

        private Duration after(int failures) {
            int doublings = failures - free;
            if (doublings <= 0) {
                return Duration.ZERO;
            }
            Duration delay = Duration.ofSeconds(1L << Math.min(doublings, 20));
            return delay.compareTo(longest) < 0 ? delay : longest;
        }
    }

    /** Failures older than this are forgotten. */
    static final Duration MEMORY = Duration.ofHours(1);

    @Id
    private String subject;

    private int failures;

    @Column(name = "blocked_until")
    private Instant blockedUntil;

    @Column(name = "last_failure_at")
    private Instant lastFailureAt;

    @SuppressWarnings("NullAway.Init")
    protected SignInFailure() {}

    SignInFailure(String subject, Instant now) {
        this.subject = subject;
        this.blockedUntil = now;
        this.lastFailureAt = now;
    }

    /** How long to wait until the next try; zero when it may be now. */
    Duration wait(Instant now) {
        return now.isBefore(blockedUntil) ? Duration.between(now, blockedUntil) : Duration.ZERO;
    }

    /** Counts a try as failed, which it is until it has succeeded: tries at once cannot overtake the count. */
    void count(Patience patience, Instant now) {
        failures = lastFailureAt.plus(MEMORY).isBefore(now) ? 1 : failures + 1;
        lastFailureAt = now;
        blockedUntil = now.plus(patience.after(failures));
    }

    /** Takes back the count of a try that has succeeded; those before it stay. */
    void takeBack(Instant now) {
        failures = Math.max(0, failures - 1);
        blockedUntil = now;
    }
}
