package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Switches;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** How many calls the instance takes: by the hour, at once, and in one session, where they stand in a queue. */
final class Limits {

    private static final int QUEUE_OF_A_SESSION = 10;
    private static final long HOUR = 3600;

    private final Switches switches;
    private final Clock clock;
    private final AtomicInteger atOnce = new AtomicInteger();
    private final Map<String, Session> sessions = new HashMap<>();
    private long hour;
    private int inThisHour;

    Limits(Switches switches, Clock clock) {
        this.switches = switches;
        this.clock = clock;
    }

    /** The refusal by the rate rule, and what it says in every answer. */
    synchronized Optional<Rate> rate() {
        int limit = switches.callsAnHour;
        if (limit == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        long current = now.getEpochSecond() / HOUR;
        if (current != hour) {
            hour = current;
            inThisHour = 0;
        }
        inThisHour++;
        return Optional.of(new Rate(limit, (current + 1) * HOUR, now.getEpochSecond(), inThisHour > limit));
    }

    /** A place in the pool; to be given back. */
    boolean enter() {
        int limit = switches.callsAtOnce;
        if (atOnce.incrementAndGet() > limit && limit > 0) {
            atOnce.decrementAndGet();
            return false;
        }
        return true;
    }

    void leave() {
        atOnce.decrementAndGet();
    }

    /** The session's turn, waited for; empty when the queue is full and the call is thrown away. */
    Optional<Runnable> turn(String id) {
        Session session;
        synchronized (this) {
            session = sessions.computeIfAbsent(id, any -> new Session());
            if (session.calls.get() > QUEUE_OF_A_SESSION) {
                return Optional.empty();
            }
            session.calls.incrementAndGet();
        }
        session.turn.lock();
        return Optional.of(() -> {
            session.calls.decrementAndGet();
            session.turn.unlock();
        });
    }

    private static final class Session {
        private final AtomicInteger calls = new AtomicInteger();
        private final ReentrantLock turn = new ReentrantLock(true);
    }

    /** @param reset Unix seconds */
    record Rate(int limit, long reset, long now, boolean exceeded) {

        static final String RULE = "0123456789abcdef0123456789abcdef";

        Answer marking(Answer answer) {
            return answer.with("X-RateLimit-Limit", String.valueOf(limit))
                    .with("X-RateLimit-Reset", String.valueOf(reset))
                    .with("X-RateLimit-Rule", RULE);
        }

        Answer refusal() {
            Answer answer = Answer.of(new cl.buzon.sandbox.instance.Denial(
                    429,
                    "Rate limit exceeded",
                    "Rate limit of " + limit + " requests per hour for Table API exceeded"));
            return answer.with("Retry-After", String.valueOf(reset - now));
        }
    }
}
