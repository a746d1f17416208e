package cl.buzon.desk;

import cl.buzon.shared.AttachmentId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a case.
 *
 * @param size in bytes
 * @param sha256 of the content, in lower case hex
 * @param messageId the message it came with, if any
 */
public record AttachmentView(
        AttachmentId id,
        String name,
        String contentType,
        long size,
        String sha256,
        @Nullable String evidence,
        @Nullable UUID messageId,
        Instant attachedAt) {}
