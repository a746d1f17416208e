package cl.buzon.accounts;

import java.time.Duration;

/** Passwords hashed so cheaply that tests need not wait. */
public final class CheapPasswords {

    static final Argon2Hash.Cost COST = new Argon2Hash.Cost(64, 1, 1);

    private CheapPasswords() {}

    public static Passwords create() {
        return new Passwords(2, Duration.ofSeconds(30), COST);
    }

    /** Another cost than {@link #create}, as an older version of the portal may have had. */
    public static Passwords older() {
        return new Passwords(2, Duration.ofSeconds(30), new Argon2Hash.Cost(32, 1, 1));
    }

    /** Where it is never anybody's turn. */
    public static Passwords busy() {
        return new Passwords(0, Duration.ZERO, COST);
    }
}
