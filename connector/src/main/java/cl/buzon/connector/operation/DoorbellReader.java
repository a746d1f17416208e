package cl.buzon.connector.operation;

import cl.buzon.connector.schedule.Leases;
import cl.buzon.connector.schedule.SyncState;
import cl.buzon.connector.spi.Door;
import cl.buzon.desk.Doorbell;
import cl.buzon.desk.SyncDesk.Ring;
import cl.buzon.shared.BodySignature;
import cl.buzon.shared.CaseId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hears the other side's rings: whoever holds the key may say where to look, and nothing else that they say counts. */
@ApplicationScoped
class DoorbellReader {

    private static final Logger LOG = System.getLogger(DoorbellReader.class.getName());
    private static final Duration QUIET = Duration.ofMinutes(1);

    private static final int LONGEST_KEY = 64;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private SyncRecords records;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private SyncState state;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Leases leases;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Clock clock;

    @Inject
    @ConfigProperty(name = "buzon.webhook.secret")
    @SuppressWarnings("NullAway.Init")
    private Optional<String> secret;

    private final AtomicLong complained = new AtomicLong();

    @SuppressWarnings("NullAway.Init")
    protected DoorbellReader() {}

    /** By hand, without a container. */
    @SuppressWarnings("UnnecessaryAssignment")
    DoorbellReader(SyncRecords records, SyncState state, Leases leases, Clock clock, String secret) {
        this.records = records;
        this.state = state;
        this.leases = leases;
        this.clock = clock;
        this.secret = Optional.of(secret);
    }

    /** @param door where what is connected rings */
    Ring ring(Door door, Doorbell bell) {
        if (secret.isEmpty()) {
            return Ring.NONE;
        }
        if (!new BodySignature(secret.get()).verifies(bell.timestamp(), bell.signature(), bell.body(), clock)) {
            complain();
            return Ring.FORGED;
        }
        Optional<String> ticket = ticket(new String(bell.body(), StandardCharsets.UTF_8), door.key());
        if (ticket.isEmpty()) {
            return Ring.UNREADABLE;
        }
        // Asked first: whose ticket is written down meanwhile is found by it
        List<CaseId> making = state.inTheMaking();
        Optional<CaseId> known = records.caseOf(ticket.get());
        // Of the others nobody knows whether it is theirs: they look once they have a ticket, and are hurried by
        // nobody's ring
        leases.mark(known.map(List::of).orElse(making), true, known.isPresent());
        return Ring.HEARD;
    }

    /** Once a minute at most: whoever has no key shall not fill the log. */
    private void complain() {
        long now = clock.millis();
        long before = complained.get();
        if (now - before >= QUIET.toMillis() && complained.compareAndSet(before, now)) {
            LOG.log(Level.WARNING, "SYNC_DOORBELL: a ring was refused, for its signature or its time is not right");
        }
    }

    private static Optional<String> ticket(String body, String key) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonObject ring = reader.readObject();
            JsonValue value = ring.getOrDefault(key, JsonValue.NULL);
            String text = value instanceof JsonString string ? string.getString() : value.toString();
            boolean named = value instanceof JsonString || value instanceof JsonNumber;
            return Optional.of(text).filter(any -> named && isKey(any));
        } catch (JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static boolean isKey(String text) {
        return !text.isBlank() && text.length() <= LONGEST_KEY;
    }
}
