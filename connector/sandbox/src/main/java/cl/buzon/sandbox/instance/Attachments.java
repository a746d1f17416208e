package cl.buzon.sandbox.instance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of attachments, one file each; never whole in memory. */
final class Attachments {

    private final Path folder;

    Attachments(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps the bytes as they come.
     *
     * @param limit bytes
     * @throws Denial when there are more, or none can be kept
     */
    Kept keep(String id, InputStream bytes, long limit) {
        Path file = folder.resolve(id);
        MessageDigest digest = sha256();
        long size = 0;
        try {
            Files.createDirectories(folder);
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                byte[] part = new byte[8192];
                for (int read = bytes.read(part); read >= 0 && size <= limit; read = bytes.read(part)) {
                    out.write(part, 0, read);
                    size += read;
                }
            }
            if (size > limit) {
                Files.delete(file);
                throw new Denial(400, "Exception while reading request", "The file is larger than " + limit + " bytes");
            }
            return new Kept(size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open(String id) {
        try {
            return Files.newInputStream(folder.resolve(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void drop(String id) {
        try {
            Files.deleteIfExists(folder.resolve(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    record Kept(long size, String sha256) {}
}
