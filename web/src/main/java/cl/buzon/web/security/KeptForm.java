package cl.buzon.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a form that came after its session had ended.
 *
 * @param address the page it is of
 * @param fields what was typed, by the names of the inputs; nothing of a form that asks for a password
 * @param withFiles whether files came along, which are not kept
 */
public record KeptForm(ReturnAddress address, Map<String, String> fields, boolean withFiles) {

    /** Some more than the longest message in the most wasteful alphabet; in UTF-16 units, names and all. */
    static final int MOST = 16_000;

    /** Of UTF-8, for one unit of UTF-16. */
    private static final int MOST_BYTES = 3;

    static Optional<KeptForm> of(HttpServletRequest request) throws IOException {
        Optional<ReturnAddress> address = ReturnAddress.of(request);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Words words = new Words();
        boolean withFiles = words.readFrom(request);
        return Optional.of(new KeptForm(address.get(), words.kept(), withFiles)).filter(form -> !form.fields.isEmpty());
    }

    /** What was typed, as it comes in; what does not fit any more is left out. */
    private static final class Words {

        private final Map<String, String> fields = new HashMap<>();
        private int room = MOST;
        private boolean secret;

        /** Says whether files came along. */
        boolean readFrom(HttpServletRequest request) throws IOException {
            Optional<String> boundary = PassingForm.boundary(request.getContentType());
            if (boundary.isPresent()) {
                return PassingForm.read(request.getInputStream(), boundary.get(), MOST * MOST_BYTES, this::add);
            }
            Collections.list(request.getParameterNames()).forEach(name -> add(name, request.getParameter(name)));
            return false;
        }

        private void add(String name, String value) {
            String low = name.toLowerCase(Locale.ROOT);
            int length = name.length() + value.length();
            secret |= low.contains("password");
            if (!low.startsWith("jakarta.faces.") && !value.isBlank() && length <= room) {
                fields.putIfAbsent(name, value);
                room -= length;
            }
        }

        Map<String, String> kept() {
            return secret ? Map.of() : Map.copyOf(fields);
        }
    }
}
