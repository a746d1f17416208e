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
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    @Override
    public void filter(ContainerRequestContext request) {
        if (HttpMethod.POST.equals(request.getMethod()) && isForeign(request)) {
            throw new Forbidden("FOREIGN_REQUEST");
        }
    }

    private static boolean isForeign(ContainerRequestContext request) {
        String site = request.getHeaderString(FETCH_SITE);
        return request.getHeaderString(HEADER) == null || (site != null && !site.equals("same-origin"));
    }
}
