package cl.buzon.sandbox.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Which part of a result a caller gets. It is cut out before anything is hidden from the caller.
 *
 * @param given whether the caller named a limit or an offset
 */
record Paging(int limit, int offset, boolean given) {

    static Paging of(Asked asked, int usualLimit) {
        return new Paging(
                asked.number("limit", usualLimit),
                asked.number("offset", 0),
                asked.parameter("limit").isPresent()
                        || asked.parameter("offset").isPresent());
    }

    <T> List<T> cut(List<T> all) {
        int from = Math.min(offset, all.size());
        return all.subList(from, (int) Math.min((long) from + limit, all.size()));
    }

    /** The Link header; none when everything fits. */
    Optional<String> links(Asked asked, int total, String address, boolean previousIsMinusOne, boolean counted) {
        if (total <= limit || limit == 0) {
            return Optional.empty();
        }
        StringJoiner links = new StringJoiner(",");
        links.add(link(asked, address, 0, "first"));
        int previous = offset == 0 && previousIsMinusOne ? -1 : Math.max(0, offset - limit);
        links.add(link(asked, address, previous, "prev"));
        if (offset + limit < total) {
            links.add(link(asked, address, offset + limit, "next"));
        }
        if (counted) {
            links.add(link(asked, address, (total - 1) / limit * limit, "last"));
        }
        return Optional.of(links.toString());
    }

    private static String link(Asked asked, String address, int at, String relation) {
        Map<String, String> parameters = new LinkedHashMap<>(asked.parameters());
        parameters.put("sysparm_offset", String.valueOf(at));
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "<" + address + asked.call().path() + "?" + query + ">;rel=\"" + relation + "\"";
    }
}
