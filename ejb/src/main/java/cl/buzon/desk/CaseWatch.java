package cl.buzon.desk;

import cl.buzon.cases.CaseFeed;
import cl.buzon.cases.Viewer;
import cl.buzon.events.CaseEvent;
import cl.buzon.shared.Actor;
import cl.buzon.shared.CaseNumber;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Wakes who waits for something to happen to their cases. What happened is read from the feed, so that every node hears
 * of everything: at once of what was committed here, within a second of what another node committed. It tells no more
 * than that there is something to fetch; while nobody waits it does nothing.
 */
@ApplicationScoped
public class CaseWatch {

    /** Changes looked through at once; after more than that everybody is woken. */
    private static final int LOOK = 1_000;

    private static final long UNKNOWN = -1;

    /** Somebody who waits; is called on a thread that others wait for, and must return at once. */
    public interface Listener {

        /** @param cases which have changed; empty when it is not known which */
        void changed(Set<CaseNumber> cases);

        /** Too many wait, and this one has waited longest: it will hear nothing more. */
        void displaced();
    }

    /** Ends the waiting. */
    public interface Watching extends AutoCloseable {

        @Override
        void close();
    }

    private final Watchers watchers = new Watchers();
    private final AtomicBoolean called = new AtomicBoolean();

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService threads;

    @Inject
    private CaseFeed feed;

    private long seen = UNKNOWN;

    @SuppressWarnings("NullAway.Init")
    protected CaseWatch() {}

    /** Waits for changes of the cases that the actor may see; whatever was committed before, the caller asks the desk. */
    public Watching watch(Actor actor, Listener listener) {
        Viewer viewer = Judged.hearing(actor);
        Watchers.Watcher watcher = new Watchers.Watcher(actor.name(), actor.person(), viewer.owner(), listener);
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** Looks once for what has happened, also on other nodes. */
    public void look(Actor actor) {
        Judged.machine(actor);
        look();
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) CaseEvent event) {
        if (!watchers.isEmpty() && called.compareAndSet(false, true)) {
            try {
                threads.execute(() -> {
                    called.set(false);
                    look();
                });
            } catch (RejectedExecutionException e) {
                called.set(false); // the look of the next second finds it
            }
        }
    }

    private synchronized void look() {
        if (watchers.isEmpty()) {
            seen = UNKNOWN;
            return;
        }
        feed.number();
        List<CaseFeed.Change> changes = seen == UNKNOWN ? List.of() : feed.changes(seen, LOOK);
        if (seen == UNKNOWN || changes.size() == LOOK) {
            seen = feed.head();
            watchers.wakeAll();
        } else if (!changes.isEmpty()) {
            seen = changes.get(changes.size() - 1).place();
            watchers.wake(byOwner(changes));
        }
    }

    private static Map<UUID, Set<CaseNumber>> byOwner(List<CaseFeed.Change> changes) {
        Map<UUID, Set<CaseNumber>> cases = new HashMap<>();
        for (CaseFeed.Change change : changes) {
            for (UUID owner :
                    List.of(change.account().value(), change.reporter().value(), Watchers.EVERYBODY)) {
                cases.computeIfAbsent(owner, any -> new HashSet<>()).add(change.number());
            }
        }
        return cases;
    }
}
