package cl.buzon.desk;

import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.DraftId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim being written, as it was typed.
 *
 * @param category absent until a situation has been chosen
 * @param submittedAs the case it has become, if it was sent
 */
public record DraftView(
        DraftId id,
        @Nullable CategoryView category,
        DraftText text,
        @Nullable CaseNumber relatedTo,
        List<File> files,
        Instant updatedAt,
        @Nullable CaseNumber submittedAs) {

    /** Whether something would be lost with it. */
    public boolean holdsSomething() {
        return !text.isBlank() || !files.isEmpty();
    }

    /** A file waiting with the draft. */
    public record File(
            UUID id,
            String name,
            String contentType,
            long size,
            @Nullable String evidence) {}
}
