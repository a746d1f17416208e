package cl.buzon.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cl.buzon.shared.Fault;
import cl.buzon.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileReceptionTest {

    private static final int LIMIT = 1 << 20;

    private final MemoryFileStore store = new MemoryFileStore();
    private final FileReception reception =
            new FileReception(store, new AttachmentSettings(LIMIT, 50, EnumSet.allOf(FileType.class)));

    static Stream<Arguments> fitFiles() {
        return Stream.of(
                arguments("foto.jpg", Samples.JPEG, "image/jpeg"),
                arguments("FOTO.JPEG", Samples.JPEG, "image/jpeg"),
                arguments("foto.png", Samples.PNG, "image/png"),
                arguments("foto.webp", Samples.WEBP, "image/webp"),
                arguments("IMG_0001.HEIC", Samples.HEIC, "image/heic"),
                arguments("IMG_0002.heic", Samples.HEIF, "image/heic"),
                arguments("boleta.pdf", Samples.PDF, "application/pdf"),
                arguments("boleta.pdf", Samples.bytes("\u00ef\u00bb\u00bf\n%PDF-1.4\n"), "application/pdf"),
                arguments("nota.txt", Samples.TEXT, "text/plain"),
                arguments("manifiesto.csv", "numero;peso\nRR123456785CL;1,2\n".getBytes(UTF_8), "text/csv"),
                arguments("manifiesto.xlsx", Samples.XLSX, FileType.XLSX.contentType()),
                arguments("carta.docx", Samples.DOCX, FileType.DOCX.contentType()));
    }

    @ParameterizedTest
    @MethodSource("fitFiles")
    void aFileWhoseNameAndContentAgreeIsTaken(String name, byte[] content, String type) throws IOException {
        ReceivedFile received = reception.receive(name, Uploads.of(content));

        assertThat(received.name()).isEqualTo(name);
        assertThat(received.contentType()).isEqualTo(type);
        assertThat(received.size()).isEqualTo(content.length);
        assertThat(store.open(received.sha256())).hasBinaryContent(content);
    }

    static Stream<Arguments> unfitFiles() {
        return Stream.of(
                arguments("foto.jpg", Samples.PNG),
                arguments("foto.png", Samples.JPEG),
                arguments("foto.heic", Samples.AVIF),
                arguments("foto.gif", Samples.GIF),
                arguments("foto.jpg", Samples.GIF),
                arguments("boleta.pdf", Samples.TEXT),
                arguments("nota.txt", Samples.PDF),
                arguments("nota.txt", Samples.EXE),
                arguments("programa.exe", Samples.EXE),
                arguments("foto.jpg", Samples.EXE),
                arguments("foto.jpg.exe", Samples.JPEG),
                arguments("sin extensión", Samples.JPEG),
                arguments("carta.docx", Samples.XLSX),
                arguments("planilla.xlsx", Samples.DOCX),
                arguments("datos.zip", Samples.zip("a.txt")),
                arguments("planilla.xlsx", Samples.zip("a.txt")),
                arguments("planilla.xlsx", Samples.zip("xl/workbook.xml")),
                arguments("planilla.xlsx", Samples.TEXT),
                arguments("foto.jpg", Samples.XLSX));
    }

    @ParameterizedTest
    @MethodSource("unfitFiles")
    void aFileOfAnotherKindThanItsNameSaysIsRefused(String name, byte[] content) {
        assertThat(faultOf(name, content).code()).isEqualTo("FILE_TYPE");
    }

    static Stream<Arguments> polyglots() {
        return Stream.of(
                arguments("foto.txt", Samples.bytes("GIF89a/*xx*/=1;alert(1)//")),
                arguments("boleta.pdf", Samples.bytes("<html><script>alert(1)</script>\n%PDF-1.7\n")),
                arguments("boleta.pdf", Samples.bytes("%PDF-1.7\n<!-- --><SCRIPT src=x></SCRIPT>\n")),
                arguments("foto.jpg", Samples.bytes("\u00ff\u00d8\u00ff\u00e0\0\u0010<script>alert(1)</script>")),
                arguments("foto.png", Samples.bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR<svg onload=alert(1)>")),
                arguments("nota.txt", Samples.bytes("%PDF-1.4\nhola\n")),
                arguments("nota.txt", Samples.bytes("{\\rtf1 hola}")));
    }

    @ParameterizedTest
    @MethodSource("polyglots")
    void aFileThatIsTwoThingsAtOnceIsRefused(String name, byte[] content) {
        assertThat(faultOf(name, content).code()).isEqualTo("FILE_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>hola",
                "\n  <html><body>hola",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "\ufeff<?xml version='1.0'?><a/>",
                "<root><a/></root>",
                "<p>hola</p>",
                "hola <script>alert(1)</script>"
            })
    void markupIsNoText(String markup) {
        assertThat(faultOf("nota.txt", markup.getBytes(UTF_8)).code()).isEqualTo("FILE_TYPE");
        assertThat(faultOf("datos.csv", markup.getBytes(UTF_8)).code()).isEqualTo("FILE_TYPE");
        assertThat(faultOf("dibujo.svg", markup.getBytes(UTF_8)).code()).isEqualTo("FILE_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
                "MZ Comercial;3",
                "ID;Nombre",
                "From: camila@andessur.example\nSubject: hola",
                "<camila@andessur.example> escribió: 3 < 4",
                "📦\t\r\n\f"
            })
    void textIsTextWhateverItSays(String text) throws IOException {
        assertThat(reception.receive("nota.txt", Uploads.of(text)).contentType())
                .isEqualTo("text/plain");
    }

    @Test
    void textMayBeAsWindowsOnceWroteIt() throws IOException {
        byte[] content = "señal €5 \u201cAvería\u201d".getBytes(Charset.forName("windows-1252"));

        assertThat(reception.receive("nota.txt", Uploads.of(content)).size()).isEqualTo(content.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u001b[2Jb", "a\u007fb", "\u0081"})
    void controlCharactersAreNoText(String characters) {
        assertThat(faultOf("nota.txt", Samples.bytes(characters)).code()).isEqualTo("FILE_TYPE");
    }

    @Test
    void textIsReadToItsEnd() {
        byte[] content = ("ñ".repeat(100_000) + "\0").getBytes(UTF_8);

        assertThat(faultOf("nota.txt", content).code()).isEqualTo("FILE_TYPE");
    }

    @Test
    void macrosAreRefusedUnderAnyName() {
        byte[] plain = Samples.office("xl/workbook.xml", "spreadsheetml.sheet.main+xml", "xl/vbaProject.bin");
        byte[] renamed = Samples.office("xl/workbook.xml", "ms-excel.sheet.macroEnabled.main+xml", "xl/x.bin");

        assertThat(faultOf("planilla.xlsx", plain).code()).isEqualTo("FILE_TYPE");
        assertThat(faultOf("planilla.xlsx", renamed).code()).isEqualTo("FILE_TYPE");
    }

    @Test
    void aBombIsRefusedBeforeItHasUnpacked() {
        assertThat(faultOf("planilla.xlsx", Samples.bomb(300)).code()).isEqualTo("FILE_TYPE");
    }

    @Test
    void aDocumentMayUnpackToMuch() throws IOException {
        assertThat(reception
                        .receive("planilla.xlsx", Uploads.of(Samples.bomb(200)))
                        .size())
                .isPositive();
    }

    @Test
    void aDocumentMayHaveTenThousandPartsButNoMore() throws IOException {
        FileReception large = new FileReception(store, new AttachmentSettings(16 << 20, 50, Set.of(FileType.XLSX)));

        assertThat(large.receive("planilla.xlsx", Uploads.of(documentOf(10_000)))
                        .size())
                .isPositive();
        assertThat(faultOf(large, "planilla.xlsx", Uploads.of(documentOf(10_001)))
                        .code())
                .isEqualTo("FILE_TYPE");
    }

    @Test
    void aDocumentThatIsCutOffIsRefused() {
        byte[] half = Arrays.copyOf(Samples.XLSX, 60);

        assertThat(faultOf("planilla.xlsx", half).code()).isEqualTo("FILE_TYPE");
    }

    @Test
    void theRefusalSaysWhatWouldBeTaken() {
        FileReception onlyPhotos =
                new FileReception(store, new AttachmentSettings(LIMIT, 50, Set.of(FileType.PNG, FileType.JPEG)));

        Fault fault = faultOf(onlyPhotos, "../boleta.pdf", Uploads.of(Samples.PDF));

        assertThat(fault).isEqualTo(Fault.of("file", "FILE_TYPE", "boleta.pdf", "jpg, jpeg, jfif, png"));
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(faultOf("nota.txt", new byte[0])).isEqualTo(Fault.of("file", "FILE_EMPTY", "nota.txt"));
    }

    @Test
    void aFileMayBeAsLargeAsTheLimit() throws IOException {
        assertThat(reception.receive("a.txt", Uploads.ofSize(LIMIT - 1)).size()).isEqualTo(LIMIT - 1);
        assertThat(reception.receive("a.txt", Uploads.ofSize(LIMIT)).size()).isEqualTo(LIMIT);
    }

    @Test
    void aLargerFileIsRefusedWithTheLimit() {
        Fault expected = Fault.of("file", "FILE_SIZE", "a.txt", (long) LIMIT);

        assertThat(faultOf(reception, "a.txt", Uploads.ofSize(LIMIT + 1))).isEqualTo(expected);
        assertThat(faultOf(reception, "a.txt", new Uploads.Endless())).isEqualTo(expected);
    }

    @Test
    void aForbiddenKindIsNotEvenRead() {
        Uploads.Endless endless = new Uploads.Endless();

        assertThat(faultOf(reception, "pelicula.mp4", endless).code()).isEqualTo("FILE_TYPE");

        assertThat(endless.taken()).isZero();
    }

    @Test
    void anUploadThatBreaksOffIsNoRefusal() {
        assertThatIOException().isThrownBy(() -> reception.receive("a.txt", Uploads.brokenOffAfter("hola")));
    }

    private static byte[] documentOf(int parts) {
        String[] further = IntStream.range(2, parts).mapToObj(i -> "xl/" + i).toArray(String[]::new);
        return Samples.office("xl/workbook.xml", "spreadsheetml.sheet.main+xml", further);
    }

    private Fault faultOf(String name, byte[] content) {
        return faultOf(reception, name, Uploads.of(content));
    }

    private static Fault faultOf(FileReception reception, String name, InputStream content) {
        Refusal.InvalidInput refusal =
                catchThrowableOfType(Refusal.InvalidInput.class, () -> reception.receive(name, content));
        assertThat(refusal).as(name).isNotNull();
        assertThat(refusal.faults()).hasSize(1);
        return refusal.faults().get(0);
    }
}
