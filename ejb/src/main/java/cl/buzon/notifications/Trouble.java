package cl.buzon.notifications;

/** Why an attempt came to nothing, in the words of the operator's page. */
public enum Trouble {
    /** The mail server says that this address takes no mail, for good. */
    ADDRESS_REFUSED,
    /** The name of the mail server leads nowhere. */
    UNKNOWN_HOST,
    /** Nobody takes the connection. */
    NOT_REACHABLE,
    /** The certificate is not good, or the server offers no encryption. */
    TLS_FAILED,
    /** The mail server does not take our user and password. */
    SIGN_IN_REFUSED,
    /** No answer in time. */
    TIMEOUT,
    /** The mail server does not take this mail now. */
    NOT_TAKEN,
    /** The connection broke off, or what came was no mail server's. */
    BROKEN_OFF
}
