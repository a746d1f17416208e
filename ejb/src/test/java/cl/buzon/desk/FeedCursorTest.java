package cl.buzon.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cl.buzon.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedCursorTest {

    @Test
    void aPlaceComesBackAsItWas() {
        assertThat(FeedCursor.decode(FeedCursor.encode(0))).isZero();
        assertThat(FeedCursor.decode(FeedCursor.encode(987_654_321_987L))).isEqualTo(987_654_321_987L);
        assertThat(FeedCursor.decode(null)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"feed1:-1", "feed1:", "feed1:007", "feed2:1", "feed1:1:2", "feed1:9999999999999999999", "1", ""})
    void whatWasNotHandedOutIsRefused(String plain) {
        String cursor = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));

        assertThatExceptionOfType(Refusal.BadCursor.class).isThrownBy(() -> FeedCursor.decode(cursor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "ñandú", "%%%", "ZmVlZDE6MQ=x"})
    void garbageIsRefused(String cursor) {
        assertThatExceptionOfType(Refusal.BadCursor.class).isThrownBy(() -> FeedCursor.decode(cursor));
    }
}
