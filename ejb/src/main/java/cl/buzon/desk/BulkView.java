package cl.buzon.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of many claims, and how far it has come.
 *
 * @param rows how many it has
 * @param made cases of it
 * @param repeated rows that have been a case before
 * @param rejected rows that break a rule
 * @param sender name of who sent it
 * @param finishedAt absent while rows wait
 * @param rowsKept whether its rows are still to be had
 */
public record BulkView(
        UUID id,
        String name,
        Format format,
        int rows,
        int made,
        int repeated,
        int rejected,
        String sender,
        Instant receivedAt,
        @Nullable Instant finishedAt,
        boolean rowsKept) {

    /** What kind of file it is. */
    public enum Format {
        XLSX,
        CSV
    }

    public int settled() {
        return made + repeated + rejected;
    }

    public boolean isFinished() {
        return finishedAt != null;
    }
}
