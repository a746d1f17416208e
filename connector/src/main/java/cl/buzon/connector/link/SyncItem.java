package cl.buzon.connector.link;

import cl.buzon.shared.CaseId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message, a part of one, or a file, and what stands for it on the other side.
 *
 * @param item ours; absent for what was told but not taken
 * @param part counts from 0 where one of ours became several of theirs
 * @param remoteId absent while it is known to be there, but not under which key
 * @param print by which it is recognised until then
 * @param reason why not, where it was not delivered or taken
 */
public record SyncItem(
        CaseId caseId,
        @Nullable UUID item,
        int part,
        Way way,
        @Nullable String remoteId,
        String print,
        @Nullable String reason) {

    /** Which way it went, and whether it arrived. */
    public enum Way {
        DELIVERED,
        NOT_DELIVERED,
        TAKEN,
        NOT_TAKEN
    }

    public SyncItem under(String key) {
        return new SyncItem(caseId, item, part, way, key, print, reason);
    }
}
