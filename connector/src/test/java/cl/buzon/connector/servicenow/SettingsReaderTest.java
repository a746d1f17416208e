package cl.buzon.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.connector.spi.TicketField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    private static final Map<String, String> ENOUGH = Map.of(
            "buzon.servicenow.url", "https://correos.service-now.example/",
            "buzon.servicenow.username", "buzon",
            "buzon.servicenow.password", "secret");

    private static ServiceNowSettings read(String system, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(system.equals("sandbox") ? Map.of() : ENOUGH);
        all.putAll(more);
        return new SettingsReader(key -> Optional.ofNullable(all.get(key)), system).read();
    }

    @Test
    void needsNothingButAddressAndLogin() {
        ServiceNowSettings settings = read("servicenow", Map.of());

        assertThat(settings.url()).hasToString("https://correos.service-now.example");
        assertThat(settings.table()).isEqualTo("sn_customerservice_case");
        assertThat(settings.states().toTheirs("AWAITING_INFO")).isEqualTo("18");
        assertThat(settings.states().toOurs("3")).isEqualTo("CLOSED");
        assertThat(settings.states().toOurs("99")).isEqualTo("?99");
        assertThat(settings.compensations().toTheirs("PAYMENT_PENDING")).isEqualTo("payment_pending");
        assertThat(settings.category().apply("DAMAGE")).isEqualTo("DAMAGE");
        assertThat(settings.column(TicketField.COMPENSATION_AMOUNT)).isEqualTo("u_compensation_amount");
        assertThat(settings.parallel()).isEqualTo(4);
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void knowsTheSandboxByItself() {
        ServiceNowSettings settings = read("sandbox", Map.of("buzon.port", "8180"));

        assertThat(settings.url()).hasToString("http://localhost:8180/sandbox");
        assertThat(settings.user()).contains("buzon.integration");
    }

    @Test
    void mapsWhatIsCalledOtherwise() {
        ServiceNowSettings settings = read(
                "servicenow",
                Map.of(
                        "buzon.servicenow.state.OPEN", "2",
                        "buzon.servicenow.category.DAMAGE", "damaged_parcel",
                        "buzon.servicenow.compensation.PAID", "pagado",
                        "buzon.servicenow.field.category", "u_claim_kind"));

        assertThat(settings.states().toOurs("2")).isEqualTo("OPEN");
        assertThat(settings.category().apply("DAMAGE")).isEqualTo("damaged_parcel");
        assertThat(settings.compensations().toOurs("pagado")).isEqualTo("PAID");
        assertThat(settings.names().category()).isEqualTo("u_claim_kind");
    }

    @ParameterizedTest
    @CsvSource({
        "buzon.servicenow.url, http://correos.service-now.example",
        "buzon.servicenow.url, https://user:word@correos.service-now.example",
        "buzon.servicenow.url, not an address",
        "buzon.servicenow.table, case^active=true",
        "buzon.servicenow.field.category, U-Category",
        "buzon.servicenow.state, 10",
        "buzon.connector.parallel, none",
        "buzon.servicenow.deadline, PT0S",
        "buzon.servicenow.overlap, two minutes",
        "buzon.servicenow.assignment-group, Claims^NQactive=true",
    })
    void namesTheSettingThatIsWrong(String setting, String value) {
        String key = setting.equals("buzon.servicenow.state") ? setting + ".NEW" : setting;
        assertThatThrownBy(() -> read("servicenow", Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting);
    }

    @Test
    void aWordThatDoesNotExistIsNotOverlooked() {
        SettingsReader reader = new SettingsReader(key -> Optional.of("x^y"), "sandbox");

        for (String setting : List.of(
                "buzon.servicenow.state.OPNE",
                "buzon.servicenow.compensation.PAYED",
                "buzon.servicenow.category.DAMAGE")) {
            assertThatThrownBy(() -> reader.knowing(List.of("java.home", setting)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(setting);
        }
    }

    /** As MicroProfile Config names what BUZON_SERVICENOW_STATE_AWAITING_INFO and others set. */
    @Test
    void whatTheEnvironmentSetsStopsNobody() {
        SettingsReader reader = new SettingsReader(key -> Optional.of("x"), "servicenow");

        assertThatCode(() -> reader.knowing(List.of(
                        "buzon.servicenow.state.awaiting.info",
                        "buzon.servicenow.state.closed",
                        "buzon.servicenow.compensation.not.requested")))
                .doesNotThrowAnyException();
    }

    @Test
    void aStateCannotBeMappedAndIgnored() {
        assertThatThrownBy(() -> read("sandbox", Map.of("buzon.servicenow.ignored-states", "5,18")))
                .hasMessageContaining("buzon.servicenow.ignored-states")
                .hasMessageContaining("AWAITING_INFO");
    }

    @Test
    void namesTheSettingThatIsMissing() {
        assertThatThrownBy(() -> new SettingsReader(key -> Optional.empty(), "servicenow").read())
                .hasMessageContaining("buzon.servicenow.");
        assertThatThrownBy(() -> read("servicenow", Map.of("buzon.servicenow.oauth.client-id", "us")))
                .hasMessageContaining("buzon.servicenow.oauth.client-secret");
    }

    @Test
    void trustsNoPlainLineBeyondThisMachine() {
        assertThatThrownBy(() -> read("servicenow", Map.of("buzon.servicenow.url", "http://192.0.2.7/sandbox")))
                .hasMessageContaining("buzon.servicenow.url");
    }
}
