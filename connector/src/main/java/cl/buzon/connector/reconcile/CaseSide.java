package cl.buzon.connector.reconcile;

import cl.buzon.connector.spi.OutgoingFile;
import cl.buzon.desk.MirroredCase;
import cl.buzon.desk.MirroredEntry;
import cl.buzon.shared.AttachmentId;
import cl.buzon.shared.CaseId;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Our side of a case. */
public interface CaseSide {

    /** The case as it is now: within {@link #apply}, with what has been done so far. */
    Optional<MirroredCase> read(CaseId caseId);

    /**
     * What both sides see of the history; fewer than looked at come out.
     *
     * @param after a position
     * @param limit entries to look at
     */
    List<MirroredEntry> entries(CaseId caseId, int after, int limit);

    /** Where the bytes of a file of ours can be read from. */
    OutgoingFile.Source content(CaseId caseId, AttachmentId file);

    /** Keeps bytes of the other side until they are needed; closes the stream. */
    Deed.Spooled spool(InputStream content);

    /**
     * Does all deeds, and then has written down what came of them, in one transaction; or nothing at all.
     *
     * @param version of the case that the deeds were meant for
     * @param record is given, for each deed, the id of the message or file that it made
     * @throws Moved when the case is another by now
     * @throws Unacceptable when a deed is not allowed
     * @throws cl.buzon.connector.link.Lease.Lost when it could not be written down
     */
    void apply(CaseId caseId, long version, List<Deed> deeds, Consumer<List<@Nullable UUID>> record);

    /** Somebody has changed the case meanwhile: look again. */
    final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A deed that is not allowed here; the others may be. */
    final class Unacceptable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int index;

        /**
         * @param index of the deed among those that were to be done
         * @param reason a code
         */
        public Unacceptable(int index, String reason) {
            super(reason);
            this.index = index;
        }

        public int index() {
            return index;
        }
    }
}
