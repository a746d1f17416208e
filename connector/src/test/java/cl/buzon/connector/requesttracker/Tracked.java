package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.CallObserver;
import cl.buzon.connector.spi.TicketingSystem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The adapter as it is connected in tests. */
public final class Tracked {

    /** Some time; what counts is the other side's. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-03T14:00:00Z"), ZoneOffset.UTC);

    private Tracked() {}

    static RequestTrackerSettings settings(String url, String token, Map<String, String> more) {
        Map<String, String> all =
                new HashMap<>(Map.of("buzon.requesttracker.url", url, "buzon.requesttracker.token", token));
        all.putAll(more);
        return new SettingsReader(key -> Optional.ofNullable(all.get(key))).read();
    }

    static RequestTracker with(String url, Map<String, String> more) {
        return new RequestTracker(Parts.of(settings(url, "1-14-secret", more), CLOCK, (call, took, outcome) -> {}));
    }

    public static TicketingSystem at(String url, String token, Clock clock, CallObserver observer) {
        return new RequestTracker(Parts.of(settings(url, token, Map.of()), clock, observer));
    }

    /** The same where a test does not want to hear what happened in those before. */
    public static TicketingSystem forgetful(String url, String token, Clock clock, CallObserver observer) {
        Map<String, String> brief = Map.of("buzon.requesttracker.overlap", "PT1S");
        return new RequestTracker(Parts.of(settings(url, token, brief), clock, observer));
    }
}
