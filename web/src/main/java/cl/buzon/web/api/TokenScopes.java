package cl.buzon.web.api;

import cl.buzon.web.rest.Forbidden;
import cl.buzon.web.security.CurrentActor;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Reading takes the scope {@code cases:read}, everything else {@code cases:write}: a new resource needs no word for it. */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class TokenScopes implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    private CurrentActor who;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean reading = READING.contains(request.getMethod());
        if (reading ? !who.mayRead() : !who.mayWrite()) {
            throw new Forbidden("INSUFFICIENT_SCOPE", reading ? "cases:read" : "cases:write");
        }
    }
}
