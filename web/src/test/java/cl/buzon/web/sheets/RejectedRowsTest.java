package cl.buzon.web.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.desk.BulkRowText;
import cl.buzon.desk.BulkRowView;
import cl.buzon.desk.BulkView;
import cl.buzon.desk.NewBulk;
import cl.buzon.shared.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RejectedRowsTest {

    private static final long SEED = 20_260_523;
    private static final String SIGNS = "aÑé€💡 =+-@'\";,\t\n<&{}0";

    /** Whatever they contain, formulas and quotes too: nothing is lost on the way out and in. */
    @ParameterizedTest
    @EnumSource(BulkView.Format.class)
    void badRowsComeBackAsTheyWereAndCanBeSentAgain(BulkView.Format format) throws IOException {
        Random random = new Random(SEED);
        List<BulkRowText> rows = IntStream.range(0, 300)
                .mapToObj(i -> new BulkRowText(
                        text(random), text(random), text(random), text(random), text(random), text(random)))
                .toList();

        byte[] file = write(format, rows);

        List<NewBulk.Row> read = Sheets.read("x." + format.name().toLowerCase(Sheets.CHILE), file)
                .rows();
        assertThat(read.stream().map(NewBulk.Row::text).toList()).isEqualTo(rows);
    }

    @ParameterizedTest
    @EnumSource(BulkView.Format.class)
    void eachBadRowSaysWhatToCorrect(BulkView.Format format) throws IOException {
        String name = "febrero." + format.name().toLowerCase(Sheets.CHILE);

        byte[] file = write(format, List.of(new BulkRowText("X", "", "Uno", "Dos", "", "")));

        assertThat(new RejectedRows(view(format), Sheets.CHILE).fileName())
                .isEqualTo("febrero-por-corregir." + format.name().toLowerCase(Sheets.CHILE));
        assertThat(cells(name, file)).contains("7", "Situación: No conocemos esa situación. Elige una de la lista.");
    }

    private static String cells(String name, byte[] file) throws IOException {
        StringBuilder all = new StringBuilder();
        java.nio.file.Path kept = java.nio.file.Files.createTempFile("rejected", null);
        try {
            java.nio.file.Files.write(kept, file);
            if (name.endsWith("csv")) {
                CsvCells.read(file, row -> all.append(row.cells()));
            } else {
                XlsxCells.read(kept, row -> all.append(row.cells()));
            }
        } finally {
            java.nio.file.Files.delete(kept);
        }
        return all.toString();
    }

    private static byte[] write(BulkView.Format format, List<BulkRowText> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RejectedRows(view(format), Sheets.CHILE)
                .write(
                        out,
                        row -> rows.forEach(text -> row.accept(new BulkRowView(
                                7,
                                BulkRowView.State.REJECTED,
                                text,
                                List.of(Fault.of("category", "UNKNOWN_CATEGORY")),
                                null,
                                null,
                                false))));
        return out.toByteArray();
    }

    private static BulkView view(BulkView.Format format) {
        return new BulkView(
                new UUID(1, 1), "febrero.xlsx", format, 1, 0, 0, 1, "Camila", Instant.EPOCH, Instant.EPOCH, true);
    }

    /** As a cell is kept: without white space at its ends, and never blank. */
    private static String text(Random random) {
        int[] signs = SIGNS.codePoints().toArray();
        String text = IntStream.range(0, 1 + random.nextInt(12))
                .map(i -> signs[random.nextInt(signs.length)])
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
        return text.isEmpty() ? "x" : text;
    }
}
