package cl.buzon.connector.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes in a file of the operating system's folder for such, gone once it is closed. */
final class SpooledFile implements Deed.Spooled {

    private static final int CHUNK = 64 * 1024;

    private final Path file;

    private SpooledFile(Path file) {
        this.file = file;
    }

    /** @param most bytes that are kept; what follows is not even asked for */
    static SpooledFile of(InputStream content, long most) {
        try (content) {
            Path file = Files.createTempFile("buzon-", ".in");
            try (OutputStream kept = Files.newOutputStream(file)) {
                long left = most;
                byte[] chunk = new byte[CHUNK];
                int read;
                while (left > 0 && (read = content.read(chunk, 0, (int) Math.min(CHUNK, left))) >= 0) {
                    kept.write(chunk, 0, read);
                    left -= read;
                }
                return new SpooledFile(file);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
