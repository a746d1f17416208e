package cl.buzon.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.AttachmentView;
import cl.buzon.desk.FileContent;
import cl.buzon.shared.AttachmentId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class CaseArchiveTest {

    @Test
    void filesOfOneNameAreKeptApart() throws IOException {
        assertThat(packed("foto.jpg", "Foto.JPG", "foto.jpg", "sin punto"))
                .containsOnlyKeys("foto.jpg", "Foto (2).JPG", "foto (3).jpg", "sin punto")
                .containsEntry("foto.jpg", "content of foto.jpg");
    }

    @Test
    void whatIsLostIsNamedAndKeepsNobodyElse() throws IOException {
        assertThat(packed("uno.pdf", "lost.pdf", "dos.pdf"))
                .containsOnlyKeys("uno.pdf", "dos.pdf", "not-available.txt")
                .containsEntry("not-available.txt", "lost.pdf");
    }

    private static Map<String, String> packed(String... names) throws IOException {
        List<AttachmentView> files = Stream.of(names).map(CaseArchiveTest::file).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CaseArchive("not-available.txt", CaseArchiveTest::content).write(files, out);
        Map<String, String> found = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static AttachmentView file(String name) {
        return new AttachmentView(
                new AttachmentId(UUID.randomUUID()), name, "text/plain", 1, "", null, null, Instant.EPOCH);
    }

    private static FileContent content(AttachmentView file) {
        return new FileContent(file.name(), file.contentType(), 1, () -> {
            if (file.name().startsWith("lost")) {
                throw new IllegalStateException("gone");
            }
            return new ByteArrayInputStream(("content of " + file.name()).getBytes(StandardCharsets.UTF_8));
        });
    }
}
