package cl.buzon.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the hands of whoever sends it now.
 *
 * @param lease under which they have it; once it has run out somebody else may
 * @param thread what mail programs put together by, absent when it stands alone
 */
public record Dispatch(
        UUID mail,
        UUID lease,
        String address,
        Letter letter,
        @Nullable String thread,
        Instant written) {

    /** What letters say, and the links in them, stay out of logs. */
    @Override
    public String toString() {
        return "Dispatch[mail=" + mail + "]";
    }
}
