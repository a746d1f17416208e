package cl.buzon.connector.operation;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... arguments) {
        SettingsOfEnvironment settings = new SettingsOfEnvironment(new Properties(), environment);
        CommandLine wish = CommandLine.read(arguments).orElseThrow();
        return new DoctorCommand(
                        settings,
                        new PortalDatabase(settings),
                        Clock.systemUTC(),
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        wish.language())
                .run(wish);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void readsWhatIsWanted() {
        assertThat(CommandLine.read()).contains(new CommandLine(Locale.forLanguageTag("es"), Optional.empty()));
        assertThat(CommandLine.read("--plan", "CS0001001", "--lang", "en"))
                .contains(new CommandLine(Locale.ENGLISH, Optional.of(new CaseNumber("CS0001001"))));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThat(CommandLine.read("--help")).isEmpty();
        assertThat(CommandLine.read("--lang", "de")).isEmpty();
        assertThat(CommandLine.read("--plan", "'; drop table")).isEmpty();
        assertThat(CommandLine.read("--plan")).isEmpty();
    }

    @Test
    void withoutASystemThereIsNothingToExamine() {
        assertThat(run(Map.of(), "--lang", "en")).isEqualTo(DoctorCommand.USAGE);

        assertThat(said()).contains("BUZON_CONNECTOR_SYSTEM");
    }

    @Test
    void aMissingSettingIsAFinding() {
        assertThat(run(Map.of("BUZON_CONNECTOR_SYSTEM", "servicenow"))).isEqualTo(DoctorCommand.FINDINGS);

        assertThat(said()).startsWith("MAL").contains("buzon.servicenow.");
    }

    @Test
    void aSystemThatIsAwayIsALineWithCauseAndRemedy() {
        Map<String, String> environment = Map.of(
                "BUZON_CONNECTOR_SYSTEM", "sandbox",
                "BUZON_SERVICENOW_URL", "http://localhost:1/sandbox",
                "BUZON_DB_URL", "jdbc:postgresql://localhost:1/none");

        assertThat(run(environment, "--lang", "en")).isEqualTo(DoctorCommand.FINDINGS);

        assertThat(said().lines())
                .anyMatch(line -> line.startsWith("BAD       Address: http://localhost:1/sandbox does not answer")
                        && line.contains(" -> Check buzon.servicenow.url"))
                .anyMatch(line -> line.startsWith("NOT SEEN  Sign-in"))
                .anyMatch(line -> line.startsWith("WARNING   Doorbell: it has no key"));
    }

    @Test
    void aPlanWithoutADatabaseSaysSo() {
        Map<String, String> environment = Map.of(
                "BUZON_CONNECTOR_SYSTEM", "sandbox",
                "BUZON_DB_URL", "jdbc:postgresql://localhost:1/none");

        assertThat(run(environment, "--plan", "CS0001001")).isEqualTo(DoctorCommand.FINDINGS);

        assertThat(said()).contains("La base de datos del portal no se puede leer");
    }

    @Test
    void settingsAreFoundAsTheServerFindsThem() {
        Properties properties = new Properties();
        properties.setProperty("buzon.port", "9090");
        SettingsOfEnvironment settings = new SettingsOfEnvironment(
                properties, Map.of("BUZON_SERVICENOW_STATE_NEW", "5", "BUZON_PORT", "7070", "BUZON_EMPTY", ""));

        assertThat(settings.apply("buzon.servicenow.state.NEW")).contains("5");
        assertThat(settings.apply("buzon.port")).contains("9090");
        assertThat(settings.apply("buzon.empty")).isEmpty();
    }

    @Test
    void bothLanguagesSayEverything() throws IOException {
        for (String bundle : new String[] {"command", "findings"}) {
            assertThat(words(bundle + "_en").keySet()).isEqualTo(words(bundle).keySet());
        }
    }

    private static Properties words(String name) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        DoctorCommand.class.getResourceAsStream("/cl/buzon/connector/i18n/" + name + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
