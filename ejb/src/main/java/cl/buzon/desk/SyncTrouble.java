package cl.buzon.desk;

import cl.buzon.shared.CaseNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that does not get through.
 *
 * @param subject of the case
 * @param kind what keeps it from getting through, and so what is to be done
 * @param about what of it: the case itself, a message (by its author) or a file (by its name)
 * @param reason in the words of who refused
 * @param attempts since it last got through
 * @param next when it is tried again; absent when it waits for a person
 * @param request what we asked, without secrets; absent when nobody refused it
 * @param answer what we were told, without secrets
 */
public record SyncTrouble(
        CaseNumber number,
        String subject,
        Kind kind,
        About about,
        @Nullable String detail,
        String reason,
        int attempts,
        Instant since,
        @Nullable Instant next,
        @Nullable String request,
        @Nullable String answer) {

    /** What keeps a case from getting through. */
    public enum Kind {
        /** It is tried again by itself. */
        WAITING,
        /** The other side refuses it, until a person has mended something. */
        REFUSED,
        /** Something here failed on it. */
        BROKEN,
        /** There is no ticket any more, or none that we may see. */
        GONE
    }

    /** What of a case does not get through. */
    public enum About {
        CASE,
        MESSAGE,
        FILE
    }

    public boolean isParked() {
        return kind != Kind.WAITING;
    }
}
