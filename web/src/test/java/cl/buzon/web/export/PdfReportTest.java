package cl.buzon.web.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PdfReportTest {

    private static final Pattern FILL = Pattern.compile("([\\d.]+) ([\\d.]+) ([\\d.]+) rg\\b");

    private static final ReportHeading HEADING = Samples.heading(Samples.SPANISH);

    @Test
    void thePageSaysWhoseCasesWhichAndWhen() throws IOException {
        String page = page(pdf(HEADING, Samples.CASES), 1);

        assertThat(page)
                .contains("Portal de Reclamos")
                .contains("Informe de casos")
                .contains("Andes Sur SpA · RUT 76.412.883-4")
                .contains("Emitido el 23-11-2026 a las 10:58")
                .contains("por Camila Rojas")
                .contains("Creados entre el 01-08-2026 y el 23-11-2026");
    }

    @Test
    void aCaseIsOneLine() throws IOException {
        String page = page(pdf(HEADING, Samples.CASES), 1);

        assertThat(page)
                .contains("CS0047655", "18-11-2026", "CP473124829CL", "Cerrado", "Marcela Fuentes", "Pagada")
                .contains("Entregado en otra dirección de Ñuñoa")
                .contains("$1.018.990");
    }

    @Test
    void figuresAndPagesAreKnownAtTheEndAndStandAtTheBeginning() throws IOException {
        byte[] pdf = pdf(HEADING, Samples.CASES);

        assertThat(page(pdf, 1))
                .containsSubsequence("Casos", "4", "Abiertos", "2")
                .containsSubsequence("Indemnización por pagar", "$24.990", "Indemnización pagada", "$1.018.990")
                .contains("Página 1 de 1");
    }

    @Test
    void everyPageHasItsSubtotalAndTheLastOneTheTotal() throws IOException {
        byte[] pdf = pdf(HEADING, paidCases(40, 1_000));
        PdfReader reader = new PdfReader(pdf);

        assertThat(reader.getNumberOfPages()).isEqualTo(3);
        assertThat(page(pdf, 1))
                .containsSubsequence("Subtotal de esta página", "$14.000")
                .contains("Página 1 de 3");
        assertThat(page(pdf, 2)).contains("Asunto", "Página 2 de 3").doesNotContain("Total del informe");
        assertThat(page(pdf, 3)).containsSubsequence("Subtotal de esta página", "Total del informe", "$40.000");
    }

    @Test
    void aReportOfNothingSaysSo() throws IOException {
        assertThat(page(pdf(HEADING, List.of()), 1))
                .contains("Ningún caso coincide con estos filtros.", "Página 1 de 1");
    }

    @Test
    void theFileTellsReadersItsLanguageAndTitle() throws IOException {
        PdfReader spanish = new PdfReader(pdf(HEADING, Samples.CASES));
        PdfReader english = new PdfReader(pdf(Samples.heading(Locale.ENGLISH), Samples.CASES));

        assertThat(spanish.getCatalog().getAsString(PdfName.LANG).toUnicodeString())
                .isEqualTo("es-CL");
        assertThat(english.getCatalog().getAsString(PdfName.LANG).toUnicodeString())
                .isEqualTo("en");
        assertThat(spanish.getInfo()).containsEntry("Title", "Informe de casos · Andes Sur SpA · RUT 76.412.883-4");
    }

    @ParameterizedTest
    @MethodSource("cl.buzon.web.export.Payloads#all")
    void everythingFromOutsideIsDrawnAsText(String payload) throws IOException {
        byte[] pdf = pdf(Samples.headingOf(payload), List.of(Samples.rowOf(payload)));

        String shown = Typeface.load("atkinson-next-regular").printable(payload);
        assertThat(page(pdf, 1))
                .contains(shown.substring(0, Math.min(shown.length(), 40)).strip());
        assertThat(new String(pdf, ISO_8859_1))
                .doesNotContain("/Image", "/URI", "/JavaScript", "/Launch", "/EmbeddedFile");
    }

    @Test
    void whatTheFontLacksIsABoxAndNeverAnError() throws IOException {
        String page = page(pdf(HEADING, List.of(Samples.rowOf("caja \uD83D\uDCE6 y \u7BB1"))), 1);

        assertThat(page).contains("caja \uFFFD y \uFFFD");
    }

    @Test
    void longSubjectsBreakAndLongerOnesEndInAnEllipsis() throws IOException {
        String subject = "La caja llegó aplastada por un lado, con la cinta abierta y tres frascos rotos adentro, "
                + "y nadie supo decirnos en qué sucursal";

        String whole = page(pdf(HEADING, List.of(Samples.rowOf(subject))), 1);
        String cut = page(pdf(HEADING, List.of(Samples.rowOf(subject.repeat(3)))), 1);

        assertThat(whole).contains("sucursal").doesNotContain("sucursal…");
        assertThat(cut).contains("…");
    }

    @Test
    void linesMarkAndEdgeHaveTheOperatorsColours() throws IOException {
        ReportColors colors = new ReportColors(new Color(0x8a1538), new Color(0xf3e8eb), new Color(0xc9a227));
        ReportHeading own = new ReportHeading(
                "Portal de Reclamos",
                "Correo Austral",
                true,
                colors,
                "Andes Sur SpA",
                "Camila Rojas",
                List.of(),
                Samples.ISSUED,
                Samples.SPANISH);
        List<CaseRow> open = List.of(Samples.row(1, "Atraso", CaseState.OPEN, CompensationState.NOT_REQUESTED, 0));

        Set<String> usual = fills(pdf(HEADING, open));
        Set<String> branded = fills(pdf(own, open));

        assertThat(usual).contains("1d4586", "e8eef9", "c2452d");
        assertThat(branded).contains("8a1538", "f3e8eb", "c9a227").doesNotContain("1d4586", "e8eef9", "c2452d");
    }

    /** With which anything is filled, on the page or in what it shows from elsewhere. */
    private static Set<String> fills(byte[] pdf) throws IOException {
        Set<String> fills = new TreeSet<>();
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int number = 1; number < reader.getXrefSize(); number++) {
                if (reader.getPdfObject(number) instanceof PRStream stream) {
                    String drawing = new String(PdfReader.getStreamBytes(stream), ISO_8859_1);
                    FILL.matcher(drawing)
                            .results()
                            .map(found -> part(found, 1) + part(found, 2) + part(found, 3))
                            .forEach(fills::add);
                }
            }
        }
        return fills;
    }

    private static String part(MatchResult found, int group) {
        return String.format(Locale.ROOT, "%02x", Math.round(255 * Float.parseFloat(found.group(group))));
    }

    private static List<CaseRow> paidCases(int count, long amount) {
        return IntStream.range(0, count)
                .mapToObj(i -> Samples.row(i, "Atraso", CaseState.CLOSED, CompensationState.PAID, amount))
                .toList();
    }

    private static byte[] pdf(ReportHeading heading, List<CaseRow> rows) throws IOException {
        return Samples.write(ReportFormat.PDF, heading, rows);
    }

    private static String page(byte[] pdf, int number) throws IOException {
        return new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(number);
    }
}
