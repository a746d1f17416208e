package cl.buzon.connector.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.reconcile.Next;
import cl.buzon.connector.reconcile.Reconciler;
import cl.buzon.connector.servicenow.Sandboxed;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.sandbox.SandboxServer;
import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.instance.Executive;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Engine and adapter together against the sandbox over HTTP. */
final class SandboxSync implements AutoCloseable {

    static final CaseId FIRST = new CaseId(new UUID(7, 1));
    static final CaseId SECOND = new CaseId(new UUID(7, 2));

    private final SandboxServer server = SandboxServer.start();
    final Instance instance = server.instance();
    final Executive marcela = instance.executive("marcela.fuentes");
    private final Chaos chaos = calm();
    final MemoryLedger ledger = new MemoryLedger(chaos);
    final MemoryDesk desk = new MemoryDesk(chaos, ledger);
    TicketingSystem remote = connected();
    private Watermark seen = Watermark.START;

    private static Chaos calm() {
        Chaos chaos = new Chaos(1);
        chaos.calmDown();
        return chaos;
    }

    private TicketingSystem connected() {
        return Sandboxed.at(server.url(), chaos, Map.of());
    }

    /** As after a restart: with nothing that was remembered. */
    void connectAnew() {
        remote = connected();
    }

    void work(CaseId id) {
        Lease lease = ledger.claim(id);
        try {
            Next next = new Reconciler(desk, ledger, remote, chaos).bringIntoStep(lease);
            if (next.at() == null) {
                ledger.release(lease);
            }
        } catch (RemoteFailure later) {
            // The mark stays
        }
    }

    void poll() {
        try {
            Changes changes;
            do {
                changes = remote.changes(seen);
                ledger.poll(changes);
                seen = changes.next();
            } while (changes.more());
        } catch (RemoteFailure later) {
            // The next poll is the same
        }
    }

    void settle() {
        for (int i = 0; i < 12; i++) {
            poll();
            ledger.marked().forEach(this::work);
            chaos.pass(Duration.ofSeconds(5));
        }
        assertThat(ledger.marked()).isEmpty();
    }

    /** How many calls some work costs. */
    long calls(Runnable work) {
        instance.exchanges().forget();
        work.run();
        return instance.exchanges().of(SandboxSync::counts).size();
    }

    /** Look-ups that are kept for an hour do not count. */
    private static boolean counts(Call call) {
        return call.isAttachment()
                || call.table()
                        .filter(table -> table.equals(Instance.CASE) || table.equals("sys_journal_field"))
                        .isPresent();
    }

    Row row(CaseId id) {
        return instance.caseOf(id.toString()).orElseThrow();
    }

    List<String> said(CaseId id) {
        return instance.journal(row(id).id()).stream()
                .filter(entry -> entry.get("element").equals("comments"))
                .map(entry -> entry.get("value"))
                .toList();
    }

    CaseState state(CaseId id) {
        return Objects.requireNonNull(desk.cases.get(id)).state();
    }

    Health.State health(CaseId id) {
        return ledger.find(id).orElseThrow().health().state();
    }

    @Override
    public void close() {
        server.close();
    }
}
