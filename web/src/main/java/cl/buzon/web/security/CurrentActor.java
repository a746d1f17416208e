package cl.buzon.web.security;

import cl.buzon.shared.Actor;
import cl.buzon.shared.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** As whom this request asks the desks. */
@RequestScoped
public class CurrentActor {

    private HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    protected CurrentActor() {}

    @Inject
    CurrentActor(HttpServletRequest request) {
        this.request = request;
    }

    /** @throws Refusal.NotAllowed when it comes from nobody known, which only open addresses see */
    public Actor actor() {
        return Caller.of(request).map(Caller::actor).orElseThrow(Refusal.NotAllowed::new);
    }

    /** Whether the request comes from somebody known. */
    public boolean isSignedIn() {
        return Caller.of(request).isPresent();
    }

    /** False for tokens that only write. */
    public boolean mayRead() {
        return Caller.of(request).map(Caller::mayRead).orElse(false);
    }

    /** False for tokens that only read. */
    public boolean mayWrite() {
        return Caller.of(request).map(Caller::mayWrite).orElse(false);
    }
}
