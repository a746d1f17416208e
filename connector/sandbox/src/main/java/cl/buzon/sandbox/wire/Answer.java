package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Denial;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that has not been sent yet.
 *
 * @param type the media type; empty when there is no body
 */
record Answer(int status, Map<String, String> headers, String type, Body body) {

    static final String JSON = "application/json;charset=UTF-8";

    /** Opens the bytes, whose count need not be known. */
    interface Body {
        InputStream open() throws IOException;
    }

    static Answer json(int status, JsonNode body) {
        try {
            return text(status, JSON, Asked.JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code {"result": ...}} */
    static Answer result(int status, JsonNode result) {
        ObjectNode body = Asked.JSON.createObjectNode();
        body.set("result", result);
        return json(status, body);
    }

    static Answer text(int status, String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, Map.of(), type, () -> new ByteArrayInputStream(bytes));
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), "", InputStream::nullInputStream);
    }

    static Answer of(Denial denial) {
        ObjectNode body = Asked.JSON.createObjectNode();
        ObjectNode error = body.putObject("error");
        error.put("message", denial.message());
        error.put("detail", denial.detail());
        body.put("status", "failure");
        return json(denial.status(), body);
    }

    static Answer notAuthenticated(String message) {
        return of(new Denial(401, message, "Required to provide Auth information"))
                .with("WWW-Authenticate", "Basic realm=\"Service-now\"");
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, type, body);
    }

    Answer withoutBody() {
        return new Answer(status, headers, "", InputStream::nullInputStream);
    }

    boolean isJson() {
        return type.equals(JSON);
    }

    /** The whole body as text, for those that are small. */
    String text() {
        try (InputStream in = body.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
