package cl.buzon.connector.link;

import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A case and its ticket, and how far they are in step. Only the holder of the case's {@link Lease} writes it.
 *
 * @param ticket absent until there is one
 * @param number what the other side's people call the ticket by
 * @param told absent until the other side has told anything
 * @param attempt a write whose outcome is open
 * @param look whether all that is on the ticket is to be read, because it was found and not made, or may not be what it was
 */
public record SyncLink(
        CaseId caseId,
        @Nullable TicketId ticket,
        @Nullable String number,
        Agreed agreed,
        @Nullable Telling told,
        Progress progress,
        @Nullable Attempt attempt,
        Health health,
        boolean look) {

    /** Of a case that the other side has not heard of. */
    public static SyncLink none(CaseId caseId) {
        return new SyncLink(caseId, null, null, Agreed.NOTHING, null, Progress.NONE, null, Health.GOOD, false);
    }

    /** With a ticket, which is told of for the first time. */
    public SyncLink with(Ticket found, Agreed base) {
        return new SyncLink(
                caseId,
                found.id(),
                found.number(),
                base,
                new Telling(found.stamp(), found.fields()),
                progress,
                null,
                health,
                look);
    }

    /** With what the other side tells of the ticket, unless it has told something newer before. */
    public SyncLink hears(Ticket telling) {
        return told != null && telling.stamp().isOlderThan(told.stamp())
                ? this
                : new SyncLink(
                        caseId,
                        ticket,
                        telling.number(),
                        agreed,
                        new Telling(telling.stamp(), telling.fields()),
                        progress,
                        attempt,
                        health,
                        look);
    }

    /** With what somebody else has written down of the ticket, unless it is older than what is known here. */
    public SyncLink hears(Telling telling) {
        return told != null && telling.stamp().isOlderThan(told.stamp())
                ? this
                : new SyncLink(caseId, ticket, number, agreed, telling, progress, attempt, health, look);
    }

    public SyncLink with(Agreed base) {
        return new SyncLink(caseId, ticket, number, base, told, progress, attempt, health, look);
    }

    public SyncLink with(Progress reached) {
        return new SyncLink(caseId, ticket, number, agreed, told, reached, null, health, look);
    }

    public SyncLink with(@Nullable Attempt begun) {
        return new SyncLink(caseId, ticket, number, agreed, told, progress, begun, health, look);
    }

    public SyncLink with(Health changed) {
        return new SyncLink(caseId, ticket, number, agreed, told, progress, attempt, changed, look);
    }

    /** With a ticket that must carry a number, if there is one. */
    public SyncLink carrying(CaseNumber ours) {
        return ticket == null
                ? this
                : new SyncLink(caseId, ticket.of(ours.value()), number, agreed, told, progress, attempt, health, look);
    }

    public SyncLink looking(boolean again) {
        return new SyncLink(caseId, ticket, number, agreed, told, progress, attempt, health, again);
    }
}
