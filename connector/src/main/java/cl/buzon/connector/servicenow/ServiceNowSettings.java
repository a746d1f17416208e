package cl.buzon.connector.servicenow;

import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the instance is, who we are there, and how its table writes what we mean.
 *
 * @param url without a slash at its end
 * @param clientId absent for Basic authentication
 * @param closeCode the resolution code of what the customer has closed, where the instance demands one
 * @param deadline of a call, answer and all
 * @param parallel calls at once
 */
record ServiceNowSettings(
        URI url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String clientId,
        @Nullable String clientSecret,
        String table,
        String trackingNumber,
        String category,
        String compensationState,
        String compensationAmount,
        @Nullable String assignmentGroup,
        Map<CaseState, String> states,
        Map<CompensationState, String> compensations,
        String closeCode,
        String closeNotes,
        Duration deadline,
        int parallel) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,79}");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration DEADLINE = Duration.ofSeconds(65);

    private static final Map<CaseState, String> STATES = Map.of(
            CaseState.NEW, "1",
            CaseState.OPEN, "10",
            CaseState.AWAITING_INFO, "18",
            CaseState.RESOLVED, "6",
            CaseState.CLOSED, "3",
            CaseState.CANCELLED, "7");

    /**
     * Reads and judges them, before anything is called.
     *
     * @param values by the names of the settings
     * @param home the address that is used when none is set
     * @throws IllegalArgumentException naming the setting that is missing or wrong
     */
    static ServiceNowSettings of(Function<String, Optional<String>> values, @Nullable String home) {
        Function<String, Optional<String>> set =
                name -> values.apply("buzon.servicenow." + name).filter(value -> !value.isBlank());
        String clientId = set.apply("oauth.client-id").orElse(null);
        String username = set.apply("username").orElse(null);
        if (clientId == null && username == null) {
            throw new IllegalArgumentException("buzon.servicenow.username: a user, or an OAuth client, must be set");
        }
        return new ServiceNowSettings(
                url(set.apply("url").orElse(home)),
                username,
                set.apply("password").orElse(null),
                clientId,
                set.apply("oauth.client-secret").orElse(null),
                name(set, "table", "sn_customerservice_case"),
                name(set, "field.tracking-number", "u_tracking_number"),
                name(set, "field.category", "u_category"),
                name(set, "field.compensation-state", "u_compensation_state"),
                name(set, "field.compensation-amount", "u_compensation_amount"),
                set.apply("assignment-group").orElse(null),
                map(CaseState.class, state -> set.apply("state." + state.name()).orElse(STATES.get(state)), "state"),
                map(
                        CompensationState.class,
                        state -> set.apply("compensation." + state.name())
                                .orElse(state.name().toLowerCase(Locale.ROOT)),
                        "compensation"),
                set.apply("close-code").orElse("Solved by customer"),
                set.apply("close-notes").orElse("Closed by customer"),
                set.apply("deadline").map(Duration::parse).orElse(DEADLINE),
                values.apply("buzon.connector.parallel").map(Integer::valueOf).orElse(4));
    }

    private static URI url(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("buzon.servicenow.url: must be set");
        }
        URI url;
        try {
            url = URI.create(text.replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("buzon.servicenow.url: is no address", e);
        }
        boolean plain = "http".equals(url.getScheme()) && url.getHost() != null && HERE.contains(url.getHost());
        if (url.getHost() == null || url.getRawUserInfo() != null || !(plain || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "buzon.servicenow.url: must be an https address without a user, or http on this machine");
        }
        return url;
    }

    /** Names go into queries, in which nothing can be escaped. */
    private static String name(Function<String, Optional<String>> set, String setting, String usual) {
        String name = set.apply(setting).orElse(usual);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("buzon.servicenow." + setting + ": is no name of a table or field");
        }
        return name;
    }

    private static <K extends Enum<K>> Map<K, String> map(
            Class<K> type, Function<K, @Nullable String> value, String setting) {
        Map<K, String> map = new EnumMap<>(type);
        Set<String> used = new HashSet<>();
        for (K key : Arrays.asList(type.getEnumConstants())) {
            String theirs = value.apply(key);
            if (theirs == null || !used.add(theirs)) {
                throw new IllegalArgumentException(
                        "buzon.servicenow." + setting + "." + key.name() + ": each of our values needs one of its own");
            }
            map.put(key, theirs);
        }
        return map;
    }

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "ServiceNowSettings[" + url + "]";
    }
}
