package cl.buzon.connector.http;

import cl.buzon.connector.spi.RemoteFailure;
import java.util.Optional;

/** What the status of an answer says by itself, whichever system gave it. */
public final class Verdict {

    private static final int MOST_WORDS = 2000;

    private final RetryAfter retryAfter;

    public Verdict(RetryAfter retryAfter) {
        this.retryAfter = retryAfter;
    }

    /**
     * The failure that a status is.
     *
     * @param told what was asked and answered, in words
     * @return absent for other statuses of 400 and more, of which the words decide, and for those that are no failure
     */
    public Optional<RemoteFailure> of(Call call, Answer answer, String told) {
        int status = answer.status();
        if (status == 401) {
            return Optional.of(new RemoteFailure.Unauthorized(told));
        } else if (status == 429) {
            return Optional.of(new RemoteFailure.Throttled(told, retryAfter.of(answer)));
        } else if (status >= 500 || status == 408) {
            // Whoever stands between may have given up on somebody who still works on it
            return Optional.of(unclear(call, told, status == 502 || status == 504));
        } else if (status >= 300 && status < 400) {
            return Optional.of(new RemoteFailure.Unreachable(told + ", a redirect", null));
        }
        return Optional.empty();
    }

    /** Somebody else's words, but not more of them than a person reads. */
    public static String brief(String words) {
        return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words;
    }

    /** An answer that says nothing: of a write nobody knows what became. */
    public static RemoteFailure nonsense(Call call, String told) {
        return unclear(call, told, false);
    }

    private static RemoteFailure unclear(Call call, String told, boolean mayStillTakeEffect) {
        return call.writes()
                ? new RemoteFailure.OutcomeUnknown(told, mayStillTakeEffect, null)
                : new RemoteFailure.Unreachable(told, null);
    }
}
