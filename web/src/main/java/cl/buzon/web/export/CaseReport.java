package cl.buzon.web.export;

import cl.buzon.shared.BusinessClock;
import cl.buzon.shared.CaseRow;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.function.Consumer;

/** The report of cases as a file of any length. Whatever a cell holds is shown as text and never computed or loaded. */
public final class CaseReport {

    private final ReportFormat format;
    private final ReportTexts texts;

    public CaseReport(ReportFormat format, ReportHeading heading, CaseWords words) {
        this.format = format;
        this.texts = new ReportTexts(heading, words);
    }

    /** {@code casos-2026-11-23.csv}: plain ASCII, with the day of issue in America/Santiago. */
    public String fileName() {
        LocalDate day = LocalDate.ofInstant(texts.heading().issuedAt(), BusinessClock.SANTIAGO);
        return texts.get("file") + "-" + day + "." + format.extension();
    }

    /**
     * Writes the report while the rows arrive, each of which is forgotten at once. The stream is flushed and not closed.
     * When the rows fail half way, the file stays visibly incomplete instead of looking like a short report.
     *
     * @param rows hands every row to the consumer it is given
     * @throws IOException when the stream takes no more, such as when the reader has gone, however deeply the rows'
     *     source has wrapped that
     */
    public void write(OutputStream out, Consumer<Consumer<CaseRow>> rows) throws IOException {
        WatchedStream stream = new WatchedStream(out);
        try (ReportWriter writer = format.open(stream, texts)) {
            rows.accept(writer);
            writer.finish();
            stream.flush();
        } catch (RuntimeException e) {
            stream.rethrowFailure(e);
            throw e;
        }
    }
}
