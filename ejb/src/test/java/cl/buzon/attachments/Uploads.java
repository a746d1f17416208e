package cl.buzon.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Contents on their way in, the well-behaved and the others. */
final class Uploads {

    private Uploads() {}

    static InputStream of(String text) {
        return of(text.getBytes(UTF_8));
    }

    static InputStream of(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    static InputStream ofSize(int bytes) {
        byte[] content = new byte[bytes];
        Arrays.fill(content, (byte) 'a');
        return of(content);
    }

    static InputStream brokenOffAfter(String text) {
        InputStream begun = of(text);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                int next = begun.read();
                if (next < 0) {
                    throw new IOException("connection reset");
                }
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = begun.read(buffer, offset, length);
                if (read < 0) {
                    throw new IOException("connection reset");
                }
                return read;
            }
        };
    }

    /** The letter a without end; counts how many were taken. */
    static final class Endless extends InputStream {

        private long taken;

        long taken() {
            return taken;
        }

        @Override
        public int read() {
            taken++;
            return 'a';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            Arrays.fill(buffer, offset, offset + length, (byte) 'a');
            taken += length;
            return length;
        }
    }
}
