package cl.buzon.web.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers why the stream beneath has failed, because libraries and transactions wrap that beyond recognition, and
 * stays open, because it belongs to the caller.
 */
final class WatchedStream extends FilterOutputStream {

    private interface Step {
        void run() throws IOException;
    }

    private @Nullable IOException failure;

    WatchedStream(OutputStream out) {
        super(out);
    }

    void rethrowFailure(RuntimeException wrapper) throws IOException {
        if (failure != null) {
            failure.addSuppressed(wrapper);
            throw failure;
        }
    }

    @Override
    public void write(int b) throws IOException {
        watch(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        watch(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        watch(out::flush);
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    private void watch(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
