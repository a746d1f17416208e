package cl.buzon.web.security;

import cl.buzon.desk.SignInDesk;
import cl.buzon.desk.SignedIn;
import cl.buzon.shared.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Users as they were a few seconds ago at most: a page and all it fetches ask the database once. */
@ApplicationScoped
class FreshUsers {

    /** How long a user who has been disabled may go on, at the most. */
    static final Duration FRESH = Duration.ofSeconds(3);

    private static final int MOST = 10_000;

    private record Seen(Optional<SignedIn> user, Instant at) {}

    private final Map<UserId, Seen> seen = new ConcurrentHashMap<>();
    private SignInDesk desk;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected FreshUsers() {}

    @Inject
    FreshUsers(SignInDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    Optional<SignedIn> find(UserId id) {
        Instant now = clock.instant();
        Seen last = seen.get(id);
        if (last != null && now.isBefore(last.at().plus(FRESH))) {
            return last.user();
        }
        Optional<SignedIn> current = desk.current(id);
        if (seen.size() >= MOST) {
            seen.clear();
        }
        seen.put(id, new Seen(current, now));
        return current;
    }

    void forget(UserId id) {
        seen.remove(id);
    }
}
