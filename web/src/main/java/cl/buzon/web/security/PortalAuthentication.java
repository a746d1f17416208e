package cl.buzon.web.security;

import cl.buzon.desk.TokenDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out whom a request comes from: by a bearer token under /api, by the session everywhere else. It turns nobody
 * away; {@link Gate} does, for addresses that are not open to everybody.
 */
@ApplicationScoped
public class PortalAuthentication implements HttpAuthenticationMechanism {

    /** RFC 6750, 2.1. */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([\\w.~+/-]{1,512}=*)");

    @Inject
    TokenDesk tokens;

    @Inject
    Sessions sessions;

    @SuppressWarnings("NullAway.Init")
    public PortalAuthentication() {}

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return caller(request)
                .map(found -> {
                    found.stamp(request);
                    return context.notifyContainerAboutLogin(found.id(), found.roles());
                })
                .orElseGet(context::doNothing);
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        String path = Guard.path(request);
        if (Routes.isResource(path)) {
            return Optional.empty();
        }
        return switch (Routes.access(path)) {
            case TOKEN -> bearer(request);
            case SIGNATURE -> Optional.empty();
            case EVERYBODY, SESSION_CALL, SESSION_PAGE ->
                sessions.resume(request).map(Caller::of);
        };
    }

    private Optional<Caller> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .flatMap(shown -> tokens.bearer(shown.group(1)))
                .map(Caller::of);
    }
}
