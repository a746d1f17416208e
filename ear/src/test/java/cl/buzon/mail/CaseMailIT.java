package cl.buzon.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.PostOffice;
import cl.buzon.systems.PostOffice.Letter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What customers are told of their cases, and what they are not. */
@PortalTest
class CaseMailIT {

    private static final String CAMILA = "camila@andessur.example";
    private static final String ADMINISTRATOR = "admin@andessur.example";

    @Test
    void anAnswerThatMovesTheCaseIsOneLetterWhoseLinkOpensIt(PostOffice post) {
        String number = post.api().openCase("Bombillas #{7*191} ${7*191}");
        post.backOffice().note(number, "Nota que nadie de afuera lee");
        post.backOffice().write(number, "Hola Camila, falta un comprobante");
        post.backOffice().act(number, "request-info", "Mándanos el comprobante de envío");

        Letter letter = post.arrival(CAMILA, number);
        awaitNothingLeft(post, number);

        assertThat(post.letters(CAMILA, number)).hasSize(1);
        assertThat(post.letters(ADMINISTRATOR, number)).isEmpty();
        assertThat(letter.subject()).isEqualTo("Falta: comprobante de envío o manifiesto de retiro · " + number);
        assertThat(letter.text())
                .startsWith("Marcela necesita tu respuesta")
                .contains("Bombillas #{7*191} ${7*191}", "también te escribió");
        assertThat(letter.text() + letter.html())
                .doesNotContain("Nota que nadie", "Hola Camila, falta", "Mándanos", "1337");
        try (Portal portal = post.browser().on(Device.DESKTOP)) {
            portal.open(letter.link()).giveName(Person.CAMILA);
            assertThat(portal.address()).isEqualTo("/caso?numero=" + number);
            assertThat(portal.words()).contains("Hola Camila, falta un comprobante");
        }
    }

    @Test
    void whileTheMailServerIsDownNothingFailsAndNothingIsLost(PostOffice post) {
        post.shut();
        try {
            String number = post.api().openCase("Sin correo");
            post.backOffice().write(number, "¿Sigue sin llegar?");
            await().atMost(Duration.ofSeconds(60)).until(() -> attempts(post, number) >= 2);
            try (Portal portal = post.browser().withoutScript(Device.DESKTOP)) {
                portal.signIn(Person.OPERATOR).open("operador/correos?estado=PENDING");
                assertThat(portal.words())
                        .containsPattern("Por enviar\\s+[1-9]")
                        .contains("camila@");
            }

            post.reopen();

            assertThat(post.arrival(CAMILA, number).subject()).startsWith("Marcela te respondió");
            awaitNothingLeft(post, number);
            assertThat(post.letters(CAMILA, number)).hasSize(1);
            try (Portal portal = post.browser().withoutScript(Device.DESKTOP)) {
                portal.signIn(Person.OPERATOR).open("operador/correos?estado=PENDING");
                assertThat(portal.words()).containsPattern("Por enviar\\s+0").contains("Ningún correo está así.");
            }
        } finally {
            post.shut();
            post.reopen();
        }
    }

    @Test
    void aDecisionIsToldWithItsAmountAndWhatOneDoesOneselfIsNot(PostOffice post) {
        String number = post.api().openCase("Indemnización por correo");
        post.backOffice().act(number, "accept-work", "");
        post.arrival(CAMILA, number);
        post.backOffice().compensate(number, "APPROVED", 38_990, null);

        assertThat(post.arrival(2, CAMILA, number).subject())
                .isEqualTo("Tu indemnización de $38.990 está aprobada · " + number);

        post.api()
                .asCamila()
                .body("{\"text\":\"Gracias\"}")
                .post("/cases/{number}/messages", number)
                .then()
                .statusCode(201);
        awaitNothingLeft(post, number);
        assertThat(post.letters(CAMILA, number)).hasSize(2);
    }

    @Test
    void everybodyChoosesWhatTheyAreTold(PostOffice post) {
        choose(post, new Person("diego@andessur.example", "Buzon-demo-2026"), false, "Cuando me respondan");
        choose(post, Person.ADMINISTRATOR, true, "Avísame de los casos de todos");
        choose(post, Person.ADMINISTRATOR, true, "Citar los mensajes en los correos");
        try {
            String number = post.api().openCase("Con cita");
            post.backOffice().write(number, "Un mensaje <citado>");

            Letter letter = post.arrival(ADMINISTRATOR, number);

            assertThat(letter.text()).contains("> Un mensaje <citado>");
            assertThat(letter.html()).contains("Un mensaje &lt;citado&gt;");
        } finally {
            choose(post, Person.ADMINISTRATOR, false, "Avísame de los casos de todos");
            choose(post, Person.ADMINISTRATOR, false, "Citar los mensajes en los correos");
            choose(post, new Person("diego@andessur.example", "Buzon-demo-2026"), true, "Cuando me respondan");
        }
    }

    private static void choose(PostOffice post, Person person, boolean wanted, String label) {
        try (Portal portal = post.browser().withoutScript(Device.DESKTOP)) {
            portal.signIn(person).open("cuenta");
            portal.page().getByLabel(label).setChecked(wanted);
            portal.press("Guardar preferencias");
            assertThat(portal.words()).contains("Tus preferencias quedaron guardadas");
            assertThat(portal.page().getByLabel(label).isChecked()).isEqualTo(wanted);
        }
    }

    @Test
    void lettersAndPagesSpeakTheChosenLanguage(PostOffice post) {
        try (Portal portal = post.browser().on(Device.DESKTOP)) {
            portal.signIn(Person.PAULA).open("cuenta");
            portal.page().getByLabel("Idioma").selectOption("en");
            portal.press("Guardar preferencias");
            assertThat(portal.heading()).isEqualTo("My account");
            portal.page().getByLabel("Language").selectOption("es");
            portal.press("Save preferences");
            assertThat(portal.heading()).isEqualTo("Mi cuenta");
        }
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void theOperatorSeesWhatWasSent(Device device, PostOffice post) {
        String number = post.api().openCase("Para mirar");
        post.backOffice().write(number, "Texto privado");
        post.arrival(CAMILA, number);

        try (Portal portal = post.browser().on(device)) {
            see(portal, number);
        }
        try (Portal portal = post.browser().inTheDarkOn(device)) {
            see(portal, number);
        }
        try (Portal portal = post.browser().on(device)) {
            portal.signIn(Person.CAMILA).lookAt("inicio-con-correo");
            assertThat(portal.statusOf("operador/correos")).isEqualTo(403);
            assertThat(portal.open("cuenta").lookAt("cuenta").heading()).isEqualTo("Mi cuenta");
        }
        try (Portal portal = post.browser().inTheDarkOn(device)) {
            portal.signIn(Person.ADMINISTRATOR).open("cuenta").lookAt("cuenta");
        }
    }

    private static void see(Portal portal, String number) {
        portal.signIn(Person.OPERATOR).open("operador/correos").lookAt("correos");
        assertThat(portal.words()).contains("Marcela te respondió · " + number);
        portal.follow("Marcela te respondió · " + number);
        assertThat(portal.words()).contains("La respuesta está en el portal.").doesNotContain("Texto privado");
        assertThat(portal.page().frameLocator("iframe").locator("h1").innerText())
                .isEqualTo("Marcela te respondió");
        portal.lookAt("correo-enviado");
    }

    private static void awaitNothingLeft(PostOffice post, String number) {
        await().atMost(Duration.ofSeconds(60)).until(() -> count(post, """
                        select (select count(*) from case_news n join claim_case c on c.id = n.case_id
                            where c.number = ? and n.due_at is not null)
                        + (select count(*) from mail m join claim_case c on c.id = m.case_id
                            where c.number = ? and m.state = 'PENDING')""", number) == 0);
    }

    private static long attempts(PostOffice post, String number) {
        return count(post, """
                select coalesce(max(m.attempts), 0) from mail m join claim_case c on c.id = m.case_id
                where c.number = ? and ? is not null""", number);
    }

    private static long count(PostOffice post, String sql, String number) {
        try (Connection connection = post.portal().database().getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, number);
            query.setString(2, number);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
