package cl.buzon.connector.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.SyncItem;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.reconcile.Next;
import cl.buzon.connector.reconcile.Reconciler;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.desk.MirroredCase;
import cl.buzon.desk.MirroredEntry;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.Origin;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** One history: people on both sides, workers, polls and faults in any order, then calm, then the reckoning. */
final class History {

    private static final int STEPS = 50;
    private static final int LONG_ENOUGH = 200;

    private static final List<RemoteAuthor> PEOPLE =
            List.of(new RemoteAuthor("Ana", "ana@x", false), new RemoteAuthor("Somebody", null, false));

    private final Chaos chaos;
    private final Book ledger;
    private final MemoryTickets remote;
    private final MemoryDesk desk;
    private final Reconciler reconciler;
    private Watermark seen = Watermark.START;
    private int words;

    History(long seed, Function<Chaos, Book> books) {
        chaos = new Chaos(seed);
        ledger = books.apply(chaos);
        // Every other one has no state of its own for what is closed
        remote = new MemoryTickets(chaos, seed % 2 == 0 ? Map.of() : Map.of(CaseState.CLOSED, CaseState.RESOLVED));
        desk = new MemoryDesk(chaos, ledger);
        reconciler = new Reconciler(desk, ledger, remote, chaos);
        remote.judge = this::judge;
    }

    /** Nothing that the back office has decided is changed before it was taken here, or kept as a conflict. */
    private void judge(MemoryTickets.Row row, TicketFields changes) {
        changes.values().keySet().forEach(field -> assertThat(
                        ledger.find(row.ours).orElseThrow().agreed().theirs().get(field))
                .as("%s was seen before it is changed", field)
                .isEqualTo(row.fields.get(field)));
    }

    void run() {
        int cases = 1 + chaos.random.nextInt(2);
        for (int i = 1; i <= cases; i++) {
            desk.open(i, chaos.random.nextBoolean());
        }
        for (int step = 0; step < STEPS; step++) {
            step();
        }
        chaos.calmDown();
        settle();
        reckon();
    }

    private void step() {
        CaseId id = any(List.copyOf(desk.cases.keySet()));
        switch (chaos.random.nextInt(6)) {
            case 0 -> desk.customer(id, word());
            case 1 -> executive(id);
            case 2, 3 -> work(id);
            case 4 -> poll();
            default -> chaos.pass(Duration.ofSeconds(chaos.random.nextInt(20)));
        }
    }

    /** Now and then the same word twice. */
    private String word() {
        return chaos.random.nextInt(4) == 0 ? "ok" : "palabra " + words++;
    }

    private void executive(CaseId id) {
        remote.rows.values().stream()
                .filter(row -> row.ours.equals(id))
                .findFirst()
                .ifPresent(row -> {
                    switch (chaos.random.nextInt(6)) {
                        case 0, 1 -> remote.comment(row, any(PEOPLE), word());
                        case 2 -> remote.file(row, any(PEOPLE), word(), 5);
                        case 3 -> remote.set(row, state());
                        case 4 ->
                            remote.set(
                                    row,
                                    TicketFields.none()
                                            .with(
                                                    TicketField.EXECUTIVE,
                                                    any(List.of("ana@x", "berta@x", "nobody@x", ""))));
                        default -> remote.set(row, money());
                    }
                });
    }

    private TicketFields state() {
        String to = any(List.of("NEW", "OPEN", "AWAITING_INFO", "RESOLVED", "CLOSED", "CANCELLED", "?99"));
        TicketFields change = TicketFields.none().with(TicketField.STATE, to);
        return to.equals("RESOLVED")
                ? change.with(TicketField.RESOLUTION_CODE, "FIX").with(TicketField.RESOLUTION_NOTES, " " + word() + " ")
                : change;
    }

    private TicketFields money() {
        TicketFields change = TicketFields.none()
                .with(
                        TicketField.COMPENSATION_STATE,
                        any(List.of("UNDER_REVIEW", "APPROVED", "REJECTED", "REQUESTED")));
        return chaos.random.nextBoolean()
                ? change.with(TicketField.COMPENSATION_AMOUNT, "" + chaos.random.nextInt(3) * 1000)
                : change;
    }

    private <T> T any(List<T> some) {
        return some.get(chaos.random.nextInt(some.size()));
    }

    /** A worker takes a case and works on it, and whatever happens to it happens. */
    private void work(CaseId id) {
        if (!ledger.marked().contains(id)) {
            return;
        }
        Lease lease = ledger.claim(id);
        remote.meanwhile = () -> {
            chaos.pass(Duration.ofSeconds(130));
            work(id);
        };
        try {
            Next next = reconciler.bringIntoStep(lease);
            if (next.at() == null) {
                ledger.release(lease);
            }
        } catch (RemoteFailure | Lease.Lost later) {
            // The mark stays
        } catch (Chaos.Crash crash) {
            chaos.pass(Duration.ofSeconds(chaos.random.nextInt(30)));
        }
    }

    private boolean poll() {
        try {
            Changes changes = remote.changes(seen);
            ledger.poll(changes);
            chaos.mayCrash();
            seen = changes.next();
            return changes.more();
        } catch (RemoteFailure | Chaos.Crash later) {
            return false;
        }
    }

    private void settle() {
        int quiet = 0;
        for (int i = 0; i < LONG_ENOUGH && quiet < 3; i++) {
            chaos.pass(Duration.ofSeconds(20));
            boolean more = poll();
            findAgain();
            quiet = more || !ledger.marked().isEmpty() ? 0 : quiet + 1;
            ledger.marked().forEach(this::work);
        }
        assertThat(ledger.marked()).as("never at rest").isEmpty();
    }

    /** As a comparison of everything does. */
    private void findAgain() {
        desk.cases.keySet().stream()
                .filter(id -> ledger.find(id)
                        .filter(link -> link.health().state() == Health.State.GONE)
                        .isPresent())
                .forEach(ledger::mark);
    }

    private void reckon() {
        desk.cases.keySet().forEach(this::reckon);
        int writes = remote.writes;
        int calls = remote.calls;
        desk.cases.keySet().forEach(ledger::mark);
        desk.cases.keySet().forEach(this::work);
        assertThat(remote.writes).as("an idle case is not written").isEqualTo(writes);
        assertThat(remote.calls).as("an idle case costs nothing").isEqualTo(calls);
    }

    private void reckon(CaseId id) {
        List<MemoryTickets.Row> rows =
                remote.rows.values().stream().filter(row -> row.ours.equals(id)).toList();
        assertThat(rows).as("tickets of a case").hasSize(1);
        MemoryTickets.Row row = rows.get(0);
        MirroredCase ours = Objects.requireNonNull(desk.cases.get(id));
        List<MirroredEntry> entries = desk.said(id);

        assertThat(row.messages.stream().filter(one -> one.author().us()).map(RemoteMessage::text))
                .as("our words there")
                .isEqualTo(Stream.concat(
                                remote.overflow(wish(ours)).stream(),
                                entries.stream()
                                        .filter(one -> one.origin() != Origin.SYNC && one.text() != null)
                                        .flatMap(one ->
                                                remote
                                                        .comments(one.author(), Objects.requireNonNull(one.text()))
                                                        .stream()))
                        .toList());
        assertThat(row.files.stream().filter(one -> one.author().us()).map(RemoteFile::name))
                .as("our files there")
                .isEqualTo(entries.stream()
                        .filter(one -> one.origin() != Origin.SYNC && one.file() != null)
                        .map(one -> Objects.requireNonNull(one.file()).name())
                        .toList());
        assertThat(row.messages.stream()
                        .filter(one -> !one.author().us() && isTaken(one.id(), one.text()))
                        .map(RemoteMessage::text))
                .as("their words here")
                .isEqualTo(entries.stream()
                        .filter(one -> one.origin() == Origin.SYNC && one.text() != null)
                        .map(one -> Objects.requireNonNull(one.text()))
                        .toList());
        assertThat(row.files.stream()
                        .filter(one -> !one.author().us() && isTaken(one.id(), one.name()))
                        .map(RemoteFile::name))
                .as("their files here")
                .isEqualTo(entries.stream()
                        .filter(one -> one.origin() == Origin.SYNC && one.file() != null)
                        .map(one -> Objects.requireNonNull(one.file()).name())
                        .toList());
        reckonFields(ours, row, ledger.find(id).orElseThrow());
        assertThat(ledger.facts(id, false, 10)).as("nothing told is left").isEmpty();
        assertThat(ledger.facts(id, true, 10)).as("nothing of ours is left").isEmpty();
        assertThat(ledger.unpaired(id)).as("all of ours is known there").isEmpty();
    }

    /** What could not be taken here is kept as a conflict. */
    private boolean isTaken(String remoteId, String words) {
        boolean left = ledger.items().stream()
                .anyMatch(item -> item.way() == SyncItem.Way.NOT_TAKEN && remoteId.equals(item.remoteId()));
        if (left) {
            assertThat(ledger.conflicts()).anyMatch(one -> words.equals(one.theirs()));
        }
        return !left;
    }

    /** Both hold the same, or it is written down on what they do not agree. */
    private void reckonFields(MirroredCase ours, MemoryTickets.Row row, SyncLink link) {
        Map<TicketField, String> own = new EnumMap<>(TicketField.class);
        own.put(TicketField.STATE, ours.state().name());
        own.put(TicketField.COMPENSATION_STATE, ours.compensation().name());
        own.put(TicketField.EXECUTIVE, Objects.requireNonNullElse(ours.executive(), ""));
        own.forEach((field, value) -> {
            String theirs = row.fields.get(field).orElse("");
            boolean known = ledger.conflicts().stream()
                    .anyMatch(one -> one.caseId().equals(ours.id())
                            && one.field().equals(field.name())
                            && theirs.equals(one.theirs()));
            boolean nobody = field == TicketField.EXECUTIVE && theirs.isEmpty();
            assertThat(theirs.equals(remote.capabilities().seen(field, value)) || known || nobody)
                    .as("%s: %s here, %s there", field, value, theirs)
                    .isTrue();
            assertThat(link.agreed().theirs().get(field)).as("%s rests", field).hasValue(theirs);
        });
        assertThat(Objects.requireNonNull(link.told()).stamp().revision())
                .as("the newest telling")
                .isEqualTo(row.revision);
    }

    private static NewTicket wish(MirroredCase ours) {
        return new NewTicket(
                new Correlation(ours.id(), ours.number(), ours.trackingNumber(), ours.subject()),
                ours.category(),
                null,
                ours.subject(),
                ours.description(),
                new NewTicket.Customer("", "", ""),
                TicketFields.none());
    }
}
