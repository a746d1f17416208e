package cl.buzon.attachments;

import cl.buzon.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Files of a test, gone with it. */
public final class MemoryFileStore implements FileStore {

    private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
    private final Map<String, Instant> times = new ConcurrentHashMap<>();

    @Override
    public StoredFile store(InputStream content, long maxBytes) throws IOException {
        byte[] bytes = upTo(maxBytes, content);
        if (bytes.length == 0) {
            throw new FileStoreFailure.Empty();
        }
        StoredFile stored = new StoredFile(hash(bytes), bytes.length);
        contents.put(stored.sha256(), bytes);
        times.put(stored.sha256(), Instant.now());
        return stored;
    }

    @Override
    public InputStream open(String sha256) {
        byte[] bytes = Optional.ofNullable(contents.get(checked(sha256)))
                .orElseThrow(() -> new FileStoreFailure.Missing(sha256));
        if (!hash(bytes).equals(sha256)) {
            throw new FileStoreFailure.Changed(sha256);
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean holds(String sha256) {
        return contents.containsKey(checked(sha256));
    }

    @Override
    public int sweep(UnaryOperator<Set<String>> named, Instant olderThan) {
        Set<String> old = new HashSet<>();
        times.forEach((name, time) -> {
            if (time.isBefore(olderThan)) {
                old.add(name);
            }
        });
        old.removeAll(named.apply(Set.copyOf(old)));
        old.forEach(this::lose);
        return old.size();
    }

    /** Loses the file, as disks do. */
    public void lose(String sha256) {
        contents.remove(sha256);
        times.remove(sha256);
    }

    /** Changes one byte of the file, as disks do. */
    public void spoil(String sha256) {
        contents.computeIfPresent(sha256, (name, bytes) -> {
            byte[] spoilt = bytes.clone();
            spoilt[0] ^= 1;
            return spoilt;
        });
    }

    private static byte[] upTo(long maxBytes, InputStream content) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            kept.write(buffer, 0, read);
            if (kept.size() > maxBytes) {
                throw new FileStoreFailure.TooLarge(maxBytes);
            }
        }
        return kept.toByteArray();
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
    }

    private static String checked(String sha256) {
        if (!Sha256.isOne(sha256)) {
            throw new IllegalArgumentException("no SHA-256 in lower case hex");
        }
        return sha256;
    }
}
