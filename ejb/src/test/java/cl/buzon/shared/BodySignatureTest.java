package cl.buzon.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodySignatureTest {

    private static final byte[] BODY =
            "{\"sys_id\":\"0123456789abcdef0123456789abcdef\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant SENT = Instant.ofEpochSecond(1_790_000_000);

    /** Made with OpenSSL from the same key, time and body. */
    private static final String HEX = "sha256=924b1a95754c649f3b4f6e8bdbc5102e6758e9f547e188d869dafeeb8ca1bc90";

    private static final String BASE64 = "sha256=kksalXVMZJ87T26L28UQLmdY6fVH4YjYadr+64yhvJA=";

    private final BodySignature signature = new BodySignature("a secret");

    @Test
    void signsAsAnybodyElseWould() {
        assertThat(signature.sign(SENT, BODY)).isEqualTo(HEX);
    }

    @ParameterizedTest
    @ValueSource(strings = {HEX, BASE64})
    void takesHexAndBase64(String claimed) {
        assertThat(signature.verifies("1790000000", claimed, BODY, at(0))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"300, true", "301, false", "-300, true", "-301, false"})
    void isGoodForFiveMinutesOnEitherSide(long later, boolean good) {
        assertThat(signature.verifies("1790000000", HEX, BODY, at(later))).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha256=zz",
                "sha1=924b1a95754c649f3b4f6e8bdbc5102e6758e9f547e188d869dafeeb8ca1bc90",
                "924b1a95754c649f3b4f6e8bdbc5102e6758e9f547e188d869dafeeb8ca1bc90",
                "sha256=AAAA",
                "sha256=%%%"
            })
    void refusesEverythingElse(String claimed) {
        assertThat(signature.verifies("1790000000", claimed, BODY, at(0))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1790000000", "1790000000.0", " 1790000000", "99999999999999999999"})
    void refusesTimesThatAreNone(String timestamp) {
        assertThat(signature.verifies(timestamp, HEX, BODY, at(0))).isFalse();
    }

    @Test
    void refusesAnotherKeyBodyOrTime() {
        assertThat(new BodySignature("another").verifies("1790000000", HEX, BODY, at(0)))
                .isFalse();
        assertThat(signature.verifies("1790000000", HEX, new byte[0], at(0))).isFalse();
        assertThat(signature.verifies("1790000001", HEX, BODY, at(0))).isFalse();
        assertThat(signature.verifies(null, HEX, BODY, at(0))).isFalse();
        assertThat(signature.verifies("1790000000", null, BODY, at(0))).isFalse();
    }

    @Test
    void thereIsNoSignatureWithoutASecret() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BodySignature(""));
    }

    private static Clock at(long secondsLater) {
        return Clock.fixed(SENT.plusSeconds(secondsLater), ZoneOffset.UTC);
    }
}
