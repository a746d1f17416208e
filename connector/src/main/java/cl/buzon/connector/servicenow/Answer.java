package cl.buzon.connector.servicenow;

import java.net.http.HttpHeaders;
import java.util.Locale;

/**
 * What came back, not judged yet.
 *
 * @param body empty when it broke off
 * @param whole whether the body came to its end
 */
record Answer(int status, HttpHeaders headers, String body, boolean whole) {

    boolean isJson() {
        String type = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        int end = type.indexOf(';');
        String media = (end < 0 ? type : type.substring(0, end)).strip();
        return media.equals("application/json") || media.endsWith("+json");
    }

    /** What ServiceNow's support asks for. */
    String transaction() {
        return headers.firstValue("X-Transaction-ID").orElse("-");
    }
}
