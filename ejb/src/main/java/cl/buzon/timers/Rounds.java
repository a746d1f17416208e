package cl.buzon.timers;

import cl.buzon.desk.ClockDesk;
import cl.buzon.desk.IdempotentRequests;
import cl.buzon.desk.LinkDesk;
import cl.buzon.desk.SignInDesk;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.Origin;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rounds that the house makes by itself, each case in a transaction of its own. A missed round is made up by the next, so none is remembered.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Rounds {

    private static final Logger LOG = System.getLogger(Rounds.class.getName());
    private static final Actor CLOCK = new Actor.Machine("Buzón", Origin.CLOCK);

    @Inject
    private ClockDesk desk;

    @Inject
    private SignInDesk signIn;

    @Inject
    private LinkDesk links;

    @Inject
    private IdempotentRequests requests;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void assignWaitingCases() {
        each(desk.waiting(CLOCK), id -> desk.assign(CLOCK, id));
        int left = desk.waiting(CLOCK).size();
        if (left > 0) {
            LOG.log(Level.WARNING, "{0} cases wait for an executive: nobody is free", left);
        }
    }

    @Schedule(hour = "8-20", minute = "3", timezone = "America/Santiago", persistent = false)
    void remindOfSolutions() {
        each(desk.unreminded(CLOCK), id -> desk.remind(CLOCK, id));
    }

    @Schedule(hour = "*", minute = "7", persistent = false)
    void closeUnansweredSolutions() {
        each(desk.unanswered(CLOCK), id -> desk.expire(CLOCK, id));
    }

    @Schedule(hour = "*", minute = "37", persistent = false)
    void forgetAnswers() {
        boolean more = true;
        while (more) {
            more = requests.forgetOld(CLOCK);
        }
    }

    @Schedule(hour = "4", minute = "23", persistent = false)
    void tidyUp() {
        desk.forgetDrafts(CLOCK);
        desk.dropStrays(CLOCK);
        signIn.forgetFailures(CLOCK);
        links.forgetOld(CLOCK);
    }

    /** One case that cannot be worked on stops no other. */
    private static void each(List<CaseId> cases, Consumer<CaseId> work) {
        for (CaseId id : cases) {
            try {
                work.accept(id);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "the round left out case " + id, e);
            }
        }
    }
}
