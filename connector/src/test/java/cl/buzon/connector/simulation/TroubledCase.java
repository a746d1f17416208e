package cl.buzon.connector.simulation;

import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.Ledger;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.reconcile.Next;
import cl.buzon.connector.reconcile.Reconciler;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.shared.CaseId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case that is in step with its ticket, until something befalls a call for it. */
final class TroubledCase {

    static final CaseId CASE = new CaseId(new UUID(7, 1));

    /** What befalls a call, which it is told by its name. */
    @FunctionalInterface
    interface Trouble {
        void at(String call) throws Throwable;
    }

    final Chaos chaos = new Chaos(1);
    final MemoryLedger ledger = new MemoryLedger(chaos);
    final MemoryDesk desk = new MemoryDesk(chaos, ledger);
    final MemoryTickets tickets = new MemoryTickets(chaos);

    /** The calls that were made, by their names, whatever befell them. */
    final List<String> calls = new ArrayList<>();

    /** Before a call is made. */
    Trouble before = call -> {};

    /** Before anybody hears what was answered. */
    Trouble after = call -> {};

    private final TicketingSystem remote = troubled(TicketingSystem.class, tickets);
    private final Ledger book = troubled(Ledger.class, ledger);

    TroubledCase() {
        chaos.calmDown();
        desk.open(1, false);
        work(0);
        calls.clear();
    }

    private <T> T troubled(Class<T> kind, Object honest) {
        return kind.cast(Proxy.newProxyInstance(
                TroubledCase.class.getClassLoader(), new Class<?>[] {kind}, (proxy, method, values) -> {
                    calls.add(method.getName());
                    before.at(method.getName());
                    Object answer = called(honest, method, values);
                    after.at(method.getName());
                    return answer;
                }));
    }

    private static @Nullable Object called(Object honest, Method method, Object @Nullable [] values) throws Throwable {
        try {
            return method.invoke(honest, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    void work(int attempts) {
        work(CASE, attempts);
    }

    void work(CaseId id, int attempts) {
        Lease claimed = ledger.claim(id);
        Lease lease = new Lease(id, claimed.token(), claimed.changes(), false, attempts, claimed.until());
        Next next = new Reconciler(desk, book, remote, chaos).bringIntoStep(lease);
        if (next.at() == null) {
            ledger.release(lease);
        }
    }

    void poll() {
        ledger.poll(tickets.changes(Watermark.START));
    }

    SyncLink link() {
        return link(CASE);
    }

    SyncLink link(CaseId id) {
        return ledger.find(id).orElseThrow();
    }

    TicketId ticket() {
        return Objects.requireNonNull(link().ticket());
    }

    /** The ticket as it is over there. */
    MemoryTickets.Row row() {
        return Objects.requireNonNull(tickets.rows.get(ticket()));
    }
}
