package cl.buzon.desk;

import org.jspecify.annotations.Nullable;

/**
 * An answer that can be given again, byte for byte.
 *
 * @param status as in HTTP
 * @param location header {@code Location}, if it had one
 * @param etag header {@code ETag}, if it had one
 */
public record RecordedAnswer(
        int status, @Nullable String location, @Nullable String etag, String body) {

    /** Of a page's form, where only the doing counts. */
    public static final RecordedAnswer DONE = new RecordedAnswer(204, null, null, "");
}
