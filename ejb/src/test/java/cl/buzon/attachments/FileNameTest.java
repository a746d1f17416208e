package cl.buzon.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foto.jpg",
                "Guía de despacho 12.pdf",
                "«caja» \"rota\" <1>.png",
                "📦 caja.jpeg",
                "sin extensión",
                "a"
            })
    void anHonestNameStays(String name) {
        assertThat(FileName.of(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "../../x.pdf, x.pdf",
        "/etc/passwd, passwd",
        "C:\\fakepath\\foto.jpg, foto.jpg",
        "..\\..\\x.pdf, x.pdf",
        ".., archivo",
        "'', archivo",
        "carpeta/, archivo",
        ".pdf, archivo.pdf",
        "..pdf, archivo.pdf",
        ".htaccess, archivo.htaccess",
        "foto.jpg. . ., foto.jpg"
    })
    void onlyTheLastSegmentOfAPathIsAName(String received, String safe) {
        assertThat(FileName.of(received).value()).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foto\0.jpg",
                "foto\u202e.jpg",
                "\u2066foto\u2069.jpg",
                "fo\u200bto.jpg",
                "\ufefffoto.jpg",
                "foto\u0007\u0085.jpg",
                "fo\u00adto.jpg"
            })
    void whatNobodySeesIsLeftOut(String received) {
        assertThat(FileName.of(received).value()).isEqualTo("foto.jpg");
    }

    @Test
    void aTurnedDirectionDoesNotHideTheExtension() {
        assertThat(FileName.of("factura\u202efdp.exe").extension()).isEqualTo("exe");
    }

    @Test
    void blanksOfAllKindsAreOneSpace() {
        assertThat(FileName.of("  caja\t\r\n \u00a0\u2028\u200b rota .jpg ").value())
                .isEqualTo("caja rota .jpg");
    }

    @Test
    void halvesOfCharactersAreReplaced() {
        assertThat(FileName.of("a\ud83db.pdf").value()).isEqualTo("a\ufffdb.pdf");
    }

    @Test
    void composedAndDecomposedNamesAreTheSame() {
        assertThat(FileName.of("camio\u0301n.jpg")).isEqualTo(FileName.of("cami\u00f3n.jpg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "con.pdf", "NUL.tar.gz", "Aux .txt", "COM1.jpg", "lpt9", "COM\u00b9.pdf", "conin$"})
    void aDevicesNameIsMadeHarmless(String device) {
        assertThat(FileName.of(device).value()).isEqualTo("_" + device);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTRATO.pdf", "NULO.txt", "COM10.jpg", "mi CON.pdf"})
    void namesThatOnlyBeginLikeADeviceStay(String name) {
        assertThat(FileName.of(name).value()).isEqualTo(name);
    }

    @Test
    void aNameOf255BytesStays() {
        String name = "ñ".repeat(125) + "a.pdf";

        assertThat(name.getBytes(UTF_8)).hasSize(255);
        assertThat(FileName.of(name).value()).isEqualTo(name);
    }

    @Test
    void aLongNameKeepsItsExtensionAndWholeCharacters() {
        FileName cut = FileName.of("📦".repeat(100) + ".jpeg");

        assertThat(cut.value()).isEqualTo("📦".repeat(62) + ".jpeg");
        assertThat(cut.extension()).isEqualTo("jpeg");
    }

    @ParameterizedTest
    @CsvSource({"foto.JPG, jpg", "a.b.pdf, pdf", "sin, ''", "nombre. pdf, ''", "a.ñandú, ''"})
    void theExtensionIsWhatFollowsTheLastDot(String name, String extension) {
        assertThat(FileName.of(name).extension()).isEqualTo(extension);
    }

    @Test
    void anUnsafeNameIsNoName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FileName("../x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new FileName(""));
    }

    @Test
    void noReceivedNameIsANameToo() {
        assertThat(FileName.of(null).value()).isEqualTo("archivo");
    }

    @Test
    void whateverIsReceivedBecomesSafeAndStaysAsItIsThen() {
        String marks = "ab .../\\\0\t\u202e\u0301\ud83d\udce6ñCON\u2028\u2000pdf";
        Random random = new Random(20260101);

        for (int i = 0; i < 5_000; i++) {
            String received = random.ints(random.nextInt(400), 0, marks.length())
                    .collect(StringBuilder::new, (text, at) -> text.append(marks.charAt(at)), StringBuilder::append)
                    .toString();
            String safe = FileName.of(received).value();

            assertThat(safe.getBytes(UTF_8)).as(received).hasSizeBetween(1, FileName.MAX_BYTES);
            assertThat(safe).doesNotContainPattern("[/\\\\\\p{Cc}\\p{Cf}\\p{Cs}]|^[. ]|[. ]$");
            assertThat(FileName.of(safe).value()).isEqualTo(safe);
        }
    }
}
