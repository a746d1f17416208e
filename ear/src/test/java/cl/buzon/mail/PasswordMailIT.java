package cl.buzon.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.PortalTest;
import cl.buzon.systems.PostOffice;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From an invitation to a forgotten password, all by mail. */
@PortalTest
class PasswordMailIT {

    private static final String FIRST = "cordillera-nevada-1984";
    private static final String SECOND = "desierto-florido-2015";

    @ParameterizedTest
    @CsvSource({"DESKTOP, 77.000.001-7", "MOBILE, 77.000.002-5"})
    void whoIsInvitedMakesAPasswordAndAnotherWhenItIsForgotten(Device device, String rut, PostOffice post) {
        String rosa = "rosa@correo-" + device.name().toLowerCase(Locale.ROOT) + ".example";

        operatorInvites(device, rut, rosa, post);
        String used = makesTheFirstPassword(device, rosa, post);
        usedUp(device, used, post);
        forgetsIt(device, rosa, post);
    }

    private static void operatorInvites(Device device, String rut, String user, PostOffice post) {
        try (Portal portal = post.browser().on(device)) {
            portal.signIn(Person.OPERATOR).open("operador/empresas");
            fill(
                    portal,
                    "Nombre de la empresa",
                    "Quesos del Sur " + device.name().charAt(0));
            fill(portal, "RUT", rut);
            fill(portal, "Nombre del primer usuario", "Rosa Muñoz");
            fill(portal, "Correo del primer usuario", user);

            portal.press("Crear empresa").lookAt("empresa-invitada");

            assertThat(portal.words()).contains("Invitación para Rosa Muñoz", user);
            assertThat(portal.page().locator("#temporary-password").count()).isZero();
        }
        post.arrival(user, "te invita al Portal de Reclamos");
    }

    private static String makesTheFirstPassword(Device device, String user, PostOffice post) {
        String link = post.arrival(user, "te invita").link();
        try (Portal portal = post.browser().inTheDarkOn(device)) {
            portal.open(link).lookAt("clave");
        }
        try (Portal portal = post.browser().on(device)) {
            portal.open(link).lookAt("clave");
            assertThat(portal.words()).contains("Hola, Rosa", user);
            passwords(portal, "corta");
            assertThat(portal.press("Guardar contraseña").words()).contains("muy corta");
            passwords(portal, FIRST);
            portal.press("Guardar contraseña").lookAt("ingresar-con-clave-nueva");
            assertThat(portal.words()).contains("Tu contraseña quedó guardada");

            portal.giveName(new Person(user, FIRST));

            assertThat(portal.heading()).isEqualTo("Hola, Rosa");
        }
        return link;
    }

    private static void usedUp(Device device, String link, PostOffice post) {
        try (Portal portal = post.browser().on(device)) {
            assertThat(portal.open(link).lookAt("clave-usada").heading()).isEqualTo("Este enlace ya no sirve");
            portal.follow("Pedir otro enlace");
            assertThat(portal.heading()).isEqualTo("¿Olvidaste la contraseña?");
        }
        try (Portal portal = post.browser().inTheDarkOn(device)) {
            portal.open("olvido").lookAt("olvido");
        }
    }

    /** Without script, and with a session open elsewhere that ends by it. */
    private static void forgetsIt(Device device, String user, PostOffice post) {
        Browser browser = post.browser();
        try (Portal elsewhere = browser.on(device)) {
            elsewhere.signIn(new Person(user, FIRST));
            try (Portal portal = browser.withoutScript(device)) {
                portal.open("ingresar").follow("¿Olvidaste la contraseña?").picture("olvido");
                fill(portal, "Correo", user.toUpperCase(Locale.ROOT));
                portal.press("Enviar enlace").picture("olvido-enviado");
                assertThat(portal.heading()).isEqualTo("Revisa tu correo");

                portal.open(post.arrival(user, "Crea una contraseña nueva").link());
                passwords(portal, SECOND);
                portal.press("Guardar contraseña").giveName(new Person(user, SECOND));

                assertThat(portal.heading()).isEqualTo("Hola, Rosa");
            }
            post.arrival(user, "Tu contraseña cambió");
            await().untilAsserted(
                            () -> assertThat(elsewhere.open("casos").heading()).isEqualTo("Iniciar sesión"));
        }
        try (Portal portal = browser.on(device)) {
            assertThat(portal.open("ingresar").giveName(new Person(user, FIRST)).words())
                    .contains("no coinciden");
        }
    }

    @Test
    void whoIsNotKnownGetsTheSameAnswerAndNoLetter(PostOffice post) {
        try (Portal portal = post.browser().on(Device.DESKTOP)) {
            portal.open("olvido");
            fill(portal, "Correo", "nadie@andessur.example");
            portal.press("Enviar enlace").lookAt("olvido-enviado");
            assertThat(portal.heading()).isEqualTo("Revisa tu correo");
            portal.open("olvido");
            fill(portal, "Correo", "diego@andessur.example");
            assertThat(portal.press("Enviar enlace").heading()).isEqualTo("Revisa tu correo");
            portal.open("olvido");
            fill(portal, "Correo", "diego@");
            assertThat(portal.press("Enviar enlace").words()).contains("Eso no parece un correo");
            assertThat(portal.page().getByLabel("Correo").inputValue()).isEqualTo("diego@");
        }
        post.arrival("diego@andessur.example", "Crea una contraseña nueva");

        assertThat(post.letters("nadie@andessur.example", "")).isEmpty();
    }

    @Test
    void anAdministratorInvitesAgainAndOnlyTheLastLetterCounts(PostOffice post) {
        String user = "nueva@andessur.example";
        try (Portal portal = post.browser().on(Device.DESKTOP)) {
            portal.signIn(Person.ADMINISTRATOR).open("empresa/usuarios");
            fill(portal, "Nombre", "Nueva Pérez");
            fill(portal, "Correo", user);
            portal.press("Crear usuario").lookAt("usuario-invitado");
            String first = post.arrival(user, "te invita").link();

            portal.press("Invitar otra vez Nueva Pérez");

            String second = post.arrival(2, user, "te invita").link();
            assertThat(portal.open(first).heading()).isEqualTo("Este enlace ya no sirve");
            assertThat(portal.open(second).heading()).isEqualTo("Crea tu contraseña");
        }
    }

    private static void passwords(Portal portal, String password) {
        fill(portal, "Contraseña nueva", password);
        fill(portal, "Repite la contraseña", password);
    }

    private static void fill(Portal portal, String field, String value) {
        portal.page()
                .getByLabel(field, new Page.GetByLabelOptions().setExact(true))
                .fill(value);
    }
}
