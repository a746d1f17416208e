package cl.buzon.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.desk.NewFile;
import cl.buzon.shared.Refusal;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UploadsTest {

    @Test
    void everyFileIsTakenAndNamedAsTheEvidenceItIs() throws IOException {
        List<NewFile> files =
                Uploads.of(List.of(file("a.jpg", "one"), new Part("evidence", null, " PHOTO "), file("b.jpg", "two")));

        assertThat(files).extracting(NewFile::name).containsExactly("a.jpg", "b.jpg");
        assertThat(files).extracting(NewFile::evidence).containsOnly("PHOTO");
        assertThat(files.get(1).content().open()).hasContent("two");
    }

    @Test
    void noEvidenceIsNone() {
        assertThat(Uploads.of(List.of(file("a.jpg", "one"), new Part("evidence", null, ""))))
                .extracting(NewFile::evidence)
                .containsOnlyNulls();
    }

    @Test
    void aRequestWithoutFilesIsRefused() {
        assertThatThrownBy(() -> Uploads.of(List.of(new Part("evidence", null, "PHOTO"))))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> Uploads.of(null)).isInstanceOf(BadRequest.class);
    }

    @Test
    void aPartOfAnotherNameIsUnknown() {
        assertThatThrownBy(() -> Uploads.of(List.of(file("a.jpg", "one"), new Part("owner", null, "x"))))
                .isInstanceOfSatisfying(
                        BadRequest.class, bad -> assertThat(bad.code()).isEqualTo("UNKNOWN_FIELD"));
    }

    private static Part file(String name, String content) {
        return new Part("file", name, content);
    }

    /** A part as the server would have read it. */
    private record Part(String name, @Nullable String fileName, String content) implements EntityPart {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Optional<String> getFileName() {
            return Optional.ofNullable(fileName);
        }

        @Override
        public InputStream getContent() {
            return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public <T> T getContent(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T getContent(GenericType<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MultivaluedMap<String, String> getHeaders() {
            return new MultivaluedHashMap<>();
        }

        @Override
        public MediaType getMediaType() {
            return MediaType.APPLICATION_OCTET_STREAM_TYPE;
        }
    }
}
