package cl.buzon.connector.operation;

import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.desk.MirroredEntry;
import cl.buzon.desk.SyncDesk.Delivery;
import cl.buzon.shared.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How far what the customer sent has come. It is delivered when the other side has said so and that is written down, never
 * before.
 *
 * @param reached up to where the history has been gone through
 * @param stopped whether nobody goes on with it until a person has looked
 * @param sent what was sent, and whether all of it was taken
 */
record Arrivals(int reached, boolean stopped, Map<UUID, Boolean> sent) {

    Arrivals {
        sent = Map.copyOf(sent);
    }

    static Arrivals of(Optional<SyncLink> link, Map<UUID, Boolean> sent) {
        return new Arrivals(
                link.map(known -> known.progress().position()).orElse(-1),
                link.map(known -> known.health().state() != Health.State.HEALTHY)
                        .orElse(false),
                sent);
    }

    /** Nothing for what never had to travel: it came from there, or was there before we were. */
    Optional<Delivery> of(MirroredEntry entry) {
        if (entry.origin() == Origin.SYNC) {
            return Optional.empty();
        }
        Boolean taken = sent.get(entry.id());
        if (entry.position() <= reached) {
            return Optional.ofNullable(taken).map(all -> all ? Delivery.DELIVERED : Delivery.FAILED);
        }
        return Optional.of(stopped || Boolean.FALSE.equals(taken) ? Delivery.FAILED : Delivery.QUEUED);
    }
}
