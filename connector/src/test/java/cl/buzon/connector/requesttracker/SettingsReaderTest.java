package cl.buzon.connector.requesttracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.connector.spi.Capabilities;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    private static RequestTrackerSettings read(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(
                Map.of("buzon.requesttracker.url", "https://rt.example/rt/", "buzon.requesttracker.token", "1-14-abc"));
        more.forEach((key, value) -> all.put("buzon.requesttracker." + key, value));
        return new SettingsReader(key -> Optional.ofNullable(all.get(key))).read();
    }

    private static Capabilities capabilities(Map<String, String> more) {
        return new RequestTracker(Parts.of(read(more), Tracked.CLOCK, (call, took, outcome) -> {})).capabilities();
    }

    @Test
    void anAddressAndATokenAreEnough() {
        RequestTrackerSettings settings = read(Map.of());

        assertThat(settings.url()).hasToString("https://rt.example/rt");
        assertThat(settings.queue()).isEqualTo("Reclamos");
        assertThat(settings.fields().caseNumber()).isEqualTo("Caso CSM");
        for (CaseState state : CaseState.values()) {
            assertThat(settings.status(state.name())).isNotBlank();
        }
        for (CompensationState state : CompensationState.values()) {
            assertThat(settings.compensations().toOurs(settings.compensations().toTheirs(state.name())))
                    .isEqualTo(state.name());
        }
        assertThat(settings.category().apply("LOSS")).isEqualTo("LOSS");
        assertThat(settings.toString()).doesNotContain("abc");
    }

    @Test
    void closedLooksResolvedUnlessThereIsAStatusForIt() {
        assertThat(capabilities(Map.of()).seen(TicketField.STATE, "CLOSED")).isEqualTo("RESOLVED");
        assertThat(read(Map.of()).state("resolved")).isEqualTo("RESOLVED");

        assertThat(capabilities(Map.of("state.CLOSED", "closed")).seenAs()).isEmpty();
        assertThat(read(Map.of("state.CLOSED", "closed")).state("closed")).isEqualTo("CLOSED");
    }

    @Test
    void aSolutionIsKeptWhereThereAreFieldsForIt() {
        assertThat(capabilities(Map.of()).fields())
                .doesNotContain(TicketField.RESOLUTION_CODE, TicketField.RESOLUTION_NOTES);
        assertThat(capabilities(Map.of("field.resolution-notes", "Solucion")).fields())
                .contains(TicketField.RESOLUTION_NOTES)
                .doesNotContain(TicketField.RESOLUTION_CODE);
    }

    @ParameterizedTest
    @CsvSource({
        "url, http://rt.example",
        "url, rt.example",
        "url, https://rt.example/?x=1",
        "token, con espacio",
        "queue, O'Higgins",
        "field.case-number, a}b",
        "field.resolution-code, a{b",
        "state.CLOSED, open",
        "deadline, soon",
        "deadline, PT2H",
        "compensation.PAID, 'a\tb'"
    })
    void whatIsWrongIsNamed(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("buzon.requesttracker." + key);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> new SettingsReader(key -> Optional.empty()).read())
                .hasMessageContaining("buzon.requesttracker.url");
        assertThatThrownBy(() -> new SettingsReader(
                                key -> key.endsWith(".url") ? Optional.of("https://rt.example") : Optional.empty())
                        .read())
                .hasMessageContaining("buzon.requesttracker.token");
    }

    @Test
    void valuesThatMeanTwoThingsAreNamed() {
        assertThatThrownBy(() -> read(Map.of("state.NEW", "open")))
                .hasMessageContaining("NEW")
                .hasMessageContaining("OPEN");
        assertThatThrownBy(() -> read(Map.of("compensation.PAID", "Aprobada"))).hasMessageContaining("Aprobada");
    }

    @Test
    void aWordThatDoesNotExistIsNoticed() {
        SettingsReader reader = new SettingsReader(key -> Optional.empty());

        for (String name : List.of("state.ABIERTO", "field.case-nummer")) {
            assertThatThrownBy(() -> reader.knowing(List.of("buzon.requesttracker." + name)))
                    .hasMessageContaining("buzon.requesttracker." + name);
        }
        reader.knowing(List.of("buzon.requesttracker.field.case-number", "buzon.requesttracker.field.case.number"));
    }

    /** As MicroProfile Config names what BUZON_REQUESTTRACKER_STATE_AWAITING_INFO and others set. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "state.closed",
                "state.awaiting.info",
                "state.AWAITING_INFO",
                "compensation.not.requested",
                "field.compensation.state",
                "category.pickup.failure"
            })
    void whatTheEnvironmentSetsStopsNobody(String name) {
        assertThatCode(() ->
                        new SettingsReader(key -> Optional.of("x")).knowing(List.of("buzon.requesttracker." + name)))
                .doesNotThrowAnyException();
    }

    /** As a property such a name sets nothing. */
    @Test
    void whatIsOnlyNearlyAWordIsNoticed() {
        SettingsReader reader =
                new SettingsReader(key -> Optional.of("x").filter(any -> key.endsWith("awaiting_info")));

        assertThatThrownBy(() -> reader.knowing(List.of("buzon.requesttracker.state.awaiting_info")))
                .hasMessageContaining("buzon.requesttracker.state.awaiting_info");
    }

    /** Before the first case of that category comes. */
    @Test
    void aCategorysValueIsJudgedAtOnce() {
        SettingsReader reader =
                new SettingsReader(key -> Optional.of("a\tb").filter(any -> key.endsWith("category.LOSS")));

        assertThatThrownBy(() -> reader.knowing(List.of("buzon.requesttracker.category.LOSS")))
                .hasMessageContaining("buzon.requesttracker.category.LOSS");
    }
}
