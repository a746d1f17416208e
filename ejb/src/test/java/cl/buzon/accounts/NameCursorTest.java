package cl.buzon.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.shared.Refusal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameCursorTest {

    @Test
    void anyNameTravelsUnchanged() {
        NameCursor cursor = new NameCursor(true, UUID.randomUUID(), -1, "Ñuble: a/b & Cía.");

        assertThat(NameCursor.decode(cursor.encode())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "Zjo6", "ZjphOmI=", "ZjowOjA6MDpB"})
    void whatIsNoneOfOursIsRefused(String text) {
        assertThatThrownBy(() -> NameCursor.decode(text)).isInstanceOf(Refusal.BadCursor.class);
    }
}
