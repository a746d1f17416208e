package cl.buzon.web.rest;

/** Too much of the same is being done already: answered with 503, and with when to come back. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whole seconds after which it is worth another try. */
    public static final int RETRY_AFTER = 30;

    private final String code;

    /** @param code with a text in the bundle of faults */
    Busy(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
