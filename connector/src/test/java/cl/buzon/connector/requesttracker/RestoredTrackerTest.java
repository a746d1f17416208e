package cl.buzon.connector.requesttracker;

import static cl.buzon.connector.requesttracker.ScriptedTransactions.AT;
import static cl.buzon.connector.requesttracker.ScriptedTransactions.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.connector.http.ScriptedServer.Reply;
import cl.buzon.connector.schedule.MovedClock;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.Watermark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A tracker that was set back to an older backup counts its transactions from there once more. */
class RestoredTrackerTest {

    private static final Changes.Lost LOST = new Changes.Lost(40, "t000000000040-999999999999");

    @AutoClose
    private final ScriptedTracker tracker = new ScriptedTracker();

    private final ScriptedTransactions transactions = new ScriptedTransactions(tracker);

    /** Whoever waited for the old numbers would hear nothing until they are reached again. */
    @Test
    void itIsHeardAnew() {
        transactions.said(11, 40);

        Changes heard = tracker.system.changes(AT);

        assertThat(heard.lost()).isEqualTo(LOST);
        assertThat(heard.next().value())
                .as("what may still come late is waited for")
                .isEqualTo("rt1|10|0|0|");
        transactions.said(11, 41);
        Changes next = tracker.system.changes(heard.next());
        assertThat(next.tickets()).hasSize(1);
        assertThat(next.lost()).as("told once").isNull();
    }

    @Test
    void itIsHeardFromWhatIsOldThere() {
        transactions.tell(
                row(11, "Status", "7", "mfuentes", "13:50:00"), row(12, "Status", "7", "mfuentes", "13:59:50"));

        assertThat(tracker.system.changes(AT).next().value()).isEqualTo("rt1|11|0|0|");
    }

    /** While its backup is restored it is away: who waits until it is quiet for long may find it counting beyond again. */
    @Test
    void whoeverWasNotAnsweredMakesSureWithTheNextAnswer() {
        transactions.said(90, 100);
        Watermark at = tracker.system.changes(AT).next();
        tracker.on("GET", ScriptedTransactions.PATH, Reply.page(503, "<html>Maintenance"));
        assertThatThrownBy(() -> tracker.system.changes(at)).isInstanceOf(RemoteFailure.Unreachable.class);

        transactions.said(11, 40);

        assertThat(tracker.system.changes(at).lost()).isEqualTo(LOST);
    }

    /** An operator has paused it, for the very restoration. */
    @Test
    void whoeverHasNotAskedForLongMakesSure() {
        MovedClock clock = new MovedClock();
        TicketingSystem system = Tracked.at(tracker.url(), "1-14-secret", clock, (call, took, outcome) -> {});
        transactions.said(90, 100);
        Watermark at = system.changes(AT).next();
        transactions.said(11, 40);
        assertThat(system.changes(at).lost()).isNull();

        clock.pass(Duration.ofMinutes(3));

        assertThat(system.changes(at).lost()).isEqualTo(LOST);
    }

    @Test
    void onceInAWhileItIsMadeSureInAnyCase() {
        transactions.said(90, 100);
        Watermark at = tracker.system.changes(AT).next();
        transactions.said(11, 40);

        List<Changes.@Nullable Lost> lost = new ArrayList<>();
        for (int poll = 0; poll < 20; poll++) {
            lost.add(tracker.system.changes(at).lost());
        }

        assertThat(lost).endsWith(LOST).containsOnlyOnce(LOST);
    }
}
