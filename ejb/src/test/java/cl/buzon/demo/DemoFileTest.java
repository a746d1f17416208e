package cl.buzon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.attachments.AttachmentSettings;
import cl.buzon.attachments.FileReception;
import cl.buzon.attachments.FileStore;
import cl.buzon.attachments.FileType;
import cl.buzon.attachments.ReceivedFile;
import cl.buzon.attachments.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DemoFileTest {

    /** Bytes: the demo must not weigh down the EAR. */
    private static final long LARGEST = 25 * 1024;

    private final FileReception reception =
            new FileReception(new Shelf(), new AttachmentSettings(LARGEST, 50, Set.of(FileType.values())));

    @Test
    void everyFileIsSmallAndWhatItsNameSays() throws IOException {
        List<DemoFile> files = DemoScript.read().cases().stream()
                .flatMap(one -> one.steps().stream())
                .flatMap(step -> step.files().stream())
                .distinct()
                .toList();

        assertThat(files).isNotEmpty();
        for (DemoFile file : files) {
            try (InputStream content = file.open()) {
                ReceivedFile received = reception.receive(file.name(), content);
                assertThat(received.name()).isEqualTo(file.name());
            }
        }
    }

    /** Keeps what it is given by its order. */
    private static final class Shelf implements FileStore {

        private final Map<String, byte[]> kept = new HashMap<>();

        @Override
        public StoredFile store(InputStream content, long maxBytes) throws IOException {
            byte[] bytes = content.readAllBytes();
            assertThat(bytes.length).isLessThanOrEqualTo((int) maxBytes);
            String name = String.format("%064x", kept.size());
            kept.put(name, bytes);
            return new StoredFile(name, bytes.length);
        }

        @Override
        public InputStream open(String sha256) {
            return new ByteArrayInputStream(Objects.requireNonNull(kept.get(sha256)));
        }

        @Override
        public boolean holds(String sha256) {
            return kept.containsKey(sha256);
        }

        @Override
        public int sweep(UnaryOperator<Set<String>> named, Instant olderThan) {
            return 0;
        }
    }
}
