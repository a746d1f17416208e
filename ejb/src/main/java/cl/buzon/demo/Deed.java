package cl.buzon.demo;

import cl.buzon.shared.CaseAction;
import java.util.Locale;
import java.util.Optional;

/** What somebody does on a case of the demo. The script calls it by its name in small letters, with dashes. */
enum Deed {
    /** The customer opens the case. */
    OPEN,
    /** The customer writes. */
    SAY,
    /** The customer shows files without words. */
    SHOW,
    /** The executive writes to the customer. */
    ANSWER,
    /** The executive writes a note for the back office alone. */
    NOTE,
    /** The executive decides about money or pays it. */
    COMPENSATE,
    ACCEPT_WORK(CaseAction.ACCEPT_WORK),
    REQUEST_INFO(CaseAction.REQUEST_INFO),
    RESOLVE(CaseAction.RESOLVE),
    CANCEL(CaseAction.CANCEL),
    ACCEPT(CaseAction.ACCEPT),
    REJECT(CaseAction.REJECT),
    CLOSE(CaseAction.CLOSE),
    WITHDRAW(CaseAction.WITHDRAW),
    /** Nobody answers the solution, and the clock closes the case. */
    EXPIRE(CaseAction.EXPIRE);

    private final Optional<CaseAction> action;

    Deed() {
        this.action = Optional.empty();
    }

    Deed(CaseAction action) {
        this.action = Optional.of(action);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The action that a desk knows it as. */
    CaseAction action() {
        return action.orElseThrow();
    }
}
