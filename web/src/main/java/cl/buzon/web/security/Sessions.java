package cl.buzon.web.security;

import cl.buzon.desk.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who is behind the session of a request. */
@ApplicationScoped
class Sessions {

    /** A person who does nothing for so long has gone. */
    static final Duration IDLE = Duration.ofMinutes(30);

    private static final String ATTRIBUTE = Visit.class.getName();
    private static final String LAST_SEEN = Sessions.class.getName();

    private FreshUsers users;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected Sessions() {}

    @Inject
    Sessions(FreshUsers users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** The session gets a new id, so that nobody can have planted the old one. */
    void begin(HttpServletRequest request, SignedIn who) {
        users.forget(who.id());
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(ATTRIBUTE, Visit.of(who, clock.instant()));
        touch(request);
        Caller.of(who).stamp(request);
    }

    /** Empty for a session of nobody; one that must not go on ends here. */
    Optional<SignedIn> resume(HttpServletRequest request) {
        Optional<Visit> visit = visit(request);
        Optional<SignedIn> user = visit.filter(found -> left(request, found).toSeconds() > 0)
                .flatMap(found -> users.find(found.user()).filter(who -> found.isStillOf(who, clock.instant())));
        if (visit.isPresent() && user.isEmpty()) {
            end(request);
        } else if (user.isPresent() && !Routes.isQuiet(request)) {
            touch(request);
        }
        return user;
    }

    /** How long the session still lasts if nobody does anything; nothing for a session of nobody. */
    Duration left(HttpServletRequest request) {
        return visit(request).map(found -> left(request, found)).orElse(Duration.ZERO);
    }

    private Duration left(HttpServletRequest request, Visit visit) {
        Instant now = clock.instant();
        Instant seen = (Instant) request.getSession().getAttribute(LAST_SEEN);
        Duration idle = Duration.between(now, seen == null ? now : seen.plus(IDLE));
        Duration whole = Duration.between(now, visit.since().plus(Visit.LONGEST));
        return idle.compareTo(whole) < 0 ? idle : whole;
    }

    /** Somebody is there. */
    void touch(HttpServletRequest request) {
        request.getSession().setAttribute(LAST_SEEN, clock.instant());
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static Optional<Visit> visit(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (Visit) session.getAttribute(ATTRIBUTE));
    }
}
