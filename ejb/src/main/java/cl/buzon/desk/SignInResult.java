package cl.buzon.desk;

/** What a try to sign in led to. */
public sealed interface SignInResult {

    record Entered(SignedIn who) implements SignInResult {}

    /** No such user, another password, or disabled: nobody learns which. */
    record Refused() implements SignInResult {}

    /** The right password, but a temporary one that was not used in time; somebody must hand out another. */
    record Expired() implements SignInResult {}

    /** Too many failures, or too much to do; nothing was tried. */
    record Throttled(long seconds) implements SignInResult {}
}
