package cl.buzon.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a form that came after its session had ended.
 *
 * @param address the page it is of
 * @param fields what was typed, by the names of the inputs; never a password
 * @param withFiles whether files came along, which are not kept
 */
public record KeptForm(ReturnAddress address, Map<String, String> fields, boolean withFiles) {

    /** Some more than the longest message in the most wasteful alphabet; in UTF-16 units, names and all. */
    static final int MOST = 16_000;

    static Optional<KeptForm> of(HttpServletRequest request) {
        return ReturnAddress.of(request)
                .map(address -> new KeptForm(address, fields(request), isMultipart(request)))
                .filter(form -> !form.fields.isEmpty());
    }

    /** What does not fit any more is left out. */
    private static Map<String, String> fields(HttpServletRequest request) {
        Map<String, String> fields = new HashMap<>();
        int room = MOST;
        for (String name : Collections.list(request.getParameterNames())) {
            String value = request.getParameter(name);
            int length = name.length() + value.length();
            if (isTyped(name) && !value.isBlank() && length <= room) {
                fields.put(name, value);
                room -= length;
            }
        }
        return Map.copyOf(fields);
    }

    private static boolean isTyped(String name) {
        String low = name.toLowerCase(Locale.ROOT);
        return !low.startsWith("jakarta.faces.") && !low.contains("password");
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
