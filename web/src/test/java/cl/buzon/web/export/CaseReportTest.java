package cl.buzon.web.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.shared.CaseRow;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaseReportTest {

    private static final long MIB = 1 << 20;

    @ParameterizedTest
    @CsvSource({"csv, casos-2026-11-23.csv", "xlsx, casos-2026-11-23.xlsx", "pdf, casos-2026-11-23.pdf"})
    void theFileIsNamedAfterTheDayInSantiago(String name, String file) {
        ReportFormat format = ReportFormat.of(name).orElseThrow();

        assertThat(report(format).fileName()).isEqualTo(file);
    }

    @Test
    void noOtherFormatIsKnown() {
        assertThat(ReportFormat.of("html")).isEmpty();
        assertThat(ReportFormat.of("PDF")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theStreamStaysOpenForItsOwner(ReportFormat format) throws IOException {
        ClosableStream out = new ClosableStream();

        report(format).write(out, Samples.writeAll(Samples.CASES));

        assertThat(out.closed).isFalse();
        assertThat(out.size()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatFailHalfWayLeaveNoFileThatLooksWhole(ReportFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Consumer<Consumer<CaseRow>> failing = writer -> {
            writer.accept(Samples.CASES.get(0));
            throw new IllegalStateException("the database has gone");
        };

        assertThatThrownBy(() -> report(format).write(out, failing)).hasMessage("the database has gone");

        assertThat(out.toString(ISO_8859_1)).doesNotContain("%%EOF").doesNotContain("[Content_Types].xml");
    }

    @ParameterizedTest
    @EnumSource
    void aReaderThatHasGoneIsAnIoFailureHoweverItWasWrapped(ReportFormat format) {
        Consumer<Consumer<CaseRow>> wrapping = writer -> {
            try {
                manyRows(2_000).accept(writer);
            } catch (RuntimeException e) {
                throw new IllegalStateException("a transaction was rolled back", e);
            }
        };

        assertThatThrownBy(() -> report(format).write(new BrokenStream(), wrapping))
                .isInstanceOf(IOException.class)
                .hasMessage("broken pipe");
    }

    @ParameterizedTest
    @CsvSource({"CSV, 100000", "XLSX, 100000", "PDF, 10000"})
    void aLongReportTakesNoMoreMemoryThanAShortOne(ReportFormat format, int rows) throws IOException {
        long[] used = new long[2];

        report(format).write(OutputStream.nullOutputStream(), writer -> {
            manyRows(rows / 10).accept(writer);
            used[0] = usedMemory();
            manyRows(rows - rows / 10).accept(writer);
            used[1] = usedMemory();
        });

        assertThat(used[1] - used[0]).isLessThan(6 * MIB);
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(keys(Locale.ENGLISH)).isEqualTo(keys(Samples.SPANISH));
    }

    private static Set<String> keys(Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle("cl.buzon.web.export.report", language);
        return new TreeSet<>(bundle.keySet());
    }

    private static Consumer<Consumer<CaseRow>> manyRows(int count) {
        return writer -> IntStream.range(0, count)
                .mapToObj(
                        i -> Samples.row(i, "Caja " + i + " rota", CaseState.CLOSED, CompensationState.PAID, 1_000 + i))
                .forEach(writer);
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static CaseReport report(ReportFormat format) {
        return new CaseReport(format, Samples.heading(Samples.SPANISH), Samples.words());
    }

    private static final class ClosableStream extends ByteArrayOutputStream {
        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class BrokenStream extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("broken pipe");
        }
    }
}
