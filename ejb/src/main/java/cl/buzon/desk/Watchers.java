package cl.buzon.desk;

import cl.buzon.shared.CaseNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who waits on this node: not too many, and of one person only a few, or the one who has waited longest goes. */
final class Watchers {

    static final int OF_ONE_PERSON = 20;
    static final int OF_ALL = 5_000;

    /** Stands for the owner of all cases. */
    static final UUID EVERYBODY = new UUID(0, 0);

    /** @param owner whose cases it hears of, absent for all */
    record Watcher(String name, Optional<UUID> person, Optional<UUID> owner, CaseWatch.Listener listener) {

        boolean isOf(Watcher other) {
            return person.equals(other.person) && (person.isPresent() || name.equals(other.name));
        }
    }

    private final Set<Watcher> waiting = new LinkedHashSet<>();

    void add(Watcher watcher) {
        place(watcher).ifPresent(gone -> gone.listener().displaced());
    }

    synchronized void remove(Watcher watcher) {
        waiting.remove(watcher);
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    void wakeAll() {
        all().forEach(watcher -> watcher.listener().changed(Set.of()));
    }

    void wake(Map<UUID, Set<CaseNumber>> cases) {
        all().forEach(watcher -> {
            Set<CaseNumber> theirs = cases.getOrDefault(watcher.owner().orElse(EVERYBODY), Set.of());
            if (!theirs.isEmpty()) {
                watcher.listener().changed(Set.copyOf(theirs));
            }
        });
    }

    private synchronized List<Watcher> all() {
        return new ArrayList<>(waiting);
    }

    private synchronized Optional<Watcher> place(Watcher watcher) {
        List<Watcher> same = waiting.stream().filter(watcher::isOf).toList();
        Optional<Watcher> gone = same.size() >= OF_ONE_PERSON
                ? Optional.of(same.get(0))
                : waiting.stream().findFirst().filter(oldest -> waiting.size() >= OF_ALL);
        gone.ifPresent(waiting::remove);
        waiting.add(watcher);
        return gone;
    }
}
