package cl.buzon.connector.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where a call goes. */
public final class Address {

    private Address() {}

    /**
     * @param base without a slash at its end
     * @param path begins with a slash, and is encoded already
     */
    public static URI of(URI base, String path, Map<String, String> parameters) {
        StringBuilder address = new StringBuilder(base.toString()).append(path);
        char mark = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            address.append(mark).append(encoded(parameter.getKey())).append('=').append(encoded(parameter.getValue()));
            mark = '&';
        }
        return URI.create(address.toString());
    }

    /** A part of a path or of a query. */
    public static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
