package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.TicketId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What tickets looked like a moment ago. A reply to a deleted ticket would bring it back, so that one must have looked at it
 * before; but not again for each of several replies. Safe for threads.
 */
final class Glances {

    private static final Duration MOMENT = Duration.ofSeconds(3);
    private static final int MOST = 500;

    private final Clock clock;
    private final Map<TicketId, Glance> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TicketId, Glance> eldest) {
            return size() > MOST;
        }
    };

    private record Glance(Rest.Read read, Instant until) {}

    Glances(Clock clock) {
        this.clock = clock;
    }

    synchronized void at(TicketId ticket, Rest.Read read) {
        seen.remove(ticket);
        seen.put(ticket, new Glance(read, clock.instant().plus(MOMENT)));
    }

    synchronized void forget(TicketId ticket) {
        seen.remove(ticket);
    }

    synchronized Optional<Rest.Read> recent(TicketId ticket) {
        return Optional.ofNullable(seen.get(ticket))
                .filter(glance -> clock.instant().isBefore(glance.until()))
                .map(Glance::read);
    }
}
