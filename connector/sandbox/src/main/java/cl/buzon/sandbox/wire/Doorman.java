package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Instance;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/** Says who a caller is, by what the Authorization header holds. */
final class Doorman {

    private final Instance instance;

    Doorman(Instance instance) {
        this.instance = instance;
    }

    /** The user name; empty when nobody is let in. */
    Optional<String> who(HttpServletRequest request) {
        String header = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        if (header.startsWith("Bearer ")) {
            return instance.signIns().byToken(header.substring(7).strip());
        }
        return header.startsWith("Basic ") ? basic(header.substring(6).strip()) : Optional.empty();
    }

    private Optional<String> basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : instance.signIns().byPassword(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
