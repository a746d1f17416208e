package cl.buzon.connector.requesttracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeedPositionTest {

    @Test
    void whatWasToldIsAskedForAgainUntilItIsOldAndToldOnce() {
        FeedPosition at = FeedPosition.startingAt(100).reading(List.of(101L, 102L, 105L), 0, false);

        assertThat(at.from()).isEqualTo(100);
        assertThat(List.of(101L, 102L, 105L)).allMatch(at::isTold);
        assertThat(at.isTold(103)).as("may still come").isFalse();
        assertThat(at).hasToString("rt1|100|0|0|101-102,105-105");
    }

    @Test
    void whatComesLateClosesTheGap() {
        FeedPosition at = FeedPosition.startingAt(100)
                .reading(List.of(101L, 103L), 0, false)
                .reading(List.of(101L, 102L, 103L), 101, false);

        assertThat(at).hasToString("rt1|101|0|0|102-103");
    }

    @Test
    void pagesOfOneRoundFollowEachOther() {
        FeedPosition second = FeedPosition.startingAt(100).reading(List.of(101L, 102L), 102, true);

        assertThat(second.from()).isEqualTo(102);
        assertThat(second.reading(List.of(103L), 0, false)).hasToString("rt1|102|0|0|103-103");
    }

    @Test
    void isReadBackAsItWas() {
        FeedPosition at = FeedPosition.startingAt(5).reading(List.of(7L, 8L, 11L), 0, true);

        assertThat(FeedPosition.parse(at.toString())).isEqualTo(at);
        for (String foreign :
                List.of("", "1|1770127198,,1770127198,,,0,false|", "rt1|1|2", "rt1|1|2|3|4", "rt1|x|0|0|")) {
            assertThatThrownBy(() -> FeedPosition.parse(foreign)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
