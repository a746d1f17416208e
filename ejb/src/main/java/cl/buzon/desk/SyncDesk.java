package cl.buzon.desk;

import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.Page;
import cl.buzon.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people and the other side ask of the sync with the ticketing system. The connector implements it; without one
 * there is no such bean, and a connector to which no system is set says so by {@link SyncStatus.Condition#NOT_CONNECTED}.
 * All but the doorbell and the deliveries is the operator's.
 */
public interface SyncDesk {

    /** What became of a ring. */
    enum Ring {
        HEARD,
        /** Signed with another key, too long ago, or not at all. */
        FORGED,
        /** Well signed, but it names no ticket. */
        UNREADABLE,
        /** No such doorbell: another system, or no key is set. */
        NONE
    }

    /** How far a message or file of the customer has come on its way to the executive. */
    enum Delivery {
        QUEUED,
        DELIVERED,
        FAILED
    }

    /**
     * Hears that something has changed on the other side. The ring only hints where to look; what it says is not believed.
     *
     * @param system as in the doorbell's address
     */
    Ring ring(String system, Doorbell bell);

    /**
     * How far the messages and files of a case have come, by their ids; what is not named never had to travel.
     *
     * @param seen a case that whoever asks may see
     */
    Map<UUID, Delivery> deliveries(CaseView seen);

    SyncStatus status(Actor actor);

    /** The cases that do not get through, whether they wait for a person or for the other side, oldest first. */
    Page<SyncTrouble> troubles(Actor actor, @Nullable String cursor, int limit);

    /** @throws Refusal.NotFound when the case has none */
    SyncTrouble trouble(Actor actor, CaseNumber number);

    /** Tries again at once what a person has mended. */
    void replay(Actor actor, CaseNumber number);

    /** Tries all parked cases again. */
    void replayAll(Actor actor);

    /**
     * Takes a parked case off the list until it changes again.
     *
     * @param reason why, kept with the case
     * @throws Refusal.InvalidInput when no reason is given
     */
    void ignore(Actor actor, CaseNumber number, @Nullable String reason);

    /** Stops all calls to the other side; what happens meanwhile waits. */
    void pause(Actor actor);

    void resume(Actor actor);

    /** What both sides had changed, or what ours could not take; newest first. */
    Page<SyncConflict> conflicts(Actor actor, @Nullable String cursor, int limit);

    /**
     * Asks the other side everything that could go wrong. Takes some seconds; writes nothing.
     *
     * @param language of the findings' words
     */
    List<SyncFinding> examine(Actor actor, Locale language);

    /**
     * What a sync of one case would do now. Reads the other side; writes nothing.
     *
     * @throws Refusal.NotFound when there is no such case
     */
    SyncPlan plan(Actor actor, CaseNumber number);
}
