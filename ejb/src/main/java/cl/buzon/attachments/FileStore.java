package cl.buzon.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where the bytes of files are, each known by the SHA-256 of its content. Files are written before the row that names
 * them is committed; those that no row came to name are swept. Nothing is ever held whole in memory.
 */
public interface FileStore {

    /**
     * Keeps a content for good; when this returns it has reached the disk. Storing an equal content again is harmless,
     * and makes it young again for the sweep.
     *
     * @param content read to its end, not closed
     * @throws FileStoreFailure.TooLarge after at most one buffer more than maxBytes was read; nothing is kept
     * @throws FileStoreFailure.Empty when there is no byte
     * @throws FileStoreFailure.Unavailable when the store itself cannot take it, such as a full disk
     * @throws IOException when the content cannot be read to its end; nothing is kept
     */
    StoredFile store(InputStream content, long maxBytes) throws IOException;

    /**
     * The content, found to be what was stored before its first byte is handed out.
     *
     * @throws FileStoreFailure.Missing when there is none of this name
     * @throws FileStoreFailure.Changed when the bytes are no longer those that were stored
     * @throws FileStoreFailure.Unavailable when it cannot be read
     */
    InputStream open(String sha256);

    /** Whether there is a file of this name; says nothing about its bytes. */
    boolean holds(String sha256);

    /**
     * Removes what was stored before the given time and no row names, and what interrupted uploads left behind.
     *
     * @param named of the given names, those that some row names; asked in batches
     * @return how many were removed
     */
    int sweep(UnaryOperator<Set<String>> named, Instant olderThan);
}
