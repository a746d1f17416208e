package cl.buzon.web.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The cookie of the session: no script reads it, no other site's form sends it. By https its name says that it was set
 * for exactly this host (RFC 6265bis, 4.1.3.2), which browsers then see to.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

    private static final String NAME = "buzon-session";
    private static final int IDLE_MINUTES = 30;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean https = SecuritySettings.from(ConfigProvider.getConfig()).isHttps();
        ServletContext portal = event.getServletContext();
        portal.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        portal.setSessionTimeout(IDLE_MINUTES);
        SessionCookieConfig cookie = portal.getSessionCookieConfig();
        cookie.setName(https ? "__Host-" + NAME : NAME);
        cookie.setPath(https ? "/" : portal.getContextPath());
        cookie.setSecure(https);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
    }
}
