package cl.buzon.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.web.portal.Phrase.Piece;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhraseTest {

    private static final Piece NUMBER = Piece.link("CS0001001", Address.of("/csm/caso"));

    @Test
    void placesAreFilledWhereverTheyStand() {
        var pieces = Phrase.of("{who} respondió en {case}", Map.of("who", Piece.strong("Marcela"), "case", NUMBER));

        assertThat(pieces).containsExactly(Piece.strong("Marcela"), Piece.plain(" respondió en "), NUMBER);
    }

    @Test
    void aSentenceWithoutPlacesIsOnePiece() {
        assertThat(Phrase.of("El análisis comenzó", Map.of())).containsExactly(Piece.plain("El análisis comenzó"));
    }

    @Test
    void whatPeopleWroteIsNotReadAsAPlace() {
        var pieces = Phrase.of("{who} reabrió: {reason}", Map.of("who", Piece.strong("{case}"), "case", NUMBER));

        assertThat(pieces).containsExactly(Piece.strong("{case}"), Piece.plain(" reabrió: "));
    }
}
