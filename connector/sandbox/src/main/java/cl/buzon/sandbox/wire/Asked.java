package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.instance.Caller;
import cl.buzon.sandbox.instance.Denial;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request of somebody who was let in, taken apart. */
final class Asked {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServletRequest request;
    private final Call call;
    private final Map<String, String> parameters;
    private final Caller caller;
    private final StringBuilder sent = new StringBuilder();

    Asked(HttpServletRequest request, Call call, Caller caller) {
        this.request = request;
        this.call = call;
        this.parameters = QueryString.of(request);
        this.caller = caller;
    }

    HttpServletRequest request() {
        return request;
    }

    Call call() {
        return call;
    }

    Caller caller() {
        return caller;
    }

    String method() {
        return call.method();
    }

    boolean isRead() {
        return method().equals("GET") || method().equals("HEAD");
    }

    /** The steps of the path behind {@code /api/now} or the like, without the version. */
    List<String> steps() {
        List<String> steps = new ArrayList<>(List.of(call.path().substring(1).split("/", -1)));
        steps.subList(0, Math.min(2, steps.size())).clear();
        if (!steps.isEmpty() && steps.get(0).matches("v\\d")) {
            steps.remove(0);
        }
        return steps;
    }

    /** {@code v1}, {@code v2} or empty. */
    String version() {
        String[] steps = call.path().substring(1).split("/", -1);
        return steps.length > 2 && steps[2].matches("v\\d") ? steps[2] : "";
    }

    /** The value of {@code sysparm_<name>}; empty when it is not there. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get("sysparm_" + name));
    }

    boolean isSet(String name) {
        return parameter(name).filter("true"::equals).isPresent();
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** @throws Denial when it is no number, or below zero */
    int number(String name, int usual) {
        String text = parameter(name).orElse("");
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new Denial(400, "Invalid value for sysparm_" + name, text);
        }
        return Integer.parseInt(text);
    }

    /** The columns in the body, all as text; of a list the first object only. */
    Map<String, String> body() {
        JsonNode body = json();
        JsonNode first = body.isArray() && !body.isEmpty() ? body.get(0) : body;
        Map<String, String> values = new LinkedHashMap<>();
        first.properties().forEach(field -> values.put(field.getKey(), text(field.getValue())));
        return values;
    }

    /** The body as it is. */
    String text() {
        try {
            return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was read of the body so far, for the record. */
    String sent() {
        return sent.toString();
    }

    private JsonNode json() {
        try {
            byte[] bytes = request.getInputStream().readAllBytes();
            sent.append(new String(bytes, StandardCharsets.UTF_8));
            JsonNode node = JSON.readTree(bytes);
            if (node == null || !node.isContainerNode()) {
                throw unreadable();
            }
            return node;
        } catch (JsonProcessingException e) {
            throw unreadable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Denial unreadable() {
        return new Denial(400, "Exception while reading request", "The payload is not valid JSON");
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isObject()) {
            return value.path("value").asText();
        }
        return value.isArray() ? value.toString() : value.asText();
    }
}
