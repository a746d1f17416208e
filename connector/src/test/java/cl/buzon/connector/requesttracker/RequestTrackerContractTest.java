package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.TicketingSystemContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The adapter keeps what it promises: over what a real Request Tracker has answered, or with one. */
class RequestTrackerContractTest extends TicketingSystemContract {

    @RegisterExtension
    final RecordedTracker tracker = new RecordedTracker();

    private @Nullable TicketingSystem system;

    @Override
    protected TicketingSystem system() {
        if (system == null) {
            system = Tracked.forgetful(tracker.url(), tracker.token(), Tracked.CLOCK, (call, took, outcome) -> {});
        }
        return system;
    }

    @Override
    protected People people() {
        return new Colleague(tracker);
    }

    @Override
    protected long first() {
        return tracker.first();
    }

    /** Pages of a hundred would take a real one minutes; {@link TransactionFeedTest} turns them. */
    @Override
    protected int pagesOfComments() {
        return 8;
    }
}
