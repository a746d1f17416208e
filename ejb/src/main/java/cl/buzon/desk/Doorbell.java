package cl.buzon.desk;

import org.jspecify.annotations.Nullable;

/**
 * A ring as it came in, to be verified over its very bytes.
 *
 * @param timestamp header {@code X-Buzon-Timestamp}: Unix seconds
 * @param signature header {@code X-Buzon-Signature}: {@code sha256=} and the HMAC-SHA256 of timestamp, dot and body, in hex
 *     or base64
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Doorbell(@Nullable String timestamp, @Nullable String signature, byte[] body) {}
