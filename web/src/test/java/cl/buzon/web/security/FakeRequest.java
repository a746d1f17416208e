package cl.buzon.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A request that carries attributes and an address, and knows nothing else. */
final class FakeRequest {

    private FakeRequest() {}

    static HttpServletRequest create() {
        return to("/csm/", "/");
    }

    static HttpServletRequest to(String uri, String servletPath) {
        Map<String, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "getContextPath" -> "/csm";
                    case "getRequestURI" -> uri.replaceFirst("\\?.*", "");
                    case "getQueryString" -> uri.contains("?") ? uri.replaceFirst(".*\\?", "") : null;
                    case "getServletPath" -> servletPath;
                    case "getPathInfo", "getCookies" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
