package cl.buzon.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * A wish that the desk does not grant and the person who asked can do something about. The code is stable; the words for
 * it stand in the bundles of whoever shows it. It rolls the transaction back.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    protected Refusal(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** It is not there, or not for this actor, who must not learn which. */
    public static final class NotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotFound() {
            super("NOT_FOUND");
        }
    }

    /** The actor is known, and this is not theirs to ask. */
    public static final class NotAllowed extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotAllowed() {
            super("NOT_ALLOWED");
        }
    }

    /** The case does not take this action in its state; says which it would take from this actor. */
    public static final class IllegalAction extends Refusal {
        private static final long serialVersionUID = 1L;
        private final transient List<CaseAction> allowed;

        public IllegalAction(List<CaseAction> allowed) {
            this("ILLEGAL_ACTION", allowed);
        }

        public IllegalAction(String code, List<CaseAction> allowed) {
            super(code);
            this.allowed = List.copyOf(allowed);
        }

        public List<CaseAction> allowed() {
            return allowed;
        }
    }

    /** Input that breaks rules; all broken rules at once. */
    public static final class InvalidInput extends Refusal {
        private static final long serialVersionUID = 1L;
        private final transient List<Fault> faults;

        public InvalidInput(List<Fault> faults) {
            super("INVALID");
            this.faults = List.copyOf(faults);
        }

        public InvalidInput(Fault fault) {
            this(List.of(fault));
        }

        public List<Fault> faults() {
            return faults;
        }
    }

    /** The case is another by now than the one that the wish was made for. */
    public static final class Changed extends Refusal {
        private static final long serialVersionUID = 1L;

        public Changed() {
            super("CASE_CHANGED");
        }
    }

    /** The same idempotency key came before with another request. */
    public static final class KeyReused extends Refusal {
        private static final long serialVersionUID = 1L;

        public KeyReused() {
            super("IDEMPOTENCY_MISMATCH");
        }
    }

    /** The first request with this idempotency key has not ended yet. */
    public static final class StillRunning extends Refusal {
        private static final long serialVersionUID = 1L;

        public StillRunning() {
            super("IDEMPOTENCY_IN_PROGRESS");
        }
    }

    /** A cursor that this list did not hand out. */
    public static final class BadCursor extends Refusal {
        private static final long serialVersionUID = 1L;

        public BadCursor() {
            super("BAD_CURSOR");
        }
    }
}
