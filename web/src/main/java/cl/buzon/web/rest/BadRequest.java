package cl.buzon.web.rest;

import cl.buzon.shared.Fault;
import java.util.List;

/** A request whose form is wrong, before any desk is asked: answered with 400. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Fault> faults;

    private BadRequest(String code, List<Fault> faults) {
        super(code);
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    public static BadRequest of(String code) {
        return new BadRequest(code, List.of());
    }

    /** @param faults by the names of the parameters, at least one */
    public static BadRequest of(List<Fault> faults) {
        return new BadRequest(Problem.code(faults), faults);
    }

    String code() {
        return code;
    }

    List<Fault> faults() {
        return faults;
    }
}
