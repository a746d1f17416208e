package cl.buzon.connector.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.link.Conflict;
import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.SyncItem;
import cl.buzon.connector.reconcile.Next;
import cl.buzon.connector.reconcile.Reconciler;
import cl.buzon.connector.requesttracker.Colleague;
import cl.buzon.connector.requesttracker.RecordedTracker;
import cl.buzon.connector.requesttracker.Tracked;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.desk.MirroredEntry;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseNumber;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Engine and adapter together against a Request Tracker, as it was recorded or as it runs. */
class TrackerSyncTest {

    @RegisterExtension
    final RecordedTracker tracker = new RecordedTracker();

    private final Colleague marcela = new Colleague(tracker);
    private final List<String> calls = new ArrayList<>();
    private final Chaos chaos = calm();
    private final MemoryLedger ledger = new MemoryLedger(chaos);
    private final MemoryDesk desk = new MemoryDesk(chaos, ledger);
    private @Nullable TicketingSystem connected;
    private Watermark seen = Watermark.START;

    private static Chaos calm() {
        Chaos chaos = new Chaos(1);
        chaos.calmDown();
        return chaos;
    }

    private TicketingSystem remote() {
        if (connected == null) {
            connected =
                    Tracked.forgetful(tracker.url(), tracker.token(), chaos, (call, took, outcome) -> calls.add(call));
        }
        return connected;
    }

    /** A case with a number that the other side has not seen. */
    private CaseId opened() {
        int ordinal = Math.toIntExact(tracker.first() % 1_000_000_000);
        desk.open(ordinal, false);
        return new CaseId(new UUID(7, ordinal));
    }

    private void work(CaseId id) {
        work(ledger.claim(id));
    }

    private void work(Lease lease) {
        try {
            Next next = new Reconciler(desk, ledger, remote(), chaos).bringIntoStep(lease);
            if (next.at() == null) {
                ledger.release(lease);
            }
        } catch (RemoteFailure later) {
            // The mark stays
        }
    }

    private void poll() {
        Changes changes;
        do {
            changes = remote().changes(seen);
            ledger.poll(changes);
            seen = changes.next();
        } while (changes.more());
    }

    private void settle() {
        for (int i = 0; i < 3; i++) {
            poll();
            ledger.marked().forEach(this::work);
            chaos.pass(Duration.ofSeconds(5));
        }
        assertThat(ledger.marked()).isEmpty();
    }

    private List<String> callsOf(Runnable work) {
        calls.clear();
        work.run();
        return List.copyOf(calls);
    }

    private TicketId ticket(CaseId id) {
        return Objects.requireNonNull(ledger.find(id).orElseThrow().ticket());
    }

    private CaseState state(CaseId id) {
        return Objects.requireNonNull(desk.cases.get(id)).state();
    }

    @Test
    void aClaimGoesItsWholeWay() {
        CaseId id = opened();
        settle();
        marcela.comment(ticket(id), "Estamos en ello");
        settle();
        assertThat(desk.said(id)).extracting(MirroredEntry::text).containsExactly("Estamos en ello");
        assertThat(state(id)).isEqualTo(CaseState.OPEN);

        marcela.note(ticket(id), "secreto interno");
        marcela.attach(ticket(id), "guía.txt");
        marcela.set(ticket(id), TicketField.STATE, "AWAITING_INFO");
        settle();
        assertThat(state(id)).isEqualTo(CaseState.AWAITING_INFO);
        desk.say(id, "Aquí está");
        desk.show(id, "foto.txt");
        settle();
        assertThat(state(id)).isEqualTo(CaseState.OPEN);

        marcela.set(ticket(id), TicketField.COMPENSATION_STATE, "Aprobada");
        marcela.set(ticket(id), TicketField.COMPENSATION_AMOUNT, "45990");
        marcela.set(ticket(id), TicketField.STATE, "RESOLVED");
        settle();
        assertThat(state(id)).isEqualTo(CaseState.RESOLVED);
        assertThat(Objects.requireNonNull(desk.cases.get(id)).compensation()).isEqualTo(CompensationState.APPROVED);
        assertThat(Objects.requireNonNull(desk.cases.get(id)).amount()).isEqualTo(45990);

        desk.decide(id, CaseAction.ACCEPT);
        settle();

        assertThat(state(id)).isEqualTo(CaseState.CLOSED);
        assertThat(remote().read(ticket(id)).fields().get(TicketField.STATE)).contains("RESOLVED");
        assertThat(remote().messages(ticket(id)))
                .extracting(RemoteMessage::text)
                .containsExactly("Estamos en ello", "Camila (portal): Aquí está", "Camila (portal): Porque sí");
        assertThat(desk.said(id))
                .extracting(entry -> entry.file() == null ? "" : entry.file().name())
                .contains("guía.txt");
        assertThat(ledger.conflicts()).isEmpty();
        assertThat(ledger.unpaired(id)).isEmpty();
        assertThat(ledger.find(id).orElseThrow().health().state()).isEqualTo(Health.State.HEALTHY);
        ledger.mark(id);
        assertThat(callsOf(() -> work(id))).as("an idle case").isEmpty();
        poll();
        assertThat(callsOf(this::poll)).as("an idle poll soon after another").containsExactly("poll.changes");
    }

    /** Whether it is whole is asked for once, and then for larger ones only. */
    @Test
    void eachWordCostsOneCallAndALookAndEachFileTwo() {
        CaseId id = opened();
        settle();
        marcela.set(ticket(id), TicketField.STATE, "OPEN");
        settle();
        chaos.pass(Duration.ofMinutes(1));
        desk.say(id, "uno");
        desk.say(id, "dos");
        desk.show(id, "foto.txt", 40);
        desk.show(id, "otra.txt", 30);

        assertThat(callsOf(() -> work(id)))
                .containsExactly(
                        "case.read",
                        "message.send",
                        "message.send",
                        "file.send",
                        "file.look",
                        "file.whole",
                        "file.send",
                        "file.look");
    }

    /** The tracker of the recordings has room for so many bytes, and cuts what is longer. */
    private static final int TOO_LARGE = 12_000;

    @Test
    void aFileOfOursThatTheyCutIsNotDeliveredAndIsNotSentAgain() {
        CaseId id = opened();
        settle();
        desk.show(id, "grande.txt", TOO_LARGE);
        desk.say(id, "Ahí va");

        settle();

        assertThat(remote().files(ticket(id)))
                .extracting(RemoteFile::readiness)
                .containsExactly(RemoteFile.Readiness.CUT);
        assertThat(remote().messages(ticket(id)))
                .as("what comes after it goes on")
                .hasSize(1);
        assertThat(undelivered()).containsExactly("CHANGED_THERE");
        assertThat(ledger.conflicts()).extracting(Conflict::note).containsExactly("CHANGED_THERE");
        assertThat(ledger.conflicts()).extracting(Conflict::theirs).containsExactly("grande.txt (10000 B)");
    }

    @Test
    void aFileOfOursThatTheyCutAndNobodyHeardOfIsFoundAsThat() {
        CaseId id = opened();
        settle();
        desk.show(id, "grande.txt", TOO_LARGE);
        tracker.loseAnswerTo("/correspond");

        work(id);
        settle();

        assertThat(remote().files(ticket(id))).hasSize(1);
        assertThat(undelivered()).containsExactly("CHANGED_THERE");
        assertThat(ledger.conflicts()).extracting(Conflict::field).containsExactly("FILE");
    }

    private List<@Nullable String> undelivered() {
        return ledger.items().stream()
                .filter(item -> item.way() == SyncItem.Way.NOT_DELIVERED)
                .<@Nullable String>map(SyncItem::reason)
                .toList();
    }

    @Test
    void aFileOfTheirsThatWasCutIsNotShownAsIfItWereWhole() {
        CaseId id = opened();
        settle();
        marcela.attach(ticket(id), "informe.txt", "informe ".repeat(TOO_LARGE / 8));
        marcela.attach(ticket(id), "entero.txt", "entero");

        settle();

        assertThat(desk.said(id))
                .extracting(entry -> entry.file() == null ? "" : entry.file().name())
                .containsExactly("entero.txt");
        assertThat(ledger.conflicts())
                .extracting(one -> one.theirs() + " " + one.note())
                .containsExactly("informe.txt CHANGED_THERE");
    }

    @Test
    void whatNobodyHeardOfIsFoundAndNotWrittenTwice() {
        CaseId id = opened();
        poll();
        tracker.loseAnswerTo("/ticket");
        work(id);
        settle();
        List<String> again = callsOf(() -> work(id));
        assertThat(again).isEmpty();

        marcela.set(ticket(id), TicketField.STATE, "OPEN");
        settle();
        desk.say(id, "uno");
        tracker.loseAnswerTo("/correspond");
        work(id);
        work(id);
        settle();

        assertThat(remote().messages(ticket(id)))
                .extracting(RemoteMessage::text)
                .containsExactly("Camila (portal): uno");
        assertThat(ledger.unpaired(id)).isEmpty();
        assertThat(ledger.conflicts()).isEmpty();
    }

    @Test
    void whatTheyMergeIsKnownToBeGone() {
        CaseId id = opened();
        settle();
        TicketId other = remote().create(another(tracker.first() + 1)).id();
        marcela.merge(ticket(id), other);
        desk.say(id, "¿Hola?");

        work(id);

        assertThat(ledger.find(id).orElseThrow().health().state()).isEqualTo(Health.State.GONE);
        assertThat(remote().messages(other)).isEmpty();
    }

    /** Not only with the next night, or the customer's next word. */
    @Test
    void whatTheyDeleteIsKnownWithTheNextPoll() {
        CaseId id = opened();
        settle();
        marcela.delete(ticket(id));

        settle();

        assertThat(ledger.find(id).orElseThrow().health().state()).isEqualTo(Health.State.GONE);
    }

    @Test
    void whatTheyMoveElsewhereIsHeardAllTheSame() {
        CaseId id = opened();
        settle();
        marcela.comment(ticket(id), "Lo vemos con Pagos");
        marcela.move(ticket(id), "Pagos");
        marcela.comment(ticket(id), "Se paga mañana");
        marcela.set(ticket(id), TicketField.COMPENSATION_STATE, "Aprobada");
        desk.say(id, "Gracias");

        settle();

        assertThat(desk.said(id)).extracting(MirroredEntry::text).contains("Lo vemos con Pagos", "Se paga mañana");
        assertThat(Objects.requireNonNull(desk.cases.get(id)).compensation()).isEqualTo(CompensationState.APPROVED);
        assertThat(remote().messages(ticket(id)))
                .extracting(RemoteMessage::text)
                .contains("Camila (portal): Gracias");
        assertThat(remote().find(correlation(id))).isPresent();
    }

    /** No poll can hear of it, for what we do not see is told to nobody. */
    @Test
    void whatTheyMoveOutOfSightIsKnownWithTheRingAndWhatComesBackGoesOn() {
        CaseId id = opened();
        settle();
        marcela.move(ticket(id), "Fiscalia");
        settle();
        assertThat(ledger.find(id).orElseThrow().health().state()).isEqualTo(Health.State.HEALTHY);

        ring(id);

        Health health = ledger.find(id).orElseThrow().health();
        assertThat(health.state()).isEqualTo(Health.State.GONE);
        assertThat(health.reason()).contains("hidden from us");
        assertThat(ledger.conflicts()).extracting(Conflict::field).containsExactly("TICKET");

        desk.say(id, "¿Hola?");
        settle();
        marcela.move(ticket(id), "Reclamos");
        settle();

        assertThat(ledger.find(id).orElseThrow().health().state()).isEqualTo(Health.State.HEALTHY);
        assertThat(remote().messages(ticket(id)))
                .extracting(RemoteMessage::text)
                .containsExactly("Camila (portal): ¿Hola?");
    }

    private void ring(CaseId id) {
        Lease lease = ledger.claim(id);
        work(new Lease(id, lease.token(), lease.changes(), true, lease.attempts(), lease.until()));
    }

    private Correlation correlation(CaseId id) {
        var ours = desk.read(id).orElseThrow();
        return new Correlation(ours.id(), ours.number(), ours.trackingNumber(), ours.subject());
    }

    /** As a ticket is that a restored backup lets be made once more. */
    @Test
    void whatCarriesAnothersNumberIsNeitherHeardNorWritten() {
        CaseId id = opened();
        settle();
        TicketId ticket = ticket(id);
        marcela.renumber(ticket, "CS" + (tracker.first() + 1));
        marcela.comment(ticket, "No es para Camila");
        desk.say(id, "¿Hola?");

        settle();

        assertThat(desk.said(id)).extracting(MirroredEntry::text).doesNotContain("No es para Camila");
        assertThat(remote().messages(ticket)).extracting(RemoteMessage::text).containsExactly("No es para Camila");
        assertThat(ledger.find(id).orElseThrow().health().state()).isEqualTo(Health.State.GONE);
    }

    @Test
    void aFileThatNobodyCouldLookAtIsNotSentTwice() {
        CaseId id = opened();
        settle();
        desk.show(id, "foto.txt");
        tracker.loseAnswerTo("orderby=id&per_page=100");

        work(id);
        settle();

        assertThat(remote().files(ticket(id))).hasSize(1);
        assertThat(ledger.unpaired(id)).isEmpty();
        assertThat(ledger.conflicts()).isEmpty();
    }

    private static NewTicket another(long number) {
        return new NewTicket(
                new Correlation(new CaseId(new UUID(8, number)), CaseNumber.of("CS", number), null, "Otro"),
                "LOSS",
                null,
                "Otro",
                "Otra cosa",
                new NewTicket.Customer("nobody@nowhere.example", "Camila", "Andes"),
                TicketFields.none().with(TicketField.STATE, "NEW"));
    }
}
