package cl.buzon.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk under a folder. The folder itself may not exist yet: then its nearest ancestor that does is asked. */
record Disk(Path folder) {

    /** Tried by writing: permissions alone do not tell of a disk that has become read-only. */
    boolean isWritable() {
        try {
            Files.delete(Files.createTempFile(existing(), "health", null));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Bytes that may still be written; 0 when nobody knows. */
    long free() {
        try {
            return Files.getFileStore(existing()).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    private Path existing() {
        Path candidate = folder.toAbsolutePath();
        while (Files.notExists(candidate) && candidate.getParent() != null) {
            candidate = candidate.getParent();
        }
        return candidate;
    }
}
