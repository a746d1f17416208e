package cl.buzon.connector.servicenow;

import cl.buzon.connector.http.Answer;
import cl.buzon.connector.http.Call;
import cl.buzon.connector.spi.RemoteFailure;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One token for everybody, renewed ahead of its end, by one thread for all that need it: too many wrong passwords lock
 * a user out, so a refusal too holds for all who were waiting for the same.
 */
final class OAuthTokens implements Tokens {

    private static final Duration REFUSED_FOR = Duration.ofSeconds(5);

    private final Call request;
    private final Function<Call, Answer> line;
    private final Judge judge;
    private final Clock clock;
    private @Nullable Token token;
    private @Nullable RemoteFailure failure;
    private final AtomicInteger asked = new AtomicInteger();
    private Instant refusedUntil = Instant.MIN;

    /** @param end when it is of no use any more, whatever happens */
    private record Token(String header, Instant renewAt, Instant end) {}

    OAuthTokens(ServiceNowSettings settings, Function<Call, Answer> line, Judge judge, Clock clock) {
        ServiceNowSettings.Secret client = settings.login().client().orElseThrow();
        String form = settings.login()
                        .user()
                        .map(user -> "grant_type=password&username=" + encoded(user.name()) + "&password="
                                + encoded(user.secret()))
                        .orElse("grant_type=client_credentials")
                + "&client_id=" + encoded(client.name()) + "&client_secret=" + encoded(client.secret());
        this.request = new Call(
                "token",
                "POST",
                settings.url().resolve(settings.url().getPath() + "/oauth_token.do"),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                BodyPublishers.ofString(form),
                "",
                settings.deadline());
        this.line = line;
        this.judge = judge;
        this.clock = clock;
    }

    @Override
    public String current() {
        return token(asked.get(), null).header();
    }

    @Override
    public Optional<String> insteadOf(String refused) {
        return Optional.of(token(asked.get(), refused).header());
    }

    /**
     * @param before how often had been asked when the caller came
     * @param refused what is of no use any more
     */
    private synchronized Token token(int before, @Nullable String refused) {
        Token now = token;
        if (now != null && !now.header().equals(refused) && clock.instant().isBefore(now.renewAt())) {
            return now;
        }
        Token kept =
                now != null && !now.header().equals(refused) && clock.instant().isBefore(now.end()) ? now : null;
        if (kept != null && clock.instant().isBefore(refusedUntil)) {
            return kept;
        }
        RemoteFailure last = failure;
        if (last != null && (asked.get() != before || clock.instant().isBefore(refusedUntil))) {
            throw last;
        }
        try {
            return renewed();
        } catch (RemoteFailure.Unreachable | RemoteFailure.Throttled away) {
            if (kept == null) {
                throw away;
            }
            token = kept;
            failure = null;
            refusedUntil = clock.instant().plus(REFUSED_FOR);
            return kept;
        }
    }

    private Token renewed() {
        asked.incrementAndGet();
        failure = null;
        token = null;
        try {
            Token fresh = ask();
            token = fresh;
            return fresh;
        } catch (RemoteFailure no) {
            failure = no;
            refusedUntil =
                    no instanceof RemoteFailure.Unauthorized ? clock.instant().plus(REFUSED_FOR) : clock.instant();
            throw no;
        }
    }

    private Token ask() {
        Answer answer = line.apply(request);
        JsonObject body = Judge.parse(answer);
        if (body != null && answer.status() == 200 && body.get("access_token") instanceof JsonString value) {
            Duration life = life(body.get("expires_in"));
            Instant now = clock.instant();
            return new Token(
                    "Bearer " + value.getString(), now.plus(life.multipliedBy(4).dividedBy(5)), now.plus(life));
        }
        if (body != null && (answer.status() == 400 || answer.status() == 401 || answer.status() == 403)) {
            throw new RemoteFailure.Unauthorized("The token was refused: " + Judge.words(body));
        }
        if (answer.status() == 429) {
            throw judge.failure(request, answer);
        }
        throw new RemoteFailure.Unreachable("No token: HTTP " + answer.status() + " without one", null);
    }

    /** How long it is good for. */
    private static Duration life(@Nullable JsonValue told) {
        long seconds = 60;
        if (told instanceof JsonNumber number) {
            seconds = number.longValue();
        } else if (told instanceof JsonString text && text.getString().matches("\\d{1,9}")) {
            seconds = Long.parseLong(text.getString());
        }
        return Duration.ofSeconds(
                Math.max(1, Math.min(seconds, Duration.ofDays(365).toSeconds())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
