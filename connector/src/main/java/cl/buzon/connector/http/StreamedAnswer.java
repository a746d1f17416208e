package cl.buzon.connector.http;

import cl.buzon.connector.spi.RemoteFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An answer whose body is read as it comes, until its end, its deadline or its reader's loss of interest. */
public final class StreamedAnswer implements AutoCloseable {

    private final int status;
    private final HttpHeaders headers;
    private final InputStream body;
    private final Turns.Turn turn;
    private final Future<?> watchdog;
    private volatile boolean late;
    private @Nullable Answer read;

    StreamedAnswer(int status, HttpHeaders headers, InputStream body, Turns.Turn turn, Duration left) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.turn = turn;
        // Closing the stream wakes up whoever waits for its next byte
        this.watchdog = CompletableFuture.runAsync(
                this::giveUp, CompletableFuture.delayedExecutor(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS));
    }

    /** Its head, as an answer without its body. */
    public Answer head() {
        return new Answer(status, headers, "", false);
    }

    /** The same as a whole answer, for one that is small and no file. */
    public Answer whole() {
        if (read == null) {
            read = reading();
        }
        return read;
    }

    private Answer reading() {
        try {
            String text = new String(body.readNBytes(Line.MAX_BODY), StandardCharsets.UTF_8);
            return new Answer(status, headers, text, true);
        } catch (IOException e) {
            return head();
        }
    }

    /** Gives the turn back to others; what the answer says can still be told. */
    public void settle() {
        whole();
        close();
    }

    /**
     * The body, which closes all of this. It ends only at the announced length.
     *
     * @param size negative when nobody knows
     */
    public InputStream body(long size) {
        return new Checked(size);
    }

    @Override
    public void close() {
        watchdog.cancel(true);
        hangUp();
    }

    private void giveUp() {
        late = true;
        hangUp();
    }

    private void hangUp() {
        try {
            body.close();
        } catch (IOException e) {
            // It is broken already
        } finally {
            turn.close();
        }
    }

    /** The body with its length checked. */
    private final class Checked extends InputStream {
        private final long size;
        private long read;

        Checked(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int got;
            try {
                got = body.read(into, from, length);
            } catch (IOException e) {
                throw new RemoteFailure.Unreachable(
                        "The file " + (late ? "did not come in time" : "broke off") + " after " + read + " bytes", e);
            }
            if (late) {
                throw new RemoteFailure.Unreachable("The file did not come in time after " + read + " bytes", null);
            }
            read += Math.max(0, got);
            if (size >= 0 && (got < 0 ? read < size : read > size)) {
                throw new RemoteFailure.Unreachable(
                        "The file has not the " + size + " bytes it was said to have", null);
            }
            return got;
        }

        @Override
        public void close() {
            StreamedAnswer.this.close();
        }
    }
}
