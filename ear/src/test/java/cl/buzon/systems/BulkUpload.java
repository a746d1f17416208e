package cl.buzon.systems;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The page on which a customer sends many cases in one file, and the one that tells what has become of them. */
public final class BulkUpload {

    private static final String HEAD = "Situación;Número de envío;Asunto;Descripción;Valor reclamado\r\n";

    private final Portal portal;

    private BulkUpload(Portal portal) {
        this.portal = portal;
    }

    /** The page, by the navigation of the report. */
    public static BulkUpload of(Portal portal) {
        portal.open("casos").follow("Carga masiva");
        return new BulkUpload(portal);
    }

    /** A file with the headings of the template and these rows. */
    public static String csv(String... rows) {
        return HEAD + String.join("\r\n", rows);
    }

    public BulkUpload send(String name, String csv) {
        return send(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    public BulkUpload send(String name, String contentType, byte[] file) {
        if (!portal.address().equals("/carga")) {
            portal.open("carga");
        }
        portal.page().locator("#file").setInputFiles(new FilePayload(name, contentType, file));
        portal.press("Subir y crear casos");
        return this;
    }

    /** Waits until no row waits, while the page brings itself up to date. */
    public BulkUpload awaitEnd() {
        await().atMost(90, TimeUnit.SECONDS).until(this::isFinished);
        portal.page().waitForLoadState();
        return this;
    }

    /** Waits until no row waits, as somebody does whose browser runs no scripts. */
    public BulkUpload refreshUntilEnd() {
        await().atMost(90, TimeUnit.SECONDS).until(() -> {
            if (!isFinished()) {
                portal.follow("Actualizar avance");
            }
            return isFinished();
        });
        return this;
    }

    private boolean isFinished() {
        String words = portal.words();
        return words.contains("Terminada") || words.contains("Con filas por corregir");
    }

    public int made() {
        return Integer.parseInt(portal.page().locator("#bulk-made").innerText());
    }

    /** The numbers of the cases that the page links. */
    public List<String> numbers() {
        return portal.page().locator("a.go.code").allInnerTexts();
    }

    public byte[] rejected() {
        String address = portal.page().getByText("Descargar filas por corregir").getAttribute("href");
        return portal.fetch(address.replaceFirst(".*/csm/", "")).body();
    }

    public Portal portal() {
        return portal;
    }
}
