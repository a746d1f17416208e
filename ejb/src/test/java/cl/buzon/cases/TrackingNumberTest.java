package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RR123456785CL",
                "RB123456785GB",
                "EE471108151FR",
                "EB000717618HK",
                "EB000717595HK",
                "RR473124829GB",
                "RR100000140CL",
                "RR100000025CL"
            })
    void aRightCheckDigitIsTaken(String number) {
        assertThat(new TrackingNumber(number).isS10()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RR123456789CL", "RB123456786US", "EB000717594HK"})
    void aWrongCheckDigitIsRefused(String number) {
        assertThat(TrackingNumber.hasWrongCheckDigit(number)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new TrackingNumber(number));
    }

    @Test
    void spacesDashesAndSmallLettersDoNotMatter() {
        assertThat(TrackingNumber.normalise(" rr 123-456-785\u00a0cl ")).isEqualTo("RR123456785CL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"990012345678", "A", "RR12345678CL", "1234567890123456789012345678901234567890"})
    void aNumberOfAnotherFormIsTakenToo(String number) {
        assertThat(new TrackingNumber(number).isS10()).isFalse();
    }

    @Test
    void nothingAndTooMuchAreNoNumbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrackingNumber(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrackingNumber("1".repeat(41)));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrackingNumber("rr 1"));
    }
}
