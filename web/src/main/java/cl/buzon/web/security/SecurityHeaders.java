package cl.buzon.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * What every answer tells the browser to refuse. Nothing on a page comes from elsewhere and nothing is inline, so the
 * policy needs no exception; what serves files of customers makes it stricter still.
 *
 * @param https whether browsers are to come by https only from now on
 */
record SecurityHeaders(boolean https) {

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    void write(String path, HttpServletResponse response) {
        ALWAYS.forEach(response::setHeader);
        if (Routes.isFraming(path)) {
            response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY + "; frame-src 'self'");
        }
        response.setHeader("Cache-Control", Routes.isResource(path) ? "public, max-age=600" : "no-store");
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
