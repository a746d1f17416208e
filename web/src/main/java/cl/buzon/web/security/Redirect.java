package cl.buzon.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Sends a browser to another page of the portal. The address names no host: what a request says of the host may be a
 * proxy's inner name, or a lie.
 */
final class Redirect {

    private Redirect() {}

    /** @param path within the portal, beginning with a slash */
    static void to(String path, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
