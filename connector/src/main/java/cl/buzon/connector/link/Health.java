package cl.buzon.connector.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a case gets through, and if not, why.
 *
 * @param about what of it does not, by a message's author or a file's name
 * @param reason in the words of who refused
 * @param request what we asked, redacted
 * @param answer what we were told, redacted
 */
public record Health(
        State state,
        About about,
        @Nullable String detail,
        @Nullable String reason,
        @Nullable String request,
        @Nullable String answer,
        @Nullable Instant since) {

    public static final Health GOOD = new Health(State.HEALTHY, About.CASE, null, null, null, null, null);

    /** How it fares. */
    public enum State {
        HEALTHY,
        /** A person must look at it. */
        PARKED,
        /** A person has looked at it, and wants to hear no more until it changes. */
        IGNORED,
        /** There is no ticket any more, or none that we may see. */
        GONE
    }

    /** What of a case does not get through. */
    public enum About {
        CASE,
        MESSAGE,
        FILE
    }

    public static Health gone(String reason, Instant now) {
        return new Health(State.GONE, About.CASE, null, reason, null, null, now);
    }

    /** A person has looked at it. */
    public Health ignored(String why, Instant now) {
        return new Health(State.IGNORED, about, detail, why, request, answer, now);
    }
}
