package cl.buzon.connector.schedule;

import static cl.buzon.connector.schedule.Postroom.FIRST;
import static cl.buzon.connector.schedule.Postroom.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.link.Lease;
import cl.buzon.shared.CaseId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** How many postmen work at once, and for how long. */
class ShiftTest {

    private final Postroom room = new Postroom();
    private final List<Runnable> begun = new ArrayList<>();
    private final Set<Lease> held = new HashSet<>();
    private boolean stopping;
    private final Postman postman = room.postman(() -> {
        held.addAll(this.two.held());
        return new IllegalStateException("poison");
    });
    private final Shift two = new Shift(postman, this::begin, 2);

    /** A thread of its own, which a test lets run. */
    private void begin(Runnable work) {
        if (stopping) {
            throw new RejectedExecutionException("stopping");
        }
        begun.add(work);
    }

    private void wake() {
        room.in(() -> {
            two.wake();
            return true;
        });
    }

    /** Lets run what was begun, and no more. */
    private void letRun() {
        List<Runnable> some = List.copyOf(begun);
        begun.clear();
        room.in(() -> {
            some.forEach(Runnable::run);
            return true;
        });
    }

    @Test
    void noMoreWorkAtOnceThanMayCallAndTheirTurnsAreGivenOn() {
        room.mark(FIRST);
        room.mark(SECOND);
        room.mark(new CaseId(new UUID(1, 3)));

        wake();
        wake();

        assertThat(begun).hasSize(2);
        letRun();
        room.mark(FIRST);
        room.mark(SECOND);
        wake();
        assertThat(begun).hasSize(2);
    }

    @Test
    void aBacklogWaitsForNoSecond() {
        room.mark(FIRST);
        wake();
        room.mark(SECOND);

        letRun();

        assertThat(held).extracting(Lease::caseId).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(room.next()).isEmpty();
    }

    @Test
    void aCaseIsHeldAsLongAsSomebodyWorksOnIt() {
        room.mark(FIRST);
        wake();

        letRun();

        assertThat(held).extracting(Lease::caseId).containsExactly(FIRST);
        assertThat(two.held()).isEmpty();
    }

    @Test
    void whereNoThreadBeginsNoTurnIsLost() {
        stopping = true;
        room.mark(FIRST);
        room.mark(SECOND);
        wake();
        wake();
        two.wakeSoon();

        stopping = false;
        two.wakeSoon();

        room.mark(new CaseId(new UUID(1, 3)));
        room.mark(new CaseId(new UUID(1, 4)));
        letRun();
        assertThat(begun).hasSize(2);
    }

    @Test
    void manyWhoCallAtOnceAreOneCall() {
        two.wakeSoon();
        two.wakeSoon();

        assertThat(begun).hasSize(1);
        letRun();
        two.wakeSoon();
        assertThat(begun).hasSize(1);
    }
}
