package cl.buzon.sync;

import static cl.buzon.sync.TwoSides.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.sandbox.instance.SignIns;
import com.lowagie.text.pdf.PdfReader;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Files and texts of all kinds, both ways: equal on both sides, or refused with a word of why. */
@SyncTest
class FilesAndTextsIT {

    private static final List<String> STRANGE = List.of(
            "📦 roto 💔 😀",
            "combinado: e\u0301 n\u0303",
            "שלום \u202Eal revés",
            "tab\ty línea\notra línea",
            "NUL \u0000 en medio",
            "campana \u0007 y escape \u001b[31m",
            "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🏳️\u200d🌈",
            "${jndi:ldap://x} #{7*7} <script>alert(1)</script> =cmd|' /C calc'!A0",
            "línea\r\nX-Inyectada: sí");

    private final TwoSides sides;
    private final Remote remote;
    private final Customers customers;

    FilesAndTextsIT(TwoSides sides) {
        this.sides = sides;
        this.remote = sides.remote();
        this.customers = sides.customers();
    }

    @Test
    @DisplayName("30: an empty file, the largest one, and one that is a byte larger")
    void filesOfAllSizes() {
        String number = sides.open("Tamaños");
        byte[] largest = Texts.pdf(TwoSides.LARGEST_FILE);
        byte[] larger = Texts.pdf(TwoSides.LARGEST_FILE + 1);

        customers.attach(number, "entero.pdf", "application/pdf", largest);
        Customers.Answer tooLarge =
                customers.send("cases/" + number + "/attachments", "mas.pdf", "application/pdf", larger);
        Customers.Answer empty =
                customers.send("cases/" + number + "/attachments", "vacio.pdf", "application/pdf", new byte[0]);

        assertThat(tooLarge.status()).as(tooLarge.body()).isIn(413, 422);
        assertThat(tooLarge.body()).contains("FILE_SIZE");
        assertThat(empty.status()).as(empty.body()).isEqualTo(422);
        eventually(() -> assertThat(remote.shown(number)).hasSize(1));
        sides.reckon();
    }

    @Test
    @DisplayName("30: five gigabytes that are only claimed are refused before they come")
    void fiveGigabytesAreRefusedBeforeTheyCome() throws IOException {
        String number = sides.open("Cinco gigas");
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), sides.portal().address().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("POST /csm/api/v1/cases/" + number + "/attachments HTTP/1.1\r\nHost: localhost:"
                                    + sides.portal().address().getPort()
                                    + "\r\nAuthorization: Bearer buzon-demo-andessur\r\n"
                                    + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5368709120\r\n\r\n--x")
                            .getBytes(UTF_8));

            String status = new String(socket.getInputStream().readNBytes(12), UTF_8);

            assertThat(status).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    @DisplayName("30: a name that could do harm does none, and is the same on both sides")
    void namesDoNoHarm() {
        List<String> names = List.of(
                "../../x.pdf", "CON.pdf", "á".repeat(120) + ".pdf", "foto\u202Egpj.pdf", "a".repeat(251) + ".pdf");
        // Longer ones cannot come from there: its column holds a hundred characters
        List<String> theirs = List.of(
                "../../x.pdf", "CON.pdf", "á".repeat(96) + ".pdf", "foto\u202Egpj.pdf", "a".repeat(96) + ".pdf");
        String number = sides.open("Nombres");
        String id = remote.id(number);
        for (int i = 0; i < names.size(); i++) {
            customers.attach(number, names.get(i), "application/pdf", Texts.pdf(1000 + i));
            remote.marcela().attach(id, theirs.get(i), "application/octet-stream", Texts.pdf(2000 + i));
        }

        eventually(() -> assertThat(remote.instance().attachments(id)).hasSize(2 * names.size()));
        eventually(() -> assertThat(customers.files(number)).hasSize(2 * names.size()));
        List<String> here = customers.files(number).stream()
                .map(file -> file.get("name").asString())
                .toList();
        assertThat(here).contains("x.pdf", "_CON.pdf", "fotogpj.pdf");
        assertThat(here)
                .allMatch(name -> name.endsWith(".pdf") && !name.contains("/") && !name.contains("\u202E"))
                .allMatch(name -> name.getBytes(UTF_8).length <= 255);
        assertThat(remote.instance().attachments(id))
                .filteredOn(row -> row.get("sys_created_by").equals(SignIns.INTEGRATION_USER))
                .allMatch(row -> row.get("file_name").endsWith(".pdf"))
                .allMatch(row -> row.get("file_name").contains("…") || here.contains(row.get("file_name")));
        sides.reckon();
    }

    @Test
    @DisplayName("30: what may not come in from there stays there, and staff are told")
    void whatMayNotComeInStaysThere() {
        String number = sides.open("Archivos de allá");
        String id = remote.id(number);
        remote.marcela().attach(id, "vacio.pdf", "application/pdf", new byte[0]);
        remote.marcela().attach(id, "grande.pdf", "application/pdf", Texts.pdf(TwoSides.LARGEST_FILE + 1));
        remote.marcela().attach(id, "pagina.html", "text/html", "<script>alert(1)</script>".getBytes(UTF_8));
        remote.marcela().attach(id, "justo.pdf", "application/pdf", Texts.pdf(TwoSides.LARGEST_FILE));

        eventually(() -> assertThat(customers.files(number)).hasSize(1));
        eventually(() -> assertThat(sides.records().disagreementsOn(number))
                .anyMatch(words -> words.contains("vacio.pdf"))
                .anyMatch(words -> words.contains("grande.pdf"))
                .anyMatch(words -> words.contains("pagina.html")));
        sides.reckon();
    }

    @Test
    @DisplayName("31, 32: a text is the same on both sides, or refused with a word of why")
    void aTextIsTheSameOnBothSides() {
        String number = sides.open("Textos raros");
        List<String> stored = new ArrayList<>();
        for (String text : STRANGE) {
            Customers.Answer said = customers.post("cases/" + number + "/messages", Map.of("text", text));
            assertThat(said.status()).as(said.body()).isIn(201, 422);
            if (said.status() == 201) {
                stored.add(said.json().get("text").asString());
            } else {
                assertThat(said.body()).contains("UNFIT_CHARACTERS");
            }
        }
        // One after the other: of what is written within one second the other side tells no order
        for (int i = 0; i < STRANGE.size(); i++) {
            int all = stored.size() + i + 1;
            remote.marcela().comment(remote.id(number), "De allá: " + STRANGE.get(i));
            eventually(() -> assertThat(customers.heard(number)).hasSize(all));
        }

        eventually(() -> assertThat(remote.said(number))
                .containsAll(stored.stream()
                        .map(text -> "Camila Rojas (portal): " + text)
                        .toList()));
        assertThat(stored).contains("📦 roto 💔 😀", "combinado: e\u0301 n\u0303", "línea\nX-Inyectada: sí");
        sides.reckon();
    }

    @Test
    @DisplayName("31: half a character and a line of a megabyte are refused with a word of why")
    void whatIsNoTextIsRefused() {
        String number = sides.open("No es texto");

        Customers.Answer half =
                customers.post("cases/" + number + "/messages", "{\"text\":\"medio \\ud800 carácter\"}");
        Customers.Answer endless =
                customers.post("cases/" + number + "/messages", Map.of("text", "x".repeat(1024 * 1024)));

        assertThat(half.status()).as(half.body()).isIn(201, 400, 422);
        assertThat(endless.status()).as(endless.body()).isIn(413, 422);
        assertThat(endless.body()).contains("\"code\"");
        sides.reckon();
    }

    @Test
    @DisplayName("31: a line of a megabyte from there comes whole, or is left there and told to staff")
    void aMegabyteFromThereIsNotLost() {
        String number = sides.open("Un mega de allá");

        remote.instance().enterByScript(remote.id(number), "comments", "y".repeat(1024 * 1024), "marcela.fuentes");

        eventually(() -> assertThat(customers.heard(number)).isNotEmpty());
        sides.reckon();
    }

    @Test
    @DisplayName("31: the export opens, whatever stands in it")
    void theExportOpens() throws IOException {
        String subject = "=1+1 📦 e\u0301 שלום \u202E <b>";
        String number = sides.open(subject);

        String csv = new String(customers.download("cases/export?format=csv"), UTF_8);
        byte[] xlsx = customers.download("cases/export?format=xlsx");
        byte[] pdf = customers.download("cases/export?format=pdf");

        try (CsvReader<?> rows = CsvReader.builder().fieldSeparator(';').ofCsvRecord(csv)) {
            assertThat(rows.stream().count()).isGreaterThan(1);
        }
        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(book.getSheetAt(0).getPhysicalNumberOfRows()).isGreaterThan(1);
        }
        try (PdfReader document = new PdfReader(pdf)) {
            assertThat(document.getNumberOfPages()).isPositive();
        }
        assertThat(csv).contains(number);
        sides.reckon();
    }
}
