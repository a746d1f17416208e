package cl.buzon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.attachments.AttachmentSettings;
import cl.buzon.attachments.FileReception;
import cl.buzon.attachments.FileType;
import cl.buzon.attachments.MemoryFileStore;
import cl.buzon.attachments.ReceivedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoFileTest {

    /** Bytes: the demo must not weigh down the EAR. */
    private static final long LARGEST = 25 * 1024;

    private final FileReception reception =
            new FileReception(new MemoryFileStore(), new AttachmentSettings(LARGEST, 50, Set.of(FileType.values())));

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
}
