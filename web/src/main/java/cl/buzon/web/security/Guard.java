package cl.buzon.web.security;

import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.Config;

/**
 * Stands before everything else: marks the answer with the security headers and its cookies as Secure, refuses what is too large or was sent by
 * another site, and lets to closed addresses only whom {@link PortalAuthentication} has recognised.
 */
@WebFilter(filterName = "guard", urlPatterns = "/*", asyncSupported = true)
public class Guard extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Too Many Requests (RFC 6585). */
    private static final int TOO_OFTEN = 429;

    private transient boolean https;
    private transient SecurityHeaders headers;
    private transient RequestSize size;
    private transient SameOrigin sameOrigin;
    private transient RateLimits rates;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient Config config;

    @Inject
    @SuppressWarnings("NullAway.Init")
    transient KeptForms kept;

    @SuppressWarnings("NullAway.Init")
    public Guard() {}

    @Override
    public void init() {
        SecuritySettings settings = SecuritySettings.from(config);
        https = settings.isHttps();
        headers = new SecurityHeaders(https);
        size = new RequestSize(settings.maxFiles());
        sameOrigin = new SameOrigin(settings.publicUrl());
        rates = new RateLimits(settings.rate(), settings.burst(), TimeMeter.SYSTEM_NANOTIME);
    }

    /** Within the portal, decoded, without parameters and {@code ..}: that by which the servlet is chosen. */
    static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        String path = rest == null ? request.getServletPath() : request.getServletPath() + rest;
        return path.isEmpty() ? "/" : path;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        headers.write(path, response);
        if (!refusesForm(path, request, response)) {
            enter(path, request, SecureCookies.of(response, https), chain);
        }
    }

    private boolean refusesForm(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Routes.Access access = Routes.access(path);
        if (access == Routes.Access.TOKEN || access == Routes.Access.SIGNATURE) {
            return false;
        }
        if (!sameOrigin.allows(source(request))) {
            refuse(access, request, response, HttpServletResponse.SC_FORBIDDEN, "OTHER_SITE");
            return true;
        }
        OptionalInt status = access == Routes.Access.SESSION_CALL ? OptionalInt.empty() : size(access, request);
        if (status.isPresent()) {
            response.sendError(status.getAsInt());
        }
        return status.isPresent();
    }

    private void enter(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (Gate.judge(path, Caller.of(request))) {
            case PASS -> {
                if (isTooOften(request, response)) {
                    RefusalJson.send(request, response, TOO_OFTEN, "TOO_MANY_REQUESTS");
                } else {
                    chain.doFilter(request, response);
                }
            }
            case SIGN_IN -> {
                if (request.getMethod().equals("POST")) {
                    kept.keep(request, response);
                }
                Redirect.to(Routes.SIGN_IN + wayBack(request), request, response);
            }
            case MAKE_PASSWORD -> Redirect.to(Routes.FIRST_PASSWORD, request, response);
            case REFUSE_WITHOUT_PASSWORD ->
                RefusalJson.send(request, response, HttpServletResponse.SC_FORBIDDEN, "PASSWORD_CHANGE_REQUIRED");
            case REFUSE_UNKNOWN -> refuseUnknown(path, request, response);
        }
    }

    private boolean isTooOften(HttpServletRequest request, HttpServletResponse response) {
        return Caller.of(request)
                .map(Caller::token)
                .filter(token -> !rates.allows(token, response))
                .isPresent();
    }

    private static void refuseUnknown(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean token = Routes.access(path) == Routes.Access.TOKEN;
        if (token) {
            String tried = request.getHeader("Authorization") == null ? "" : ", error=\"invalid_token\"";
            response.setHeader("WWW-Authenticate", "Bearer realm=\"buzon\"" + tried);
        }
        String code = token ? "UNAUTHENTICATED" : "SESSION_ENDED";
        RefusalJson.send(request, response, HttpServletResponse.SC_UNAUTHORIZED, code);
    }

    private static void refuse(
            Routes.Access access, HttpServletRequest request, HttpServletResponse response, int status, String code)
            throws IOException {
        if (access == Routes.Access.SESSION_CALL) {
            RefusalJson.send(request, response, status, code);
        } else {
            response.sendError(status);
        }
    }

    /** Who gives files has signed in, or had when the form was begun: of the latter only the words are kept. */
    private OptionalInt size(Routes.Access access, HttpServletRequest request) {
        return size.refusal(
                request.getContentType(),
                request.getContentLengthLong(),
                request.getHeader("Transfer-Encoding"),
                access == Routes.Access.SESSION_PAGE || Caller.of(request).isPresent());
    }

    private static SameOrigin.Source source(HttpServletRequest request) {
        return new SameOrigin.Source(
                request.getMethod(),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                request.getHeader("Host"));
    }

    private static String wayBack(HttpServletRequest request) {
        return ReturnAddress.of(request)
                .map(address -> "?" + ReturnAddress.PARAMETER + "=" + address.encoded())
                .orElse("");
    }
}
