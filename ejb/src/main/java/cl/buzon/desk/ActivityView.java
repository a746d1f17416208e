package cl.buzon.desk;

import cl.buzon.shared.ActorKind;
import cl.buzon.shared.CaseState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a case's history.
 *
 * @param position counts from 1 within the case, without gaps
 * @param known whether the actor is a person whom the portal knows, and not one whom only the ticketing system does
 * @param own whether the viewer did it
 * @param text of a MESSAGE
 * @param attachment of a FILE
 * @param from of a STATE, absent on the first
 * @param to of a STATE
 * @param reason of a STATE, if one was given
 * @param executive of an ASSIGNMENT
 * @param compensation of a COMPENSATION
 */
public record ActivityView(
        UUID id,
        int position,
        Type type,
        Instant at,
        String actorName,
        ActorKind actorKind,
        boolean known,
        boolean own,
        @Nullable UUID messageId,
        @Nullable String text,
        @Nullable AttachmentView attachment,
        @Nullable CaseState from,
        @Nullable CaseState to,
        @Nullable String reason,
        @Nullable PersonView executive,
        @Nullable CompensationView compensation) {

    /** What kind of thing has happened. */
    public enum Type {
        MESSAGE,
        FILE,
        STATE,
        ASSIGNMENT,
        COMPENSATION
    }
}
