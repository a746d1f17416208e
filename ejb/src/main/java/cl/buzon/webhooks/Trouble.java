package cl.buzon.webhooks;

/** Why an attempt came to nothing, in the words of the delivery log; stable once published. */
public enum Trouble {
    /** The name of the host leads nowhere. */
    UNKNOWN_HOST,
    /** The address is no longer one that may be called. */
    FORBIDDEN_ADDRESS,
    /** Nobody takes the connection. */
    NOT_REACHABLE,
    /** The certificate is not good for the name, or there is no common encryption. */
    TLS_FAILED,
    /** No complete answer in time. */
    TIMEOUT,
    /** The receiver sends elsewhere, which is not followed. */
    REDIRECT,
    /** The receiver answered with another status than 2xx. */
    BAD_STATUS,
    /** The connection broke off, or what came was no HTTP. */
    BROKEN_OFF
}
