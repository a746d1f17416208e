package cl.buzon.connector.schedule;

import cl.buzon.events.CaseEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Has somebody look at once, when a customer has committed something. */
@ApplicationScoped
class WakeUp {

    @Inject
    private Clockwork clockwork;

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CaseEvent event) {
        clockwork.wakeSoon();
    }
}
