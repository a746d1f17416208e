package cl.buzon.desk;

import cl.buzon.shared.ActorKind;
import cl.buzon.shared.Origin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Words or a file in the history of a case, of those that both sides see. A customer's reason for what they did counts as
 * words: nobody else would tell the executive.
 *
 * @param id of the message, the file, or the entry that has the reason
 * @param position in the history
 * @param author the name that the history shows
 * @param origin {@link Origin#SYNC} when it came from the ticketing system
 * @param text of words, absent for a file
 */
public record MirroredEntry(
        UUID id,
        int position,
        String author,
        ActorKind kind,
        Origin origin,
        @Nullable String text,
        @Nullable AttachmentView file) {}
