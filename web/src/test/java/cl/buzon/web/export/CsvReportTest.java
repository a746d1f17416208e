package cl.buzon.web.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.shared.CaseRow;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvReportTest {

    private static final String HEAD =
            "\uFEFFNúmero de caso;Creado;Actualizado;Situación;Número de envío;Asunto;Estado;"
                    + "Estado de pago de la indemnización;Monto (CLP);Ejecutivo;Solicitante\r\n";

    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Z}\\p{Cf}]*[=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20]");

    @Test
    void theFileIsWhatAChileanExcelOpens() throws IOException {
        String csv = csv(Samples.heading(Samples.SPANISH), Samples.CASES.toArray(CaseRow[]::new));

        assertThat(csv)
                .isEqualTo(
                        HEAD
                                + "CS0048213;18-11-2026 10:58;20-11-2026 17:05;Llegó dañado;CP473124829CL;"
                                + "Lámpara de cerámica llegó rota;Espera tu respuesta;En evaluación;;Marcela Fuentes;Camila Rojas\r\n"
                                + "CS0048066;18-11-2026 10:58;20-11-2026 17:05;Llegó dañado;CP473124829CL;"
                                + "\"Caja de 3 \"\"frascos\"\"; rota\";Resuelto;Aprobada;24990;Marcela Fuentes;Camila Rojas\r\n"
                                + "CS0047790;05-07-2026 11:05;05-07-2026 23:30;Retiro no efectuado;;"
                                + "No pasaron a retirar;Cerrado;No aplica;;;Diego Soto\r\n"
                                + "CS0047655;18-11-2026 10:58;20-11-2026 17:05;Llegó dañado;CP473124829CL;"
                                + "Entregado en otra dirección de Ñuñoa;Cerrado;Pagada;1018990;Marcela Fuentes;Camila Rojas\r\n");
    }

    @Test
    void aReportOfNothingIsItsHeader() throws IOException {
        assertThat(csv(Samples.heading(Samples.SPANISH))).isEqualTo(HEAD);
    }

    @Test
    void anEnglishReportHasEnglishHeadingsAndSituations() throws IOException {
        String csv = csv(Samples.heading(Locale.ENGLISH), Samples.CASES.get(0));

        assertThat(csv)
                .startsWith("\uFEFFCase number;Created;Updated;Situation;Tracking number;Subject;State;"
                        + "Compensation payment state;Amount (CLP);Executive;Requester\r\n")
                .contains(";Arrived damaged;");
    }

    @ParameterizedTest
    @MethodSource("cl.buzon.web.export.Payloads#all")
    void noFieldCanBeTakenForAFormula(String payload) throws IOException {
        String csv = csv(Samples.heading(Samples.SPANISH), Samples.rowOf(payload));

        List<String> fields = read(csv).get(1);
        assertThat(fields).hasSize(11).noneMatch(field -> FORMULA.matcher(field).find());
        assertThat(fields.get(0)).isEqualTo("CS0000001");
        assertThat(csv).doesNotContain("\0");
    }

    private static List<List<String>> read(String csv) throws IOException {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(';').ofCsvRecord(csv)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        }
    }

    private static String csv(ReportHeading heading, CaseRow... rows) throws IOException {
        return new String(Samples.write(ReportFormat.CSV, heading, List.of(rows)), UTF_8);
    }
}
