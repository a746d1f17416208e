package cl.buzon.web.security;

import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which forms are too large to be read at all.
 *
 * @param maxFiles bytes that all files of one form may have together
 */
record RequestSize(long maxFiles) {

    /** Far more than the longest texts of any form. */
    static final long MAX_TEXT = 1L << 20;

    static final int LENGTH_REQUIRED = 411;
    static final int CONTENT_TOO_LARGE = 413;

    /**
     * The status to refuse with, if any. Browsers always say how long a form is.
     *
     * @param length as the request says, negative when it does not
     * @param withFiles whether a form can have files where it goes to
     */
    OptionalInt refusal(
            @Nullable String contentType, long length, @Nullable String transferEncoding, boolean withFiles) {
        if (transferEncoding != null) {
            return OptionalInt.of(LENGTH_REQUIRED);
        }
        return length > limit(contentType, withFiles) ? OptionalInt.of(CONTENT_TOO_LARGE) : OptionalInt.empty();
    }

    private long limit(@Nullable String contentType, boolean withFiles) {
        boolean files = withFiles
                && contentType != null
                && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/");
        return files ? maxFiles + MAX_TEXT : MAX_TEXT;
    }
}
