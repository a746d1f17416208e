package cl.buzon.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RutTest {

    @ParameterizedTest
    @CsvSource({"11.111.111-1, 111111111", "12345678-5, 123456785", "76.000.006-k, 76000006K", "76.000.000-0, 760000000"
    })
    void aRutIsReadAsPeopleWriteIt(String typed, String stored) {
        assertThat(Rut.parse(typed))
                .hasValueSatisfying(rut -> assertThat(rut.value()).isEqualTo(stored));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.345.678-4", "76.000.006-0", "", "abc", "1-9", "123456789012-3"})
    void aWrongCheckCharacterIsNoRut(String typed) {
        assertThat(Rut.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"123456785, 12.345.678-5, ••.•••.678-5", "76000006K, 76.000.006-K, ••.•••.006-K"})
    void aRutIsShownWithDotsAndMaskedInLists(String stored, String shown, String masked) {
        assertThat(new Rut(stored).formatted()).isEqualTo(shown);
        assertThat(new Rut(stored).masked()).isEqualTo(masked);
    }
}
