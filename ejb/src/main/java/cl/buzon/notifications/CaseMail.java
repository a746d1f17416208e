package cl.buzon.notifications;

import cl.buzon.events.CaseEvent;
import cl.buzon.shared.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Marks a case as having something to tell, in the transaction that made it so: one insert-or-update and nothing else, for
 * its failure rolls the customer back. What there is to tell, and whom, is read from the case a little later, so that what
 * happens together is told in one letter.
 */
@ApplicationScoped
class CaseMail {

    private final UntoldCases untold;
    private final MailSettings settings;

    /** For the proxy that the container makes. */
    @SuppressWarnings("NullAway")
    protected CaseMail() {
        this.untold = null;
        this.settings = null;
    }

    @Inject
    CaseMail(UntoldCases untold, MailSettings settings) {
        this.untold = untold;
        this.settings = settings;
    }

    void mark(@Observes CaseEvent event) {
        if (event.origin() != Origin.DEMO) { // history, which was told long ago
            untold.mark(event.caseId(), event.at(), event.at().plus(settings.collect()));
        }
    }
}
