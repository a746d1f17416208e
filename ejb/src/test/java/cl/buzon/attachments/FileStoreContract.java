package cl.buzon.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What every {@link FileStore} promises. */
abstract class FileStoreContract {

    static final long LIMIT = 100_000;
    static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    static final UnaryOperator<Set<String>> NOBODY = names -> Set.of();
    static final UnaryOperator<Set<String>> EVERYBODY = names -> names;

    abstract FileStore store();

    /** Takes the stored bytes away behind the store's back. */
    abstract void lose(String sha256) throws IOException;

    /** Changes one of the stored bytes behind the store's back. */
    abstract void spoil(String sha256) throws IOException;

    @Test
    void aFileComesBackAsItWasStored() throws IOException {
        StoredFile stored = store().store(Uploads.of("abc"), LIMIT);

        assertThat(stored).isEqualTo(new StoredFile(SHA256_OF_ABC, 3));
        assertThat(store().holds(SHA256_OF_ABC)).isTrue();
        assertThat(content(SHA256_OF_ABC)).isEqualTo("abc");
    }

    @Test
    void aFileMayBeAsLargeAsTheLimit() throws IOException {
        assertThat(store().store(Uploads.ofSize((int) LIMIT - 1), LIMIT).size()).isEqualTo(LIMIT - 1);
        assertThat(store().store(Uploads.ofSize((int) LIMIT), LIMIT).size()).isEqualTo(LIMIT);
    }

    @Test
    void aByteAboveTheLimitIsTooMuch() {
        assertThatThrownBy(() -> store().store(Uploads.ofSize((int) LIMIT + 1), LIMIT))
                .isInstanceOf(FileStoreFailure.TooLarge.class);

        assertNothingIsLeft();
    }

    @Test
    void anEndlessFileIsReadNoFurtherThanTheLimit() {
        Uploads.Endless endless = new Uploads.Endless();

        assertThatThrownBy(() -> store().store(endless, LIMIT)).isInstanceOf(FileStoreFailure.TooLarge.class);

        assertThat(endless.taken()).isLessThanOrEqualTo(LIMIT + 64 * 1024);
        assertNothingIsLeft();
    }

    @Test
    void aFileWithoutAByteIsRefused() {
        assertThatThrownBy(() -> store().store(InputStream.nullInputStream(), LIMIT))
                .isInstanceOf(FileStoreFailure.Empty.class);

        assertNothingIsLeft();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        assertThatIOException().isThrownBy(() -> store().store(Uploads.brokenOffAfter("abc"), LIMIT));

        assertThat(store().holds(SHA256_OF_ABC)).isFalse();
        assertNothingIsLeft();
    }

    @Test
    void equalContentsAreOneFile() throws IOException {
        StoredFile first = store().store(Uploads.of("abc"), LIMIT);
        StoredFile second = store().store(Uploads.of("abc"), LIMIT);

        assertThat(second).isEqualTo(first);
        assertThat(sweepAll()).isEqualTo(1);
    }

    @Test
    void equalContentsMayArriveAtOnce() throws Exception {
        int senders = 8;
        CyclicBarrier start = new CyclicBarrier(senders);
        Callable<StoredFile> upload = () -> {
            start.await();
            return store().store(Uploads.ofSize(90_000), LIMIT);
        };

        List<StoredFile> stored = inParallel(Collections.nCopies(senders, upload));

        assertThat(Set.copyOf(stored)).hasSize(1);
        assertThat(content(stored.get(0).sha256())).hasSize(90_000);
        assertThat(sweepAll()).isEqualTo(1);
    }

    @Test
    void aMissingFileIsReported() throws IOException {
        store().store(Uploads.of("abc"), LIMIT);

        lose(SHA256_OF_ABC);

        assertThat(store().holds(SHA256_OF_ABC)).isFalse();
        assertThatThrownBy(() -> store().open(SHA256_OF_ABC)).isInstanceOf(FileStoreFailure.Missing.class);
    }

    @Test
    void aChangedFileIsReportedAndNotServed() throws IOException {
        store().store(Uploads.of("abc"), LIMIT);

        spoil(SHA256_OF_ABC);

        assertThatThrownBy(() -> store().open(SHA256_OF_ABC)).isInstanceOf(FileStoreFailure.Changed.class);
    }

    @Test
    void storingItAgainMendsAChangedFile() throws IOException {
        store().store(Uploads.of("abc"), LIMIT);
        spoil(SHA256_OF_ABC);

        store().store(Uploads.of("abc"), LIMIT);

        assertThat(content(SHA256_OF_ABC)).isEqualTo("abc");
    }

    @Test
    void onlyHashesAreNames() {
        assertThatIllegalArgumentException().isThrownBy(() -> store().open("../../etc/passwd"));
        assertThatIllegalArgumentException().isThrownBy(() -> store().holds(""));
    }

    @Test
    void theSweepTakesOldFilesThatNobodyNames() throws IOException {
        store().store(Uploads.of("abc"), LIMIT);
        StoredFile named = store().store(Uploads.of("named"), LIMIT);

        int swept = store().sweep(names -> Set.of(named.sha256()), inAnHour());

        assertThat(swept).isEqualTo(1);
        assertThat(store().holds(SHA256_OF_ABC)).isFalse();
        assertThat(content(named.sha256())).isEqualTo("named");
    }

    @Test
    void theSweepLeavesYoungFilesWhoseRowsAreStillToCome() throws IOException {
        store().store(Uploads.of("abc"), LIMIT);

        assertThat(store().sweep(NOBODY, Instant.now().minus(Duration.ofHours(1))))
                .isZero();

        assertThat(store().holds(SHA256_OF_ABC)).isTrue();
    }

    @Test
    void theSweepAsksForEveryOldFile() throws IOException {
        store().store(Uploads.of("abc"), LIMIT);

        assertThat(store().sweep(EVERYBODY, inAnHour())).isZero();

        assertThat(store().holds(SHA256_OF_ABC)).isTrue();
    }

    void assertNothingIsLeft() {
        assertThat(sweepAll()).isZero();
    }

    int sweepAll() {
        return store().sweep(NOBODY, inAnHour());
    }

    String content(String sha256) throws IOException {
        try (InputStream content = store().open(sha256)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    static Instant inAnHour() {
        return Instant.now().plus(Duration.ofHours(1));
    }

    private static <T> List<T> inParallel(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<T>> all = threads.invokeAll(work);
            return all.stream().map(FileStoreContract::answer).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T answer(Future<T> done) {
        try {
            return done.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
