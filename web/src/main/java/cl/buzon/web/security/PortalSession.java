package cl.buzon.web.security;

import cl.buzon.desk.SignInDesk;
import cl.buzon.desk.SignInResult;
import cl.buzon.shared.Refusal;
import cl.buzon.shared.UserId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a page lets its visitor in and out, and gives them another password. Whoever calls redirects afterwards. */
@RequestScoped
public class PortalSession {

    @Inject
    SignInDesk desk;

    @Inject
    Sessions sessions;

    @Inject
    HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    protected PortalSession() {}

    /** Begins a session if the answer is {@link SignInResult.Entered}, and changes nothing otherwise. */
    public SignInResult signIn(String userName, String password) {
        SignInResult result = desk.signIn(userName, password, request.getRemoteAddr());
        if (result instanceof SignInResult.Entered entered) {
            sessions.begin(request, entered.who());
        }
        return result;
    }

    public void signOut() {
        sessions.end(request);
    }

    /** How long the session lasts if nobody does anything. */
    public Duration left() {
        return sessions.left(request);
    }

    /**
     * Gives the visitor another password; they stay signed in here and are signed out everywhere else.
     *
     * @param current not asked of who came in with a temporary one
     * @throws Refusal.InvalidInput as {@link SignInDesk#changeOwnPassword}
     */
    public void changePassword(@Nullable String current, String wanted, String repeated) {
        Caller caller = Caller.of(request).orElseThrow(Refusal.NotAllowed::new);
        desk.changeOwnPassword(caller.actor(), current, wanted, repeated);
        desk.current(UserId.of(caller.id())).ifPresent(who -> sessions.begin(request, who));
    }
}
