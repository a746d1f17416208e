package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.RemoteFailure;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** As whom we call: with a token that is fetched once for all threads and renewed before it ends, or by name and password. */
final class SignIn {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final ServiceNowSettings settings;
    private final Wire wire;
    private final Clock clock;
    private @Nullable String token;
    private Instant renewal = Instant.MIN;

    SignIn(ServiceNowSettings settings, Wire wire, Clock clock) {
        this.settings = settings;
        this.wire = wire;
        this.clock = clock;
    }

    /** The header's value. */
    synchronized String authorization() {
        if (settings.clientId() == null) {
            String pair = settings.username() + ":" + Objects.requireNonNullElse(settings.password(), "");
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        if (token == null || !clock.instant().isBefore(renewal)) {
            fetch();
        }
        return "Bearer " + token;
    }

    /**
     * The other side does not know a header's value any more.
     *
     * @return whether another one can be tried
     */
    synchronized boolean refused(String authorization) {
        if (settings.clientId() == null) {
            return false;
        }
        if (authorization.equals("Bearer " + token)) {
            token = null;
        }
        return true;
    }

    private void fetch() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", settings.username() == null ? "client_credentials" : "password");
        form.put("client_id", Objects.requireNonNull(settings.clientId()));
        form.put("client_secret", Objects.requireNonNullElse(settings.clientSecret(), ""));
        if (settings.username() != null) {
            form.put("username", settings.username());
            form.put("password", Objects.requireNonNullElse(settings.password(), ""));
        }
        String body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Wire.Call call = new Wire.Call(
                "POST", URI.create(settings.url() + "/oauth_token.do"), () -> BodyPublishers.ofString(body), false);
        Wire.Answer answer = wire.exchange(
                call,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json"),
                settings.deadline());
        if (answer.status() == UNAUTHORIZED) {
            throw new RemoteFailure.Unauthorized("no token: the OAuth client or user is not accepted");
        }
        JsonObject granted = Answers.object(call, answer);
        if (answer.status() != OK || !granted.containsKey("access_token")) {
            throw new RemoteFailure.Unreachable("no token: status " + answer.status(), null);
        }
        token = granted.getString("access_token");
        long seconds = granted.getJsonNumber("expires_in") == null
                ? 0
                : granted.getJsonNumber("expires_in").longValue();
        renewal = clock.instant().plusSeconds(seconds * 4 / 5);
    }
}
