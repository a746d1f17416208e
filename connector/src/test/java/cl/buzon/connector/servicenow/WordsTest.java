package cl.buzon.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.translation.Commentary;
import cl.buzon.connector.translation.PlainText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final String AUTHOR = "Camila Rojas";

    @Test
    void saysWhoSaidItAndNothingElse() {
        assertThat(JournalText.COMMENTARY.comments(AUTHOR, "Llegó <roto> & mojado\n =cmd|' 😀", 4000))
                .containsExactly("Camila Rojas (portal): Llegó <roto> & mojado\n =cmd|' 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[code]<b>x</b>[/code]", "[CoDe]x", "a[/CODE]", "[[code]]"})
    void nothingBecomesMarkup(String text) {
        String comment =
                JournalText.COMMENTARY.comments("[code]" + AUTHOR, text, 4000).get(0);

        assertThat(comment.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("[code]")
                .doesNotContain("[/code]");
        assertThat(comment.replace("[ ", "[").replace("[/ ", "[/")).endsWith(text);
    }

    @Test
    void dropsWhatTheWireCannotTake() {
        assertThat(JournalText.COMMENTARY.comments(AUTHOR, "a\u0000b\u0007c\ud83dd\te\r\nf", 4000))
                .containsExactly("Camila Rojas (portal): abcd\te\nf");
    }

    @Test
    void aLongTextGoesInPartsOfWholeCharacters() {
        String text = "😀".repeat(3900) + "\n" + "palabra ".repeat(300);

        List<String> parts = JournalText.COMMENTARY.comments(AUTHOR, text, 4000);

        assertThat(parts).hasSize(2).allMatch(part -> Commentary.length(part) <= 4000);
        assertThat(parts.get(1)).startsWith("Camila Rojas (portal): (2/2) ");
        assertThat(String.join(
                        "",
                        parts.stream()
                                .map(part -> part.replaceFirst("^.*? \\(\\d/2\\) ", ""))
                                .toList()))
                .isEqualTo(text);
    }

    @Test
    void cutsWithAVisibleMark() {
        assertThat(JournalText.COMMENTARY.fitting("😀".repeat(200), 160)).isEqualTo("😀".repeat(159) + "…");
        assertThat(JournalText.COMMENTARY.fitting("corto", 160)).isEqualTo("corto");
    }

    @Test
    void htmlBecomesText() {
        assertThat(PlainText.of("[code]<p>Hola&nbsp;Camila,</p><p>1 &lt; 2<br>ok</p><script>alert(1)</script>[/code]"))
                .isEqualTo("Hola Camila,\n1 < 2\nok");
        assertThat(PlainText.of("<p>Falta:</p><ul><li>foto</li><li>guía</li></ul>"))
                .isEqualTo("Falta:\n- foto\n- guía");
        assertThat(PlainText.of("antes [code]<b>en</b>[/code] después\r\n")).isEqualTo("antes en después");
        assertThat(PlainText.of("[code]<img src=x onerror=alert(1)>abierto")).isEqualTo("abierto");
    }

    @Test
    void textStaysText() {
        assertThat(PlainText.of("si a < b y c > d, escriba a <ana@x.example> &amp; ya"))
                .isEqualTo("si a < b y c > d, escriba a <ana@x.example> &amp; ya");
    }

    @Test
    void noValueCanChangeAQuery() {
        for (String value : List.of("a^ORactive=true", "x^NQ", "a=b", "a,b", "", "javascript:gs.getUserID()", "a\nb")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> Query.all().is("email", value))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
