package cl.buzon.desk;

import cl.buzon.shared.Actor;
import cl.buzon.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is in.
 *
 * @param actor as whom they ask the desks
 * @param company name of the company, absent for operators
 * @param mustChangePassword they may do nothing else before
 * @param passwordStamp changes with the password: who came in with another one is out
 */
public record SignedIn(
        UserId id,
        Actor actor,
        String email,
        @Nullable String company,
        boolean mustChangePassword,
        String passwordStamp) {}
