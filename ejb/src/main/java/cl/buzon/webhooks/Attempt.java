package cl.buzon.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * What came of sending a delivery once.
 *
 * @param status of the answer, absent when there was none
 * @param trouble absent when it was delivered
 * @param answer how the answer's body begins, absent when there was none
 */
public record Attempt(
        @Nullable Integer status,
        @Nullable Trouble trouble,
        @Nullable String answer) {

    static Attempt answered(int status, String answer) {
        if (status >= 200 && status < 300) {
            return new Attempt(status, null, answer);
        }
        boolean redirect = status >= 300 && status < 400;
        return new Attempt(status, redirect ? Trouble.REDIRECT : Trouble.BAD_STATUS, answer);
    }

    static Attempt unanswered(Trouble trouble) {
        return new Attempt(null, trouble, null);
    }

    boolean isDelivered() {
        return trouble == null;
    }
}
