package cl.buzon.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PassingFormTest {

    private final Map<String, String> words = new LinkedHashMap<>();

    @Test
    void wordsBeforeAndBehindAFileAreRead() throws IOException {
        byte[] photo = ("\r\n--" + SentForm.BOUNDARY.substring(2) + "\r\n\r\n\n--")
                .repeat(9_000)
                .getBytes(StandardCharsets.UTF_8);

        boolean files = read(new SentForm()
                .with("reply", "Palabras con ñ y €,\r\nen dos líneas")
                .with("files", "con \r\n.jpg", photo)
                .with("evidence", "PHOTO")
                .sent());

        assertThat(words)
                .containsExactly(
                        Map.entry("reply", "Palabras con ñ y €,\r\nen dos líneas"), Map.entry("evidence", "PHOTO"));
        assertThat(files).isTrue();
    }

    @Test
    void whatIsTooLongIsLeftOut() throws IOException {
        read(new SentForm()
                .with("reply", "x".repeat(60_000))
                .with("subject", "Corto")
                .with("empty", "")
                .sent());

        assertThat(words).containsExactly(Map.entry("subject", "Corto"), Map.entry("empty", ""));
    }

    @Test
    void whatIsCutOffIsNoWord() throws IOException {
        String cut = "--" + SentForm.BOUNDARY + "\r\nContent-Disposition: form-data; name=\"reply\"\r\n\r\nA medias";

        boolean files = read(new ByteArrayInputStream(cut.getBytes(StandardCharsets.UTF_8)));

        assertThat(words).isEmpty();
        assertThat(files).isFalse();
    }

    @Test
    void onlyAFormOfPartsHasABoundary() {
        assertThat(PassingForm.boundary("Multipart/form-data; charset=UTF-8; boundary=\"x\""))
                .contains("x");
        assertThat(PassingForm.boundary("multipart/form-data; boundary=" + SentForm.BOUNDARY))
                .contains(SentForm.BOUNDARY);
        assertThat(PassingForm.boundary("multipart/form-data")).isEmpty();
        assertThat(PassingForm.boundary("application/x-www-form-urlencoded; boundary=x"))
                .isEmpty();
        assertThat(PassingForm.boundary(null)).isEmpty();
    }

    private boolean read(InputStream sent) throws IOException {
        return PassingForm.read(sent, SentForm.BOUNDARY, 48_000, words::put);
    }
}
