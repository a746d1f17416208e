package cl.buzon.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * An answer whose cookies go back by https only, whoever sets them: the portal's pages, and Faces for itself. That of the
 * session is the server's, see {@link SessionCookie}.
 */
final class SecureCookies extends HttpServletResponseWrapper {

    private SecureCookies(HttpServletResponse response) {
        super(response);
    }

    /** What the public address says decides: behind a proxy the request itself may look as if it came by http. */
    static HttpServletResponse of(HttpServletResponse response, boolean https) {
        return https ? new SecureCookies(response) : response;
    }

    @Override
    public void addCookie(Cookie cookie) {
        cookie.setSecure(true);
        super.addCookie(cookie);
    }
}
