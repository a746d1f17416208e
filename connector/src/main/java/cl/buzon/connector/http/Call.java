package cl.buzon.connector.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;

/**
 * One call, ready to be made.
 *
 * @param name what it is for, as counters and logs call it
 * @param written what it would change over there, in words without anybody's data; empty when it only reads
 * @param body empty for none
 * @param deadline from its start to the last byte of its answer
 */
public record Call(
        String name,
        String method,
        URI uri,
        Map<String, String> headers,
        HttpRequest.BodyPublisher body,
        String written,
        Duration deadline) {

    /** Whether it may have changed something when nobody hears its answer. */
    public boolean writes() {
        return !written.isEmpty();
    }

    public Call with(String header, String value) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Call(name, method, uri, more, body, written, deadline);
    }

    /** The same with more patience or less. */
    public Call within(Duration time) {
        return new Call(name, method, uri, headers, body, written, time);
    }

    /** For a person who must find out what was asked. */
    public String described() {
        String asked = method + " " + uri.getPath();
        return writes() ? asked + " " + written : asked;
    }
}
