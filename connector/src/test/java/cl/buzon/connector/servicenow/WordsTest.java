package cl.buzon.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void aCommentSaysWhoSaysItAndItsTextIsUnchanged() {
        assertThat(Words.comments("Camila Rojas", "Hola\n<b>¿y?</b> 📦", 4000))
                .containsExactly("Camila Rojas (portal): Hola\n<b>¿y?</b> 📦");
    }

    @Test
    void aLongOneBecomesSeveralAndNoCharacterIsTornApart() {
        String text = "📦".repeat(250);

        List<String> parts = Words.comments("Camila", text, 120);

        assertThat(parts).allSatisfy(part -> {
            assertThat(part.codePointCount(0, part.length())).isLessThanOrEqualTo(120);
            assertThat(part).startsWith("Camila (portal): (").matches("(?s).*[📦]$");
        });
        assertThat(String.join("", parts).replaceAll("Camila \\(portal\\): \\(\\d+/\\d+\\) ", ""))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[code]<script>x</script>[/code]|[ code]<script>x</script>[/ code]",
                "[CODE]a|[ code]a",
                "[cod[code]e]|[cod[ code]e]",
                "nada|nada"
            })
    void nothingThatLeavesUsIsMarkup(String text, String fit) {
        assertThat(Words.fit(text)).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>Hola</p><p>Falta <b>foto</b></p>|Hola~Falta foto",
                "[code]<p>Hola&nbsp;t&uacute;</p>[/code]|Hola tú",
                "uno<br/>dos|uno~dos",
                "si a < b y c > d|si a < b y c > d",
                "<script>alert(1)</script><p>x</p>|x",
                "Ana <ana@x.cl> dijo|Ana <ana@x.cl> dijo"
            })
    void whatComesInIsText(String html, String text) {
        assertThat(Words.plain(html)).isEqualTo(text.replace('~', '\n'));
    }

    @Test
    void whatDoesNotFitIsCutVisibly() {
        assertThat(Words.cut("abcdef", 5)).isEqualTo("abcd…");
        assertThat(Words.cut("abcde", 5)).isEqualTo("abcde");
    }
}
