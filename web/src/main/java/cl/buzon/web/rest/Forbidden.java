package cl.buzon.web.rest;

/** A request that is refused for how it was sent, whoever the caller is: answered with 403. */
public final class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code with a text in the bundle of faults */
    public Forbidden(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
