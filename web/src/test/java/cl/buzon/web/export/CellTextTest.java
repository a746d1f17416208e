package cl.buzon.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1", "+1", "-1", "@a", "\ta", "\ra", "\na", "\0a", "  =1", "\u00A0+1", "\uFEFF@a", "\u0001=1"})
    void aTextThatBeginsLikeAFormulaLooksComputed(String text) {
        assertThat(CellText.looksComputed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=1", "Caja - rota", "'=1", "Ñuñoa", "5-3"})
    void anyOtherTextDoesNot(String text) {
        assertThat(CellText.looksComputed(text)).isFalse();
    }

    @Test
    void whatXmlCannotCarryIsDropped() {
        assertThat(CellText.clean("a\0b\u0007c\uD83Dd\uFFFEe\tf\ng\uD83D\uDCE6"))
                .isEqualTo("abcde\tf\ng\uD83D\uDCE6");
    }
}
