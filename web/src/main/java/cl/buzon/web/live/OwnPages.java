package cl.buzon.web.live;

import cl.buzon.web.rest.Forbidden;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Only the portal's own script changes anything here. A page from elsewhere could send a form with the session's cookie,
 * but it cannot set this header without being asked for permission, which is never given.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class OwnPages implements ContainerRequestFilter {

    private static final String HEADER = "X-Requested-With";

    @Override
    public void filter(ContainerRequestContext request) {
        if (HttpMethod.POST.equals(request.getMethod()) && request.getHeaderString(HEADER) == null) {
            throw new Forbidden("OTHER_SITE");
        }
    }
}
