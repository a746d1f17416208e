package cl.buzon.connector.spi;

import java.time.Instant;

/**
 * How new a telling of a ticket is. Times of the other side have whole seconds and may be equal, so its own count of
 * revisions decides; our clock never does.
 *
 * @param revision grows with every change of the ticket
 * @param at when it changed, by the other side's clock
 */
public record Stamp(long revision, Instant at) implements Comparable<Stamp> {

    @Override
    public int compareTo(Stamp other) {
        int byRevision = Long.compare(revision, other.revision);
        return byRevision != 0 ? byRevision : at.compareTo(other.at);
    }

    public boolean isOlderThan(Stamp other) {
        return compareTo(other) < 0;
    }
}
