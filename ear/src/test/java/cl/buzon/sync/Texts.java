package cl.buzon.sync;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** Contents of files as tests need them. */
final class Texts {

    private static final byte[] HEAD = "%PDF-1.7\n".getBytes(US_ASCII);
    private static final byte[] END = "\n%%EOF\n".getBytes(US_ASCII);

    private Texts() {}

    /** A document of so many bytes, longer than its head and its end. */
    static byte[] pdf(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) '%');
        System.arraycopy(HEAD, 0, bytes, 0, HEAD.length);
        System.arraycopy(END, 0, bytes, size - END.length, END.length);
        return bytes;
    }
}
