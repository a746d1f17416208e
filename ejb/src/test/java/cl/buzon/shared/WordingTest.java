package cl.buzon.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @Test
    void lengthIsCountedInCharactersNotInHalves() {
        String parcels = "📦".repeat(120);

        assertThat(Wording.fault("subject", parcels, 120)).isEmpty();
        assertThat(Wording.fault("subject", parcels + "!", 120)).hasValue(Fault.of("subject", "TOO_LONG", 120, 121));
    }

    @Test
    void lineEndsAndMarginsAreTidied() {
        assertThat(Wording.tidy("  uno\r\ndos\rtres \n")).isEqualTo("uno\ndos\ntres");
        assertThat(Wording.tidy(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u0007b", "a\ud800b", "\udc00"})
    void whatNobodyCanStoreOrShowIsRefused(String text) {
        assertThat(Wording.fault("subject", text, 120)).hasValue(Fault.of("subject", "UNFIT_CHARACTERS"));
    }

    @Test
    void nothingButBlanksIsNothing() {
        assertThat(Wording.fault("subject", Wording.tidy(" \t\n"), 120)).hasValue(Fault.of("subject", "REQUIRED"));
        assertThat(Wording.optionalFault("reason", "", 120)).isEmpty();
    }
}
