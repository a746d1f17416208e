package cl.buzon.web.security;

import cl.buzon.desk.SignedIn;
import cl.buzon.shared.UserId;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What a session knows of its user: who they are, and with which password they came in. Everything else is asked anew.
 */
record Visit(String userId, String passwordStamp, Instant since) implements Serializable {

    /** However busy, a session ends after this time. */
    static final Duration LONGEST = Duration.ofHours(12);

    static Visit of(SignedIn who, Instant now) {
        return new Visit(who.id().toString(), who.passwordStamp(), now);
    }

    UserId user() {
        return UserId.of(userId);
    }

    /** Whether it goes on: not for ever, and not with a password that has been changed since. */
    boolean isStillOf(SignedIn who, Instant now) {
        return now.isBefore(since.plus(LONGEST)) && passwordStamp.equals(who.passwordStamp());
    }
}
