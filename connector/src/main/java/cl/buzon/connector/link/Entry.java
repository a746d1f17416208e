package cl.buzon.connector.link;

import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is to be written into the {@link Ledger} at once. */
public final class Entry {

    private final Lease lease;
    private final SyncLink link;
    private final List<SyncItem> items = new ArrayList<>();
    private final List<Fact> heard = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    public Entry(Lease lease, SyncLink link) {
        this.lease = lease;
        this.link = link;
    }

    /** An item; what was told under the same key is then no open fact any more. */
    public Entry item(SyncItem item) {
        items.add(item);
        return this;
    }

    /** What was told of the ticket; what is known already is left out. */
    public Entry heard(List<RemoteMessage> messages, List<RemoteFile> files) {
        Stream.concat(messages.stream().map(Fact.Said::new), files.stream().map(Fact.Attached::new))
                .forEach(heard::add);
        return this;
    }

    public Entry conflict(Conflict conflict) {
        conflicts.add(conflict);
        return this;
    }

    public Lease lease() {
        return lease;
    }

    public SyncLink link() {
        return link;
    }

    public List<SyncItem> items() {
        return List.copyOf(items);
    }

    public List<Fact> heard() {
        return List.copyOf(heard);
    }

    public List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }
}
