package cl.buzon.attachments;

import jakarta.ejb.ApplicationException;
import java.io.IOException;

/** Why the store did not take a file, or did not give it; passes the desks unwrapped and rolls their work back. */
@ApplicationException(rollback = true, inherited = true)
public abstract sealed class FileStoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private FileStoreFailure(String message) {
        super(message);
    }

    /** A file without a byte proves nothing. */
    public static final class Empty extends FileStoreFailure {
        private static final long serialVersionUID = 1L;

        public Empty() {
            super("no content");
        }
    }

    /** The content goes on beyond what the caller allowed. */
    public static final class TooLarge extends FileStoreFailure {
        private static final long serialVersionUID = 1L;

        /** @param maxBytes what was allowed */
        public TooLarge(long maxBytes) {
            super("more than " + maxBytes + " bytes");
        }
    }

    /** A row names it, the store has it not: somebody has to look for a backup. */
    public static final class Missing extends FileStoreFailure {
        private static final long serialVersionUID = 1L;

        public Missing(String sha256) {
            super("file " + sha256 + " is missing");
        }
    }

    /** Its bytes are no longer those that were stored: somebody has to look for a backup. */
    public static final class Changed extends FileStoreFailure {
        private static final long serialVersionUID = 1L;

        public Changed(String sha256) {
            super("file " + sha256 + " has changed since it was stored");
        }
    }

    /** The store itself does not work, such as with a full disk; later it may. */
    public static final class Unavailable extends FileStoreFailure {
        private static final long serialVersionUID = 1L;

        public Unavailable(IOException cause) {
            super("the file store does not work");
            initCause(cause);
        }
    }
}
