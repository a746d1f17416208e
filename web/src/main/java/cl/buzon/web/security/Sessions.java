package cl.buzon.web.security;

import cl.buzon.desk.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;

/** Who is behind the session of a request. */
@ApplicationScoped
class Sessions {

    private static final String ATTRIBUTE = Visit.class.getName();

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
        Caller.of(who).stamp(request);
    }

    /** Empty for a session of nobody; one that must not go on ends here. */
    Optional<SignedIn> resume(HttpServletRequest request) {
        Optional<Visit> visit = visit(request);
        Optional<SignedIn> user =
                visit.flatMap(found -> users.find(found.user()).filter(who -> found.isStillOf(who, clock.instant())));
        if (visit.isPresent() && user.isEmpty()) {
            end(request);
        }
        return user;
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
