package cl.buzon.web.sheets;

import static cl.buzon.web.sheets.Sheets.texts;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.BulkRowText;
import cl.buzon.desk.NewBulk;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

    private static final String HEAD = "Situación;Número de envío;Asunto;Descripción\r\n";
    private static final String ROW = "Se perdió;RR123456785CL;No llegó;Sin señal\r\n";
    private static final BulkRowText CLAIM =
            new BulkRowText("Se perdió", "RR123456785CL", "No llegó", "Sin señal", "", "");

    @Test
    void everyUsualEncodingIsRecognised() {
        assertThat(texts("a.csv", (HEAD + ROW).getBytes(UTF_8))).containsExactly(CLAIM);
        assertThat(texts("a.csv", ("\uFEFF" + HEAD + ROW).getBytes(UTF_8))).containsExactly(CLAIM);
        assertThat(texts("a.csv", (HEAD + ROW).getBytes(ISO_8859_1))).containsExactly(CLAIM);
        assertThat(texts("a.csv", (HEAD + ROW).getBytes(Charset.forName("windows-1252"))))
                .containsExactly(CLAIM);
        assertThat(texts("a.txt", ("\uFEFF" + HEAD + ROW).getBytes(UTF_16LE))).containsExactly(CLAIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void whateverSeparatesTheHeadingsSeparatesTheRows(String separator) {
        String file = (HEAD + ROW).replace(";", separator);

        assertThat(texts("a.csv", file.getBytes(UTF_8))).containsExactly(CLAIM);
        assertThat(texts("a.csv", ("sep=" + separator + "\r\n" + file).getBytes(UTF_8)))
                .containsExactly(CLAIM);
    }

    @Test
    void aTextMayHaveSeparatorsQuotesAndLines() {
        String row = "LOSS;RR123456785CL;\"Dijo \"\"hoy\"\"; no llegó\";\"Una línea\nOtra\"\n\nOTHER;;Dos;Tres\n";

        NewBulk read = Sheets.read("a.csv", (HEAD + row).getBytes(UTF_8));

        assertThat(read.rows().get(0).text())
                .isEqualTo(
                        new BulkRowText("LOSS", "RR123456785CL", "Dijo \"hoy\"; no llegó", "Una línea\nOtra", "", ""));
        assertThat(read.rows()).extracting(NewBulk.Row::number).containsExactly(2, 4);
    }

    @Test
    void aFileThatEndsInTheMiddleOfATextIsReadUpToThere() {
        assertThat(texts("a.csv", (HEAD + "LOSS;RR123456785CL;No llega;\"Sin").getBytes(UTF_8)))
                .containsExactly(new BulkRowText("LOSS", "RR123456785CL", "No llega", "Sin", "", ""));
    }

    /** PostgreSQL keeps every character but that one. */
    @Test
    void aNullCharacterBecomesOneThatTheRulesRefuse() {
        assertThat(texts("a.csv", (HEAD + "LOSS;;No\0llega;x").getBytes(UTF_8)))
                .extracting(BulkRowText::subject)
                .containsExactly("No\u0001llega");
    }

    @Test
    void manyColumnsAndRowsAreRefusedWithoutHarm() {
        assertThat(Sheets.refusal("a.csv", ";".repeat(1 << 20).getBytes(UTF_8))).isNotEmpty();
        assertThat(Sheets.refusal("a.csv", (HEAD + ROW.repeat(5_001)).getBytes(UTF_8)))
                .containsExactly("SHEET_TOO_MANY_ROWS");
    }
}
