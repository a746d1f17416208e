package cl.buzon.web.sheets;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rows of a CSV file, in UTF-8 or UTF-16 with a byte order mark, in UTF-8 without, or else in Windows-1252, which is
 * what a Chilean Excel writes and includes Latin-1; separated by whatever separates the headings.
 */
final class CsvCells {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');
    private static final String SAYS_SEPARATOR = "sep=";

    private CsvCells() {}

    static void read(byte[] file, Consumer<CellRow> rows) {
        String text = text(file);
        char separator = separator(text);
        int number = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(withoutSeparatorLine(text))) {
            for (CsvRecord record : csv) {
                rows.accept(new CellRow(++number, cells(record), Set.of()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spreadsheet programs do not show that line and count from the next. */
    private static String withoutSeparatorLine(String text) {
        boolean says = text.regionMatches(true, 0, SAYS_SEPARATOR, 0, SAYS_SEPARATOR.length());
        return says ? text.substring(text.indexOf('\n') + 1) : text;
    }

    private static Map<Integer, String> cells(CsvRecord record) {
        Map<Integer, String> cells = new HashMap<>();
        for (int column = 0; column < record.getFieldCount(); column++) {
            String cell = Cell.kept(FormulaGuard.off(record.getField(column)));
            if (!cell.isBlank()) {
                cells.put(column, cell);
            }
        }
        return cells;
    }

    static String text(byte[] file) {
        if (starts(file, 0xEF, 0xBB, 0xBF)) {
            return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(file, 0xFF, 0xFE)) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        }
        if (starts(file, 0xFE, 0xFF)) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(file, WINDOWS);
        }
    }

    private static boolean starts(byte[] file, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (file.length <= i || (file[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    static char separator(String text) {
        String head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (head.toLowerCase(Locale.ROOT).startsWith(SAYS_SEPARATOR) && head.length() > SAYS_SEPARATOR.length()) {
            return head.charAt(SAYS_SEPARATOR.length());
        }
        char most = ';';
        for (char one : SEPARATORS) {
            if (count(head, one) > count(head, most)) {
                most = one;
            }
        }
        return most;
    }

    private static long count(String head, char wanted) {
        return head.chars().filter(c -> c == wanted).count();
    }
}
