package cl.buzon.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFileStoreTest extends FileStoreContract {

    private final Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));

    @TempDir
    private Path dataDir;

    private DiskFileStore store;

    @BeforeEach
    void storeInTheDataFolder() {
        store = new DiskFileStore(dataDir.toString());
    }

    @Override
    FileStore store() {
        return store;
    }

    @Override
    void lose(String sha256) throws IOException {
        Files.delete(path(sha256));
    }

    @Override
    void spoil(String sha256) throws IOException {
        byte[] bytes = Files.readAllBytes(path(sha256));
        bytes[0] ^= 1;
        Files.write(path(sha256), bytes);
    }

    @Test
    void aFileLiesUnderItsHashOnTheDataFolder() throws IOException {
        store.store(Uploads.of("abc"), LIMIT);

        assertThat(filesOnDisk()).containsExactly(dataDir.resolve("files/ba/78/" + SHA256_OF_ABC));
    }

    @Test
    void refusedAndBrokenUploadsLeaveNotEvenAnUnnamedFile() {
        assertThatThrownBy(() -> store.store(Uploads.brokenOffAfter("abc"), LIMIT))
                .isNotNull();
        assertThatThrownBy(() -> store.store(Uploads.ofSize(11), 10)).isNotNull();

        assertThat(filesOnDisk()).isEmpty();
    }

    @Test
    void whatAnEndedServerLeftBehindIsSwept() throws IOException {
        store.store(Uploads.of("abc"), LIMIT);
        Path halfWritten = Files.writeString(dataDir.resolve("files/incoming/1.part"), "ab");
        Path justBegun = Files.writeString(dataDir.resolve("files/incoming/2.part"), "ab");
        makeOld(halfWritten);

        int swept = store.sweep(EVERYBODY, anHourAgo);

        assertThat(swept).isEqualTo(1);
        assertThat(filesOnDisk()).containsExactlyInAnyOrder(justBegun, path(SHA256_OF_ABC));
    }

    @Test
    void storingItAgainMakesAnOldFileYoung() throws IOException {
        store.store(Uploads.of("abc"), LIMIT);
        makeOld(path(SHA256_OF_ABC));

        store.store(Uploads.of("abc"), LIMIT);

        assertThat(store.sweep(NOBODY, anHourAgo)).isZero();
    }

    @Test
    void aFileThatIsStoredAgainDuringTheSweepStays() throws IOException {
        store.store(Uploads.of("abc"), LIMIT);
        makeOld(path(SHA256_OF_ABC));

        int swept = store.sweep(
                names -> {
                    storeAgain();
                    return Set.of();
                },
                anHourAgo);

        assertThat(swept).isZero();
        assertThat(filesOnDisk()).containsExactly(path(SHA256_OF_ABC));
    }

    @Test
    void theSweepLeavesFilesOfOthersAlone() throws IOException {
        store.store(Uploads.of("abc"), LIMIT);
        Path stranger = Files.writeString(dataDir.resolve("files/ba/78/README"), "not ours");

        assertThat(sweepAll()).isEqualTo(1);

        assertThat(filesOnDisk()).containsExactly(stranger);
    }

    @Test
    void aSweepBeforeTheFirstFileFindsNothing() {
        assertThat(sweepAll()).isZero();
    }

    @Test
    void aDiskThatTakesNothingIsNotTheSendersFault() throws IOException {
        Files.writeString(dataDir.resolve("files"), "where the folder should be");

        assertThatThrownBy(() -> store.store(Uploads.of("abc"), LIMIT))
                .isInstanceOf(FileStoreFailure.Unavailable.class);
    }

    @Test
    void aLargeFileNeedsLittleMemory() throws IOException {
        int size = 15 << 20;
        store.store(Uploads.of("abc"), LIMIT);
        Uploads.Endless endless = new Uploads.Endless();

        long before = allocatedBytes();
        assertThatThrownBy(() -> store.store(endless, size)).isInstanceOf(FileStoreFailure.TooLarge.class);
        long allocated = allocatedBytes() - before;

        assertThat(endless.taken()).isGreaterThan(size);
        assertThat(allocated).isLessThan(2 << 20);
    }

    private void storeAgain() {
        try {
            store.store(Uploads.of("abc"), LIMIT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void makeOld(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(anHourAgo.minusSeconds(1)));
    }

    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    private Path path(String sha256) {
        return dataDir.resolve("files")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private List<Path> filesOnDisk() {
        try (Stream<Path> all = Files.walk(dataDir)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
