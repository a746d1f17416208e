package cl.buzon.connector.http;

import java.net.http.HttpHeaders;
import java.util.Locale;

/**
 * What came back, not judged yet.
 *
 * @param body empty when it broke off
 * @param whole whether the body came to its end
 */
public record Answer(int status, HttpHeaders headers, String body, boolean whole) {

    public boolean isJson() {
        String type = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        int end = type.indexOf(';');
        String media = (end < 0 ? type : type.substring(0, end)).strip();
        return media.equals("application/json") || media.endsWith("+json");
    }

    /** The first header of a name; empty for none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
