package cl.buzon.web.export;

import cl.buzon.shared.CaseRow;
import java.io.IOException;
import java.util.function.Consumer;

/** One report being written. Closing lets go of what it holds; only {@link #finish} makes the file complete. */
interface ReportWriter extends Consumer<CaseRow>, AutoCloseable {

    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
