package cl.buzon.connector.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlimHtmlTest {

    private static final String LONG = "x".repeat(1000);

    private static String slim(String html) throws IOException {
        return SlimHtml.of(new StringReader(html), 10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hola",
                "<p>Hola<br/>Camila</p><ul><li>uno</li><li>dos</li></ul>",
                "<p class='a > b'>2 < 3 y 4 > 1</p>",
                "a << b <<i>c</i> <3",
                "<!DOCTYPE html><html><head><style>p { color: red }</style></head><body>Hola</body></html>",
                "Uno<!-- it's > <p>dos</p> -->tres",
                "<![if !mso]>Hola<![endif]>",
                "<a href=\"https://x.example/?a=1&b=2\">aquí</a> &amp; allá",
                "<p title=\"it's\">Hola</p><p title='\"'>Camila</p>",
                "Termina en <"
            })
    void theWordsAreTheSame(String html) throws IOException {
        assertThat(PlainText.ofHtml(slim(html))).isEqualTo(PlainText.ofHtml(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a</p><img src=\"%s>\" alt='\"'/><p>b</p>",
                "<p>a</p><!-- %s --><p>b</p>",
                "<p>a<p data-x=%s>b"
            })
    void whatHoldsNoWordsIsLeftOut(String form) throws IOException {
        String html = form.formatted(LONG);

        assertThat(slim(html)).hasSizeLessThan(300);
        assertThat(PlainText.ofHtml(slim(html))).isEqualTo(PlainText.ofHtml(html));
    }

    @Test
    void whatDoesNotFitIsNotEvenRead() throws IOException {
        Reader endless = new Reader() {
            @Override
            public int read(char[] into, int from, int length) {
                for (int i = 0; i < length; i++) {
                    into[from + i] = "palabra ".charAt(i % 8);
                }
                return length - length % 8;
            }

            @Override
            public void close() {}
        };

        assertThat(SlimHtml.of(endless, 1000))
                .hasSizeLessThan(1100)
                .startsWith("palabra palabra")
                .endsWith("<p>[…]</p>");
    }
}
