package cl.buzon.desk;

import cl.buzon.cases.Activity;
import cl.buzon.cases.Case;
import cl.buzon.cases.Cases;
import cl.buzon.events.CaseEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Writes what happened into the history of its case and tells whoever listens, in the same transaction. */
@ApplicationScoped
class History {

    @Inject
    private Cases cases;

    @Inject
    private Event<CaseEvent> listeners;

    void record(Case of, Activity activity) {
        cases.record(activity);
        listeners.fire(event(of, activity));
    }

    private static CaseEvent event(Case of, Activity what) {
        return switch (what.type()) {
            case MESSAGE ->
                new CaseEvent.MessagePosted(
                        of.id(), of.number(), what.message().orElseThrow(), what.origin(), what.at());
            case FILE ->
                new CaseEvent.FileAttached(
                        of.id(), of.number(), what.attachment().orElseThrow(), what.origin(), what.at());
            case ASSIGNMENT ->
                new CaseEvent.CaseAssigned(
                        of.id(), of.number(), what.executive().orElseThrow(), what.origin(), what.at());
            case COMPENSATION ->
                new CaseEvent.CompensationChanged(
                        of.id(), of.number(), of.compensation().state(), what.origin(), what.at());
            case STATE ->
                what.from().isEmpty()
                        ? new CaseEvent.CaseOpened(of.id(), of.number(), of.account(), what.origin(), what.at())
                        : new CaseEvent.CaseStateChanged(
                                of.id(),
                                of.number(),
                                what.from().orElseThrow(),
                                what.to().orElseThrow(),
                                what.origin(),
                                what.at());
        };
    }
}
