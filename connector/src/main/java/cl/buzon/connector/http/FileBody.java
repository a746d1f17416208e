package cl.buzon.connector.http;

import cl.buzon.connector.spi.OutgoingFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** The bytes of files on the line: read as they are sent, and with the patience that their size needs. */
public final class FileBody {

    private static final long BYTES_A_SECOND = 100_000;

    /** Whatever size is claimed. */
    private static final long MOST_SECONDS = 600;

    private FileBody() {}

    /** May be read once more when a call is repeated. */
    public static BodyPublisher of(OutgoingFile file) {
        return file.size() == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> opened(file)), file.size());
    }

    private static InputStream opened(OutgoingFile file) {
        try {
            return file.content().open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Until when a call with a file may last.
     *
     * @param deadline of a call without
     * @param size in bytes; negative when nobody knows
     */
    public static Duration within(Duration deadline, long size) {
        return deadline.plusSeconds(Math.min(MOST_SECONDS, Math.max(0, size) / BYTES_A_SECOND));
    }
}
