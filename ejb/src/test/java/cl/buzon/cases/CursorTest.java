package cl.buzon.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cl.buzon.shared.CaseFilter;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseSort;
import cl.buzon.shared.Refusal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final CaseFilter NEWEST = CaseFilter.all();

    @Test
    void aCursorSurvivesTheAddressBar() {
        Cursor place = new Cursor(CaseSort.CREATED, true, true, 1_795_000_000_123_456L, CaseNumber.of("CS", 1001));

        assertThat(Cursor.decode(place.encode(), NEWEST)).isEqualTo(place);
        assertThat(place.encode()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "MTpDUkVBVEVE", "????", "MTpDUkVBVEVEOmQ6Zjp4OkNTMDAwMTAwMQ"})
    void aMadeUpCursorIsRefused(String text) {
        assertThatExceptionOfType(Refusal.BadCursor.class).isThrownBy(() -> Cursor.decode(text, NEWEST));
    }

    @Test
    void aCursorFitsOnlyTheOrderItWasMadeFor() {
        CaseFilter byAmount = new CaseFilter(Set.of(), Set.of(), Set.of(), null, null, null, CaseSort.AMOUNT, true);
        String place = new Cursor(CaseSort.CREATED, true, false, 1, CaseNumber.of("CS", 1001)).encode();

        assertThatExceptionOfType(Refusal.BadCursor.class).isThrownBy(() -> Cursor.decode(place, byAmount));
    }
}
