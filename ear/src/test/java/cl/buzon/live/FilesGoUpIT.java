package cl.buzon.live;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.ClaimForm;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.SampleFile;
import cl.buzon.systems.TrackingView;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files by choosing, dropping and pasting, each with its own progress; and out again, small or all together. */
@PortalTest
class FilesGoUpIT {

    private static final SampleFile PHOTO = SampleFile.photo("esquina.jpg");
    private static final SampleFile RECEIPT = SampleFile.pdf("boleta.pdf");

    @Test
    void aFileThatFailedKeepsItsPlaceAndIsSentAgain(Browser browser, Api api) {
        String number = api.openCase("Un archivo difícil");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            TrackingView tracking = portal.signIn(Person.CAMILA).tracking(number);
            portal.failing("**/reply/files", 1);

            tracking.attach(PHOTO);

            Locator row = tracking.files(PHOTO.name());
            has(row, "No se pudo subir");
            tracking.type("Ahora sí.").send();
            has(portal.page().locator("#files-note"), "Hay archivos que no se subieron");
            has(portal.page().locator("body > .sr[role=status]"), "Hay archivos que no se subieron");
            assertThat(tracking.unsaid().count()).isZero();
            assertThat(tracking.typed()).isEqualTo("Ahora sí.");
            press(row, "Reintentar");
            has(row, "Listo para enviar");
            assertThat(portal.page().locator("#files-note").innerText()).isEmpty();
            tracking.write("Ahora sí.");
            assertThat(tracking.files()).contains(PHOTO.name());
            assertThat(row.count()).isZero();
        }
    }

    @Test
    void aClaimIsNotSentWithoutAFileThatFailed(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            ClaimForm form = portal.signIn(Person.DIEGO).newCase().choose("Llegó dañado");
            form.trackingNumber("RR123456785CL").subject("Con una foto difícil").description("Que tarda.");
            portal.failing("**/live/drafts/*/files", 1);
            form.attach(PHOTO);
            Locator row = portal.page().locator(".file");
            has(row, "No se pudo subir");

            portal.page().locator(".form-end .primary").click();

            has(portal.page().locator("#files-note"), "Hay archivos que no se subieron");
            PlaywrightAssertions.assertThat(row.locator("[data-retry]")).isFocused();
            portal.assertAccessible();
            press(row, "Reintentar");
            has(row, "Listo para enviar");
            assertThat(portal.page().locator("#files-note").innerText()).isEmpty();
            form.review();
            assertThat(portal.words()).contains(PHOTO.name());
            form.send();
        }
    }

    /** Cells of a spreadsheet come with a picture of themselves. */
    @Test
    void wordsThatArePastedBringNoPictureAlong(Browser browser, Api api) {
        String number = api.openCase("Celdas pegadas");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            TrackingView tracking = portal.signIn(Person.CAMILA).tracking(number);

            portal.page().evaluate("""
                    () => {
                        const given = new DataTransfer();
                        given.setData("text/plain", "RR123456785CL\t64990");
                        given.items.add(new File([new Uint8Array(9)], "image.png", { type: "image/png" }));
                        document.getElementById("reply").dispatchEvent(
                            new ClipboardEvent("paste", { clipboardData: given, bubbles: true }));
                    }""");

            assertThat(tracking.files("image.png").count()).isZero();
        }
    }

    @Test
    void aFileIsDroppedOnTheAnswerAndPastedIntoIt(Browser browser, Api api) {
        String number = api.openCase("Por el aire");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            TrackingView tracking = portal.signIn(Person.CAMILA).tracking(number);

            handOver(portal, "drop", PHOTO);
            handOver(portal, "paste", RECEIPT);

            has(tracking.files(PHOTO.name()), "Listo para enviar");
            has(tracking.files(RECEIPT.name()), "Listo para enviar");
            assertThat(tracking.files(PHOTO.name()).locator("img.thumb").count())
                    .isOne();
            portal.assertAccessible();
            press(tracking.files(RECEIPT.name()), "Quitar");
            tracking.write("Solo la foto.");
            assertThat(tracking.files()).containsExactly(PHOTO.name());
        }
    }

    @Test
    void aTelephoneTakesThePhotoItself(Browser browser, Api api) {
        String number = api.openCase("Con la cámara");
        try (Portal desk = browser.on(Device.DESKTOP);
                Portal phone = browser.on(Device.MOBILE)) {
            TrackingView tracking = phone.signIn(Person.CAMILA).tracking(number);

            FileChooser camera = phone.page().waitForFileChooser(camera(phone)::click);

            assertThat(camera.element().getAttribute("capture")).isEqualTo("environment");
            assertThat(camera.element().getAttribute("accept")).isEqualTo("image/*");
            camera.setFiles(new FilePayload(PHOTO.name(), PHOTO.contentType(), PHOTO.content()));
            has(tracking.files(PHOTO.name()), "Listo para enviar");
            desk.signIn(Person.CAMILA).tracking(number);
            assertThat(camera(desk).isVisible()).isFalse();
        }
    }

    @Test
    void waitingFilesAreThereOnAnotherDevice(Browser browser, Api api) {
        String number = api.openCase("De un aparato a otro");
        try (Portal desk = browser.on(Device.DESKTOP);
                Portal phone = browser.withoutScript(Device.MOBILE)) {
            TrackingView tracking = desk.signIn(Person.CAMILA).tracking(number);
            tracking.attach(PHOTO);
            has(tracking.files(PHOTO.name()), "Listo para enviar");

            TrackingView elsewhere = phone.signIn(Person.CAMILA).tracking(number);

            assertThat(elsewhere.files(PHOTO.name()).count()).isOne();
            elsewhere.write("Desde el teléfono.");
            assertThat(elsewhere.files()).containsExactly(PHOTO.name());
        }
    }

    @Test
    void whatCannotBeAttachedIsRefusedBeforeItIsSent(Browser browser, Api api) {
        String number = api.openCase("Un archivo que no sirve");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            TrackingView tracking = portal.signIn(Person.CAMILA).tracking(number);

            tracking.attach(SampleFile.script("malo.html"));

            has(tracking.files("malo.html"), "Este tipo de archivo no se puede adjuntar");
            assertThat(tracking.files("malo.html").locator("progress").isVisible())
                    .isFalse();
        }
    }

    /** Not only when the message is sent: by then its words are written. */
    @Test
    void whereACaseHasNoRoomItIsSaidAtOnce(Browser browser, Api api) {
        String number = api.openCase("Casi lleno");
        RequestSpecification files = api.asCamila().contentType("multipart/form-data");
        for (int i = 1; i <= 49; i++) {
            files.multiPart("file", i + ".pdf", SampleFile.pdf(i + ".pdf").content(), "application/pdf");
        }
        files.post("/cases/{number}/attachments", number).then().statusCode(201);
        try (Portal portal = browser.on(Device.DESKTOP)) {
            TrackingView tracking = portal.signIn(Person.CAMILA).tracking(number);

            tracking.attach(PHOTO);
            has(tracking.files(PHOTO.name()), "Listo para enviar");
            tracking.attach(RECEIPT);

            has(tracking.files(RECEIPT.name()), "Llegaste al máximo de archivos");
            assertThat(portal.send("live/cases/" + number + "/reply/files", RECEIPT)
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void whoeverWritesOnADraftThatWasSentIsTold(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP);
                Portal phone = browser.on(Device.MOBILE)) {
            ClaimForm form = portal.signIn(Person.DIEGO).newCase().choose("Otra consulta");
            phone.signIn(Person.DIEGO).open(portal.address().substring(1));
            phone.claimForm()
                    .subject("Enviado desde el teléfono")
                    .description("Y ya.")
                    .review()
                    .send();

            portal.expectRefusal(409);
            form.subject("Esto no llega a ninguna parte");

            has(portal.page().getByRole(AriaRole.MAIN), "Este borrador ya no se guarda");
        }
    }

    /** Or older words would be kept over newer ones. */
    @Test
    void aClaimGoesAfterWhatIsStillBeingKept(Browser browser) {
        List<Route> held = new ArrayList<>();
        try (Portal portal = browser.on(Device.DESKTOP)) {
            ClaimForm form = portal.signIn(Person.DIEGO).newCase().choose("Otra consulta");
            Page page = portal.page();
            page.route("**/live/drafts/*", route -> {
                if (held.isEmpty()) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
            form.subject("Palabras de antes");
            page.waitForCondition(() -> !held.isEmpty());
            form.subject("Palabras de ahora").description("Las que valen.");

            page.locator(".form-end .primary").click();

            page.evaluate("() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))");
            assertThat(portal.heading()).isEqualTo("Cuéntanos del envío");
            held.get(0).resume();
            page.waitForURL("**/nuevo/revisar?**");
            assertThat(portal.words()).contains("Palabras de ahora").doesNotContain("Palabras de antes");
            form.send();
        }
    }

    @Test
    void aFileIsTakenForWhatIsStillMissing(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            ClaimForm form = portal.signIn(Person.DIEGO).newCase().choose("Llegó dañado");

            form.attach(PHOTO, RECEIPT);

            Locator kinds = portal.page().locator(".file select.kind[name]");
            portal.page().waitForCondition(() -> kinds.count() == 2);
            assertThat(kinds.all().stream().map(Locator::inputValue))
                    .containsExactlyInAnyOrder("PACKAGING_PHOTO", "PROOF_OF_VALUE");
            assertThat(portal.page().locator("[data-evidence].have").count()).isEqualTo(2);
            portal.reload();
            assertThat(kinds.all().stream().map(Locator::inputValue))
                    .as("kept with the draft")
                    .containsExactlyInAnyOrder("PACKAGING_PHOTO", "PROOF_OF_VALUE");
            form.trackingNumber("RR123456785CL")
                    .subject("Con su evidencia")
                    .description("Dos archivos.")
                    .review()
                    .send();
        }
    }

    @Test
    void whatHasArrivedIsNotAskedForAgain(Browser browser, Api api) {
        String number = api.openCase("Lo que falta");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            TrackingView tracking = portal.signIn(Person.CAMILA).tracking(number);
            Locator kind = portal.page().locator("#evidence");
            String first = kind.inputValue();
            assertThat(first).isNotEmpty();

            tracking.write("Aquí va.", PHOTO);

            assertThat(kind.inputValue()).isNotEqualTo(first);
            assertThat(kind.locator("option[value='" + first + "']").count()).isZero();
            assertThat(api.asCamila()
                            .get("/cases/{number}", number)
                            .then()
                            .extract()
                            .<List<String>>path("missingEvidence"))
                    .doesNotContain(first);
        }
    }

    @Test
    void theClaimIsKeptWhileItIsTyped(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            ClaimForm form = portal.signIn(Person.DIEGO).newCase().choose("Llegó dañado");
            String address = portal.address();

            form.subject("Guardado solo").description("Sin apretar nada.");

            portal.page().waitForResponse(answer -> answer.url().contains("/live/drafts/"), () -> {});
            try (Portal phone = browser.on(Device.MOBILE)) {
                phone.signIn(Person.DIEGO).open(address.substring(1));
                assertThat(phone.claimForm().typed("Asunto")).isEqualTo("Guardado solo");
                phone.claimForm().trackingNumber("RR123456785CL").review().send();
            }
        }
    }

    @Test
    void aPhotoIsSeenSmallByWhoMaySeeIt(Browser browser) throws IOException {
        try (Portal portal = browser.on(Device.DESKTOP);
                Portal other = browser.on(Device.DESKTOP)) {
            String number = portal.signIn(Person.DIEGO).newCase().sendWhole("Con foto y boleta", PHOTO, RECEIPT);
            String photo = portal.tracking(number).addressOf(PHOTO);

            APIResponse small = portal.fetch(photo + "/thumbnail");

            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(small.body()));
            assertThat(small.headers())
                    .containsEntry("content-type", "image/jpeg")
                    .containsKey("etag");
            assertThat(small.headers().get("cache-control"))
                    .contains("immutable")
                    .doesNotContain("no-store");
            assertThat(picture.getWidth()).isEqualTo(160).isEqualTo(picture.getHeight());
            other.signIn(Person.PAULA);
            assertThat(other.fetch(photo + "/thumbnail").status()).isEqualTo(404);
        }
    }

    @Test
    void allFilesComeInOneArchive(Browser browser) throws IOException {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            String number = portal.signIn(Person.DIEGO).newCase().sendWhole("Para bajar todo", PHOTO, RECEIPT);

            APIResponse answer = portal.fetch("live/cases/" + number + "/attachments.zip");

            assertThat(answer.headers().get("content-disposition")).contains(number + ".zip");
            assertThat(names(answer.body())).containsExactlyInAnyOrder(PHOTO.name(), RECEIPT.name());
        }
    }

    private static Set<String> names(byte[] archive) throws IOException {
        Set<String> names = new TreeSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(zip.readAllBytes()).isNotEmpty();
                names.add(entry.getName());
            }
        }
        return names;
    }

    /** As a hand with the mouse, or the clipboard, gives a file to the form of the answer. */
    private static void handOver(Portal portal, String how, SampleFile file) {
        portal.page().evaluate("""
                ([how, name, type, content]) => {
                    const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
                    const given = new DataTransfer();
                    given.items.add(new File([bytes], name, { type }));
                    const event = how === "drop"
                        ? new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true })
                        : new ClipboardEvent("paste", { clipboardData: given, bubbles: true });
                    document.getElementById("reply").dispatchEvent(event);
                }""", new Object[] {
            how, file.name(), file.contentType(), Base64.getEncoder().encodeToString(file.content())
        });
    }

    private static Locator camera(Portal portal) {
        return portal.page().locator(".composer button.camera");
    }

    private static void press(Locator row, String button) {
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    private static void has(Locator place, String text) {
        PlaywrightAssertions.assertThat(place).containsText(text);
    }
}
