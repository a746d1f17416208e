package cl.buzon.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/**
 * Who may ask for which address. This is the one list: whatever it does not name needs a session, so a new page is
 * closed until somebody opens it here. Paths are within the portal, decoded and without {@code ..}, as the container
 * chooses the servlet by them.
 */
final class Routes {

    /** What an address asks of its caller. */
    enum Access {
        EVERYBODY,
        /** A bearer token, and never a session: no other site can make a browser call it. */
        TOKEN,
        /** A signature over the body, which whoever takes it judges. */
        SIGNATURE,
        /** A session; what is fetched by a page learns in words of programs that there is none. */
        SESSION_CALL,
        /** A session; whoever has none is sent to sign in. */
        SESSION_PAGE
    }

    static final String SIGN_IN = "/ingresar";
    static final String FIRST_PASSWORD = "/primer-ingreso";
    static final String SIGN_OUT = "/salir";
    private static final String FORGOTTEN = "/olvido";
    private static final String BY_LINK = "/clave";

    /** Header of what an open page fetches by itself. */
    private static final String QUIET = "X-Buzon-Quiet";

    private static final Set<String> OPEN_PAGES = Set.of(
            "/",
            "/portada",
            SIGN_IN,
            SIGN_OUT,
            FORGOTTEN,
            BY_LINK,
            "/ayuda",
            "/accesibilidad",
            "/privacidad",
            "/favicon.ico",
            "/api/docs");

    private static final List<String> OPEN_FOLDERS =
            List.of("/resources/", "/jakarta.faces.resource/", "/error/", "/api/docs/");

    private static final String HOOKS = "/api/v1/hooks/";
    private static final String API = "/api/";
    private static final String LIVE = "/live/";

    private static final Set<String> FIRST_PASSWORD_PAGES =
            Set.of(FIRST_PASSWORD, SIGN_OUT, FORGOTTEN, BY_LINK, "/favicon.ico");

    private Routes() {}

    static Access access(String path) {
        if (OPEN_PAGES.contains(path) || isIn(OPEN_FOLDERS, path)) {
            return Access.EVERYBODY;
        }
        if (path.startsWith(HOOKS)) {
            return Access.SIGNATURE;
        }
        if (path.startsWith(API) || path.equals("/api")) {
            return Access.TOKEN;
        }
        return path.startsWith(LIVE) ? Access.SESSION_CALL : Access.SESSION_PAGE;
    }

    /**
     * Whether an open page asks by itself, without anybody having done anything: that keeps no session alive. Who lies
     * here only shortens their own.
     */
    static boolean isQuiet(HttpServletRequest request) {
        String path = Guard.path(request);
        boolean ownCall = path.startsWith(LIVE) && path.endsWith("/bell");
        return ownCall || request.getHeader(QUIET) != null;
    }

    /** Whether it is open to who must first make a password of their own. */
    static boolean isBeforeFirstPassword(String path) {
        return FIRST_PASSWORD_PAGES.contains(path) || isResource(path) || path.startsWith("/error/");
    }

    /** Whether the page frames something of the portal's own. */
    static boolean isFraming(String path) {
        return path.equals("/operador/correo");
    }

    /** Scripts, styles, pictures and typefaces: the same for everybody. */
    static boolean isResource(String path) {
        return path.startsWith("/resources/")
                || path.startsWith("/jakarta.faces.resource/")
                || path.equals("/favicon.ico");
    }

    private static boolean isIn(List<String> folders, String path) {
        return folders.stream().anyMatch(path::startsWith);
    }
}
