package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.translation.Remembered;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What became of a file that was just taken: where it lies, and whether all of it. That costs a call each, but for the second
 * once in an hour for files that are no larger than some that was whole.
 */
final class FileLook {

    private static final String WHOLE = "whole";

    private final Contents contents;
    private final Conversations conversations;

    /** The size of the largest file that was seen whole. */
    private final Remembered<Long> wholes;

    FileLook(Rest rest, Conversations conversations, Clock clock) {
        this.contents = new Contents(rest);
        this.conversations = conversations;
        this.wholes = new Remembered<>(clock);
    }

    /** The one file of a transaction of ours, with the size that it has there. */
    Optional<RemoteFile> of(TicketId ticket, long transaction) {
        return contents.letters("file.look", List.of(transaction)).values().stream()
                .flatMap(letter -> letter.files().stream())
                .findFirst()
                .map(piece -> asItLies(judged(piece, ticket), ticket));
    }

    private Piece judged(Piece piece, TicketId ticket) {
        long whole = wholes.get(WHOLE).flatMap(known -> known).orElse(0L);
        // What is no text may have a quarter less room than one
        if (piece.length() <= whole / 4 * 3) {
            return piece;
        }
        Cuts cuts = Cuts.of(conversations.transactions(
                "file.whole", List.of(ticket), Sql.any("Type", Cuts.TYPES) + " AND id > " + piece.transaction()));
        Piece judged = cuts.seen(ticket.value(), piece);
        if (judged.isWhole()) {
            wholes.put(WHOLE, Optional.of(Math.max(whole, piece.length())));
        }
        return judged;
    }

    private static RemoteFile asItLies(Piece piece, TicketId ticket) {
        RemoteFile file = Conversations.file(piece, ticket, new RemoteAuthor("", null, true));
        Long kept = piece.kept();
        return kept == null
                ? file
                : new RemoteFile(
                        file.id(), ticket, file.author(), file.at(), file.name(), kept, RemoteFile.Readiness.CUT);
    }
}
