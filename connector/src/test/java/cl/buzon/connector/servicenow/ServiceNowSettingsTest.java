package cl.buzon.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cl.buzon.shared.CaseState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceNowSettingsTest {

    private static final Map<String, String> GOOD =
            Map.of("buzon.servicenow.url", "https://x.service-now.com/", "buzon.servicenow.username", "u");

    private static ServiceNowSettings settings(Map<String, String> values) {
        return ServiceNowSettings.of(name -> Optional.ofNullable(values.get(name)), null);
    }

    @Test
    void whatIsNotSetIsAsTheInstanceHasItUsually() {
        ServiceNowSettings settings = settings(GOOD);

        assertThat(settings.url()).hasToString("https://x.service-now.com");
        assertThat(settings.table()).isEqualTo("sn_customerservice_case");
        assertThat(settings.states()).containsEntry(CaseState.AWAITING_INFO, "18");
    }

    @ParameterizedTest
    @CsvSource({
        "buzon.servicenow.url, http://x.service-now.com, buzon.servicenow.url",
        "buzon.servicenow.url, https://u@x.service-now.com, buzon.servicenow.url",
        "buzon.servicenow.url, '', buzon.servicenow.url",
        "buzon.servicenow.username, '', buzon.servicenow.username",
        "buzon.servicenow.table, 'a^b', buzon.servicenow.table",
        "buzon.servicenow.field.category, 'U X', buzon.servicenow.field.category",
        "buzon.servicenow.state.NEW, 10, buzon.servicenow.state.OPEN"
    })
    void whatIsWrongIsNamed(String setting, String value, String named) {
        Map<String, String> values = new HashMap<>(GOOD);
        values.put(setting, value);

        assertThatIllegalArgumentException().isThrownBy(() -> settings(values)).withMessageStartingWith(named + ":");
    }
}
