package cl.buzon.sandbox.fault;

import java.util.Optional;

/**
 * A call as it comes in.
 *
 * @param path below the base of the instance, as in {@code /api/now/v2/table/sn_customerservice_case}
 * @param query decoded, {@code name=value} joined by {@code &}; empty when none
 */
public record Call(String method, String path, String query) {

    public boolean isWrite() {
        return !method.equals("GET") && !method.equals("HEAD") && !isSignIn();
    }

    public boolean isSignIn() {
        return path.equals("/oauth_token.do");
    }

    /** The table that a Table API call is about. */
    public Optional<String> table() {
        String[] parts = path.split("/", -1);
        for (int i = 0; i + 1 < parts.length; i++) {
            if (parts[i].equals("table")) {
                return Optional.of(parts[i + 1]);
            }
        }
        return Optional.empty();
    }

    public boolean isAttachment() {
        return path.contains("/attachment");
    }
}
