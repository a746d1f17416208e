package cl.buzon.attachments;

import cl.buzon.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Files on a disk, which several nodes may share. A file grows in the folder {@code incoming} and gets its name,
 * {@code ab/cd/<sha256>}, in one step when all of it has reached the disk: a named file is a complete one, whenever the
 * machine stops.
 */
@ApplicationScoped
class DiskFileStore implements FileStore {

    private static final int BUFFER = 64 * 1024;

    private Path folder;
    private Path incoming;

    @SuppressWarnings("NullAway.Init")
    protected DiskFileStore() {}

    /** @param dataDir where the installation keeps its data; the files lie in its folder {@code files} */
    @Inject
    DiskFileStore(@ConfigProperty(name = "buzon.data.dir", defaultValue = "${user.home}/.buzon") String dataDir) {
        this.folder = Path.of(dataDir, "files");
        this.incoming = folder.resolve("incoming");
    }

    @Override
    public StoredFile store(InputStream content, long maxBytes) throws IOException {
        Path growing = onDisk(() -> Files.createTempFile(Files.createDirectories(incoming), "", ".part"));
        try {
            StoredFile complete = write(content, maxBytes, growing);
            onDisk(() -> name(growing, complete.sha256()));
            return complete;
        } finally {
            onDisk(() -> Files.deleteIfExists(growing));
        }
    }

    @Override
    public InputStream open(String sha256) {
        return onDisk(() -> {
            FileInputStream file = openUnchecked(sha256);
            try {
                if (!Sha256.of(file).equals(sha256)) {
                    throw new FileStoreFailure.Changed(sha256);
                }
                file.getChannel().position(0);
                return file;
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        });
    }

    @Override
    public boolean holds(String sha256) {
        return Files.exists(path(sha256));
    }

    @Override
    public int sweep(UnaryOperator<Set<String>> named, Instant olderThan) {
        return onDisk(() -> new DiskSweep(folder, incoming, olderThan).removeUnless(named));
    }

    private static StoredFile write(InputStream content, long maxBytes, Path growing) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (FileOutputStream file = onDisk(() -> new FileOutputStream(growing.toFile()))) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > maxBytes) {
                    throw new FileStoreFailure.TooLarge(maxBytes);
                }
                digest.update(buffer, 0, read);
                append(file, buffer, read);
            }
            onDisk(() -> sync(file));
        }
        if (size == 0) {
            throw new FileStoreFailure.Empty();
        }
        return new StoredFile(Sha256.hex(digest), size);
    }

    private static void append(FileOutputStream file, byte[] buffer, int length) {
        onDisk(() -> {
            file.write(buffer, 0, length);
            return length;
        });
    }

    /** An equal file is replaced and not spared: that mends one whose bytes have changed, and makes it young. */
    private Path name(Path growing, String sha256) throws IOException {
        Path outer = folder.resolve(sha256.substring(0, 2));
        Path shelf = Files.createDirectories(outer.resolve(sha256.substring(2, 4)));
        Path named = Files.move(growing, path(sha256), StandardCopyOption.ATOMIC_MOVE);
        for (Path changed : List.of(shelf, outer, folder)) {
            syncFolder(changed);
        }
        return named;
    }

    private FileInputStream openUnchecked(String sha256) {
        try {
            return new FileInputStream(path(sha256).toFile());
        } catch (FileNotFoundException e) {
            throw missing(sha256, e);
        }
    }

    /** Java does not tell a file that is not there from one that may not be read. */
    private RuntimeException missing(String sha256, FileNotFoundException e) {
        return holds(sha256) ? new FileStoreFailure.Unavailable(e) : new FileStoreFailure.Missing(sha256);
    }

    private Path path(String sha256) {
        if (!Sha256.isOne(sha256)) {
            throw new IllegalArgumentException("no SHA-256 in lower case hex");
        }
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static FileOutputStream sync(FileOutputStream file) throws IOException {
        file.getFD().sync();
        return file;
    }

    /** Without this the names, though not the bytes, could be gone after a loss of power. */
    private static void syncFolder(Path of) throws IOException {
        try (FileChannel entries = FileChannel.open(of, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static <T> T onDisk(DiskWork<T> work) {
        try {
            return work.done();
        } catch (IOException e) {
            throw new FileStoreFailure.Unavailable(e);
        }
    }

    @FunctionalInterface
    private interface DiskWork<T> {
        T done() throws IOException;
    }
}
