package cl.buzon.sync;

import static io.restassured.RestAssured.when;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cl.buzon.run.ServerHome;
import cl.buzon.sandbox.fault.Fault;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.systems.Api;
import cl.buzon.systems.Browser;
import cl.buzon.systems.Device;
import cl.buzon.systems.Person;
import cl.buzon.systems.Portal;
import cl.buzon.systems.RunningPortal;
import cl.buzon.systems.TestBuild;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What whoever runs the portal sees of the sync: on its pages, on the command line, in figures and by its health. */
@TestInstance(Lifecycle.PER_CLASS)
class OperatorIT {

    private final Remote remote = new Remote();
    private final FigureReceiver figures = new FigureReceiver();
    private final RunningPortal portal = RunningPortal.start("operator", TestBuild.ear(), settings());
    private final Api api = Api.of(portal);
    private final Browser browser = Browser.own(portal);

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(remote.settings());
        settings.put("BUZON_CONNECTOR_POLL_INTERVAL", "1");
        settings.putAll(figures.settings());
        settings.put("BUZON_DEMO", "true");
        settings.put("BUZON_WEBHOOK_SECRET", "llave-del-timbre");
        // What the doctor has to find
        settings.put("BUZON_SERVICENOW_CLOSE_CODE", "Not in their list");
        return settings;
    }

    @BeforeAll
    void letTheDemoSettle() {
        // The demo's own cases go first, so that what fails here is what a test wants to fail
        await().atMost(300, SECONDS).until(() -> remote.tickets().size() >= 40);
    }

    @AfterAll
    void close() {
        browser.close();
        portal.close();
        figures.close();
        remote.close();
    }

    private static void eventually(ThrowingRunnable holds) {
        await().atMost(180, SECONDS).untilAsserted(holds);
    }

    private Portal operator() {
        return browser.on(Device.DESKTOP).signIn(Person.OPERATOR);
    }

    /** A case that the other side refuses once. */
    private String parked(Portal page, String subject) {
        remote.goesWrong(Fault.refused(400, "Exception while reading request", "")
                .on(call -> call.method().equals("POST") && call.path().endsWith(Instance.CASE))
                .once());
        String number = api.openCase(subject);
        eventually(() -> assertThat(page.open("operador/sincronizacion").words())
                .contains(number, "ServiceNow rechazó el caso"));
        return number;
    }

    @Test
    void aParkedCaseWaitsForAPersonWhoReplaysIt() {
        try (Portal page = operator()) {
            String number = parked(page, "Rechazado una vez");

            page.press("Reprocesar " + number);

            assertThat(page.words()).contains(number + " se está reprocesando.");
            eventually(() -> assertThat(remote.find(number)).isPresent());
        }
    }

    @Test
    void aParkedCaseIsIgnoredWithAReasonOnly() {
        try (Portal page = operator()) {
            String number = parked(page, "Para ignorar");
            page.open("operador/sincronizacion-caso?numero=" + number);
            assertThat(page.words()).contains("/api/now/v2/table/sn_customerservice_case", "400");

            page.press("Ignorar");
            assertThat(page.address()).contains("/operador/sincronizacion-caso");
            page.page().getByLabel("Motivo").fill("Prueba del operador");
            page.press("Ignorar");

            assertThat(page.words()).contains(number + " salió de la lista.").doesNotContain("Para ignorar");
            assertThat(remote.find(number)).isEmpty();
        }
    }

    @Test
    void aPauseTellsWhoPausedItAndSinceWhen() {
        try (Portal page = operator()) {
            page.open("operador/sincronizacion").press("Pausar envío");
            try {
                assertThat(page.words()).containsPattern("Ignacio Bravo pausó el envío hoy, [0-2][0-9]:[0-5][0-9]\\.");
            } finally {
                page.press("Reanudar envío");
            }
            assertThat(page.words()).contains("reanudó el envío hoy").doesNotContain("pausó el envío");
        }
    }

    @Test
    void aDifferenceIsToldWithBothValuesAndTheReason() {
        String number = api.openCase("Otro estado");
        eventually(() -> assertThat(remote.find(number)).isPresent());

        remote.marcela().change(remote.id(number), Map.of("state", "99"));

        try (Portal page = operator()) {
            eventually(() -> assertThat(page.open("operador/sincronizacion").words())
                    .contains(number)
                    .contains("Es un valor que el portal no conoce"));
            String row = page.page()
                    .getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(number))
                    .first()
                    .innerText();
            assertThat(row).contains("Recibido", "99");
        }
    }

    @Test
    void thePlanOfACaseWritesNothing() throws Exception {
        String number = api.openCase("Con plan");
        eventually(() -> assertThat(remote.find(number)).isPresent());
        List<String> before = List.copyOf(remote.said(number));

        Told told = doctor("--lang", "en", "--plan", number);

        assertThat(told.status).isZero();
        assertThat(told.lines).anyMatch(line -> line.startsWith("LEAVE AS IT IS") && line.contains("State"));
        try (Portal page = operator()) {
            assertThat(page.open("operador/diagnostico-plan?numero=" + number).words())
                    .contains("Con " + number + " haría ahora", "Dejar igual");
            assertThat(page.open("operador/diagnostico-plan?numero=CS9999999").words())
                    .contains("No hay un caso con ese número");
        }
        assertThat(remote.said(number)).isEqualTo(before);
    }

    @Test
    void theDoctorTellsTheSameOnTheCommandLine() throws Exception {
        Told told = doctor("--lang", "en");

        assertThat(told.lines)
                .anyMatch(line -> line.startsWith("GOOD") && line.contains("Address: http://localhost:"))
                .anyMatch(line -> line.startsWith("GOOD") && line.contains("Sign-in"))
                .anyMatch(line -> line.startsWith("GOOD") && line.contains("Field state"))
                .anyMatch(line -> line.startsWith("GOOD") && line.contains("Doorbell: " + portal.address()))
                .anyMatch(line -> line.startsWith("BAD") && line.contains(" -> Put a value of the list into"));
        assertThat(told.status).isEqualTo(1);
        assertThat(doctor("--lang", "xx").status).isEqualTo(2);
    }

    @Test
    void theDoctorsPageShowsWhatIsWrongAndFoldsWhatIsWell() {
        try (Portal page = browser.withoutScript(Device.MOBILE).signIn(Person.OPERATOR)) {
            page.open("operador/diagnostico");
            assertThat(page.words())
                    .contains("problema por resolver", "Pon en buzon.servicenow.close-code un valor de la lista")
                    .containsPattern("Ver [0-9]+ puntos que están bien")
                    .doesNotContain("Dirección: http");

            page.unfold("puntos que están bien");

            assertThat(page.words()).contains("Dirección: http");
        }
    }

    private record Told(int status, List<String> lines) {}

    private Told doctor(String... arguments) throws IOException, InterruptedException {
        Path script = ServerHome.provisioned().script().resolveSibling("buzon-doctor.sh");
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(portal.settings());
        builder.environment().put("BUZON_EAR", TestBuild.ear().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Told(process.waitFor(), said.lines().toList());
    }

    @Test
    void figuresArriveWhereSomebodyCollectsThem() {
        eventually(() -> {
            assertThat(figures.last("buzon.sync.queue.depth")).isPresent();
            assertThat(figures.last("buzon.sync.queue.oldest").orElseThrow()).isBetween(0L, 600L);
            assertThat(figures.last("buzon.sync.silence").orElseThrow()).isBetween(0L, 120L);
            assertThat(figures.last("buzon.sync.parked")).isPresent();
            assertThat(figures.last("buzon.sync.calls").orElseThrow()).isPositive();
        });
    }

    @Test
    void thePortalIsReadyAndTakesCasesWhileTheOtherSideIsAway() {
        remote.goesWrong(Fault.maintenance());
        try {
            String number = api.openCase("Mientras no contesta");

            await().atMost(90, SECONDS).untilAsserted(() -> assertThat(
                            figures.last("buzon.sync.queue.depth").orElseThrow())
                    .isPositive());
            when().get(portal.management() + "health/ready").then().statusCode(200);
            remote.allIsWell();
            await().atMost(120, SECONDS)
                    .untilAsserted(() -> assertThat(remote.find(number)).isPresent());
        } finally {
            remote.allIsWell();
        }
    }

    @Test
    void thePagesAreDrawnForEveryScreenAndForEverybody() {
        String number;
        try (Portal page = operator()) {
            number = parked(page, "Para mirar");
        }
        for (Device device : Device.values()) {
            try (Portal page = browser.on(device).signIn(Person.OPERATOR)) {
                page.open("operador/sincronizacion").lookAt("admin-sincronizacion");
                page.open("operador/sincronizacion-caso?numero=" + number).lookAt("admin-sincronizacion-caso");
                page.open("operador/diagnostico").lookAt("admin-diagnostico");
                page.open("operador/diagnostico-plan?numero=" + number).lookAt("admin-plan");
            }
        }
    }
}
