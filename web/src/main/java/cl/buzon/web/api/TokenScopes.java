package cl.buzon.web.api;

import cl.buzon.shared.Refusal;
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

/** Every token reads; only those with the scope {@code cases:write} change things. */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class TokenScopes implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    private CurrentActor who;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!READING.contains(request.getMethod()) && !who.mayWrite()) {
            throw new Refusal.NotAllowed();
        }
    }
}
