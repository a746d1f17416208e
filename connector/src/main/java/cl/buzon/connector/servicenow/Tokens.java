package cl.buzon.connector.servicenow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How a call is signed. */
interface Tokens {

    /** The value of {@code Authorization}. */
    String current();

    /**
     * Another one, after one was not accepted; nothing when there can be none.
     *
     * @param refused what was not accepted
     */
    Optional<String> insteadOf(String refused);

    /** Name and password with every call. */
    static Tokens basic(ServiceNowSettings.Secret user) {
        byte[] pair = (user.name() + ":" + user.secret()).getBytes(StandardCharsets.UTF_8);
        String header = "Basic " + Base64.getEncoder().encodeToString(pair);
        return new Tokens() {
            @Override
            public String current() {
                return header;
            }

            @Override
            public Optional<String> insteadOf(String refused) {
                return Optional.empty();
            }
        };
    }
}
