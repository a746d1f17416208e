package cl.buzon.desk;

import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.DraftId;
import cl.buzon.shared.DraftWindow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim being written, as it was typed.
 *
 * @param category absent until a situation has been chosen
 * @param mark tells its words from those of before; empty until a window has written any
 * @param submittedAs the case it has become, if it was sent
 */
public record DraftView(
        DraftId id,
        @Nullable CategoryView category,
        DraftText text,
        String mark,
        @Nullable CaseNumber relatedTo,
        List<File> files,
        Instant updatedAt,
        @Nullable CaseNumber submittedAs) {

    /** Whether something would be lost with it; the parcel that a follow-up begins with would not. */
    public boolean holdsSomething() {
        boolean untouched = relatedTo != null && mark.isEmpty();
        return !(untouched ? text.withoutParcel() : text).isBlank() || !files.isEmpty();
    }

    /** A window that shows these words. */
    public DraftWindow opened() {
        return DraftWindow.on(mark);
    }

    /** A file waiting with the draft. */
    public record File(
            UUID id,
            String name,
            String contentType,
            long size,
            @Nullable String evidence) {}
}
