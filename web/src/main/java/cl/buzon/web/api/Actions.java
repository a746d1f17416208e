package cl.buzon.web.api;

import cl.buzon.shared.CaseAction;
import cl.buzon.shared.Refusal;
import java.util.EnumSet;
import java.util.Set;

/** The actions that have an address, for each side of the counter. */
final class Actions {

    static final Set<CaseAction> CUSTOMER =
            EnumSet.of(CaseAction.ACCEPT, CaseAction.REJECT, CaseAction.CLOSE, CaseAction.WITHDRAW);
    static final Set<CaseAction> STAFF =
            EnumSet.of(CaseAction.ACCEPT_WORK, CaseAction.REQUEST_INFO, CaseAction.RESOLVE, CaseAction.CANCEL);

    private Actions() {}

    /** @throws Refusal.NotFound when there is no such action on this side */
    static CaseAction of(String code, Set<CaseAction> side) {
        return CaseAction.ofCode(code).filter(side::contains).orElseThrow(Refusal.NotFound::new);
    }
}
