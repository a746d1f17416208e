package cl.buzon.web.rest;

import java.util.List;

/** A request that is refused for how it was sent, whoever the caller is: answered with 403. */
public final class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    /**
     * @param code with a text in the bundle of faults
     * @param arguments of that text
     */
    public Forbidden(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    List<Object> arguments() {
        return arguments;
    }

    String code() {
        return code;
    }
}
