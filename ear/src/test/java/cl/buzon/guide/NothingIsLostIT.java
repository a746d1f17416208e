package cl.buzon.guide;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.ClaimForm;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.SampleFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody has typed or uploaded stays, whatever they do next. */
@PortalTest
class NothingIsLostIT {

    private static final SampleFile PHOTO = SampleFile.photo("lo que queda.jpg");
    private static final SampleFile RECEIPT = SampleFile.pdf("lo que queda.pdf");

    @Test
    void errorsKeepWordsAndFiles(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            ClaimForm form = portal.signIn(Person.CAMILA).newCase().choose("Llegó dañado");

            form.trackingNumber("RR123456789CL")
                    .subject("")
                    .description("Con <b>signos</b> & «comillas»")
                    .attach(PHOTO, RECEIPT)
                    .review();

            assertThat(form.errorLeadsTo()).containsExactlyInAnyOrder("Número de envío", "Asunto");
            assertThat(form.complainsAt("Asunto")).isTrue();
            assertThat(form.typed("Descripción")).isEqualTo("Con <b>signos</b> & «comillas»");
            assertThat(form.attached()).contains(PHOTO.name(), RECEIPT.name());
            send(form.trackingNumber("RR123456785CL").subject("Con errores corregidos"));
        }
    }

    @Test
    void aDraftOutlivesTheSession(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            ClaimForm form = portal.signIn(Person.CAMILA).newCase().choose("Llegó dañado");
            form.trackingNumber("RR123456785CL")
                    .subject("Escrito antes de salir")
                    .description("")
                    .attach(PHOTO)
                    .review();

            portal.signOut();
            assertThat(portal.statusOf("casos")).isEqualTo(200);
            assertThat(portal.heading()).isEqualTo("Iniciar sesión");
            portal.signIn(Person.CAMILA).follow("Crear caso");

            assertThat(form.hasChosen("Llegó dañado")).isTrue();
            form.goOn();
            assertThat(form.typed("Número de envío")).isEqualTo("RR123456785CL");
            assertThat(form.typed("Asunto")).isEqualTo("Escrito antes de salir");
            assertThat(form.attached()).contains(PHOTO.name());
            send(form.description("Y terminado después."));
        }
    }

    @Test
    void anotherSituationKeepsWordsAndFiles(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            ClaimForm form = portal.signIn(Person.CAMILA).newCase().choose("Llegó dañado");
            form.trackingNumber("RR123456785CL")
                    .subject("Primero dañado")
                    .description("Después incompleto.")
                    .attach(RECEIPT)
                    .changeSituation();

            assertThat(form.hasChosen("Llegó dañado")).isTrue();
            form.choose("Otra consulta");

            assertThat(form.typed("Número de envío")).isEqualTo("RR123456785CL");
            assertThat(form.typed("Asunto")).isEqualTo("Primero dañado");
            assertThat(form.typed("Descripción")).isEqualTo("Después incompleto.");
            assertThat(form.attached()).contains(RECEIPT.name());
            send(form);
        }
    }

    /** Two windows begin with one draft; what the second one wrote is another claim, and nobody is told it was sent. */
    @Test
    void wordsForADraftThatWasSentMeanwhileAreAnotherCase(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP);
                Portal other = browser.withoutScript(Device.MOBILE)) {
            ClaimForm first = portal.signIn(Person.CAMILA).newCase().choose("Llegó dañado");
            other.signIn(Person.CAMILA).open(portal.address().substring(1));
            ClaimForm second = other.claimForm()
                    .trackingNumber("RR123456785CL")
                    .subject("El caso de la otra ventana")
                    .description("Otra cosa.");
            String sent = first.trackingNumber("RR123456785CL")
                    .subject("El caso de la primera ventana")
                    .description("Una cosa.")
                    .review()
                    .send();

            second.review();

            assertThat(other.heading()).isEqualTo("Revisa antes de enviar");
            assertThat(other.words())
                    .contains("El caso de la otra ventana", "ya se envió y es el caso " + sent)
                    .doesNotContain("El caso de la primera ventana");
            String late = second.send();
            assertThat(late).isNotEqualTo(sent);
            assertThat(other.tracking(late).head()).contains("El caso de la otra ventana");
        }
    }

    @Test
    void whatAnotherWindowHasChangedIsReviewedAgain(Browser browser) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP);
                Portal other = browser.withoutScript(Device.MOBILE)) {
            ClaimForm form = portal.signIn(Person.CAMILA).newCase().choose("Llegó dañado");
            String details = portal.address().substring(1);
            form.trackingNumber("RR123456785CL")
                    .subject("Como se vio")
                    .description("Una cosa.")
                    .review();
            other.signIn(Person.CAMILA).open(details);
            other.claimForm().subject("Como quedó").review();

            portal.press("Enviar");

            assertThat(form.error()).contains("cambió en otra ventana");
            assertThat(portal.words()).contains("Como quedó");
            assertThat(form.send()).startsWith("CS");
            other.press("Enviar");
            assertThat(other.claimForm().number()).isEqualTo(form.number());
        }
    }

    @ParameterizedTest(name = "script: {0}")
    @ValueSource(booleans = {true, false})
    void anotherClaimIsBegunAndTheOneThatWasLeftIsFoundAgain(boolean script, Browser browser) {
        try (Portal portal = script ? browser.on(Device.DESKTOP) : browser.withoutScript(Device.MOBILE)) {
            ClaimForm form = portal.signIn(Person.CAMILA).newCase().choose("Llegó dañado");
            form.trackingNumber("RR123456785CL")
                    .subject("El que se dejó")
                    .description("A medias.")
                    .attach(PHOTO)
                    .review();
            portal.open("nuevo/situacion");

            portal.press("Empezar otro");

            assertThat(form.hasChosen("Llegó dañado")).isFalse();
            form.choose("Otra consulta");
            assertThat(form.typed("Asunto")).isEmpty();
            assertThat(form.attached()).isEmpty();
            send(form.subject("El otro").description("Entero."));
            portal.open("nuevo/situacion");
            assertThat(form.hasChosen("Llegó dañado")).isTrue();
            form.goOn();
            assertThat(form.typed("Asunto")).isEqualTo("El que se dejó");
            assertThat(form.attached()).contains(PHOTO.name());
            send(form);
        }
    }

    @Test
    void aDraftThatWasLeftIsReachedBesideTheNewOne(Browser browser) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            ClaimForm form = portal.signIn(Person.CAMILA).newCase().choose("Llegó dañado");
            form.trackingNumber("RR123456785CL")
                    .subject("Para volver a él")
                    .description("A medias.")
                    .review();
            portal.open("nuevo/situacion").assertAccessible().assertFits();
            portal.press("Empezar otro").assertAccessible().assertFits();

            portal.follow("Para volver a él");

            assertThat(form.hasChosen("Llegó dañado")).isTrue();
            form.goOn();
            send(form);
        }
    }

    @Test
    void aDoubleClickMakesOneCase(Browser browser, Api api) {
        try (Portal portal = browser.on(Device.DESKTOP)) {
            sendTwice(portal, "Un clic doble", api);
        }
    }

    /** Here the browser really sends the form twice. */
    @Test
    void aDoubleClickWithoutScriptMakesOneCase(Browser browser, Api api) {
        try (Portal portal = browser.withoutScript(Device.DESKTOP)) {
            sendTwice(portal, "Un clic doble sin script", api);
        }
    }

    /** The same words are said twice when somebody means it: on another page, by another form. */
    @Test
    void aFormThatArrivesTwiceSaysItOnce(Browser browser, Api api) {
        String number = api.openCase("Para hablar");
        try (Portal portal = browser.on(Device.DESKTOP)) {
            portal.signIn(Person.CAMILA).tracking(number).writeAndSendTwice("¿Hay novedades?");
            assertThat(said(number, api)).hasSize(1);

            portal.tracking(number).writeAndSendTwice("¿Hay novedades?");
            assertThat(said(number, api)).hasSize(2);
        }
    }

    private static List<String> said(String number, Api api) {
        return api.asCamila()
                .get("/cases/{number}/activities", number)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.text == '¿Hay novedades?' }.id");
    }

    private static void sendTwice(Portal portal, String subject, Api api) {
        ClaimForm form = portal.signIn(Person.CAMILA).newCase().choose("Llegó dañado");
        form.trackingNumber("RR123456785CL")
                .subject(subject)
                .description("Con un dedo rápido.")
                .review();

        String number = form.sendWithDoubleClick();

        List<String> made = api.asCamila()
                .queryParam("limit", 20)
                .get("/cases")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.subject == '" + subject + "' }.number");
        assertThat(made).containsExactly(number);
    }

    private static void send(ClaimForm form) {
        assertThat(form.review().send()).startsWith("CS");
    }
}
