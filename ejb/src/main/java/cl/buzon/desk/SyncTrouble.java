package cl.buzon.desk;

import cl.buzon.shared.CaseNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that does not get through.
 *
 * @param subject of the case
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
        About about,
        @Nullable String detail,
        String reason,
        int attempts,
        Instant since,
        @Nullable Instant next,
        @Nullable String request,
        @Nullable String answer) {

    /** What of a case does not get through. */
    public enum About {
        CASE,
        MESSAGE,
        FILE
    }

    public boolean isParked() {
        return next == null;
    }
}
