package cl.buzon.web.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a link leads: a path and its parameters, of which empty ones are left out.
 *
 * @param fragment the id to jump to, empty for the page's beginning
 */
public record Address(String path, Map<String, String> parameters, String fragment) {

    public static Address of(String path) {
        return new Address(path, Map.of(), "");
    }

    /** A page below this address, such as {@code /casos}. */
    public Address to(String page) {
        return of(path + page);
    }

    /** As this address, with the parameter at the given value, or without it when that is empty. */
    public Address with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.remove(name);
        if (!value.isEmpty()) {
            changed.put(name, value);
        }
        return new Address(path, changed, fragment);
    }

    public Address without(String name) {
        return with(name, "");
    }

    public Address at(String id) {
        return new Address(path, parameters, id);
    }

    @Override
    public String toString() {
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return path + (query.isEmpty() ? "" : "?" + query) + (fragment.isEmpty() ? "" : "#" + fragment);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
