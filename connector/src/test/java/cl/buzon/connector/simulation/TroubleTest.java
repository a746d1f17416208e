package cl.buzon.connector.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.connector.link.Attempt;
import cl.buzon.connector.link.Conflict;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.Ledger;
import cl.buzon.connector.link.SyncItem;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.reconcile.Next;
import cl.buzon.connector.reconcile.Reconciler;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one unlucky moment, message or file does to the rest of its case. */
class TroubleTest {

    private static final CaseId CASE = new CaseId(new UUID(7, 1));

    private final Chaos chaos = new Chaos(1);
    private final MemoryLedger ledger = new MemoryLedger(chaos);
    private final MemoryDesk desk = new MemoryDesk(chaos, ledger);
    private final MemoryTickets tickets = new MemoryTickets(chaos);

    /** What happens to a call before it is made, or to what was answered. */
    interface Trouble {
        void at(String call) throws Throwable;
    }

    private Trouble before = call -> {};
    private Trouble after = call -> {};
    private final TicketingSystem remote = troubled(TicketingSystem.class, tickets);
    private final Ledger book = troubled(Ledger.class, ledger);

    private <T> T troubled(Class<T> kind, Object honest) {
        return kind.cast(Proxy.newProxyInstance(
                TroubleTest.class.getClassLoader(), new Class<?>[] {kind}, (proxy, method, values) -> {
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

    @BeforeEach
    void openACase() {
        chaos.calmDown();
        desk.open(1, false);
        work(0);
    }

    private Next work(int attempts) {
        return work(CASE, attempts);
    }

    private void work(CaseId id) {
        work(id, 0);
    }

    private Next work(CaseId id, int attempts) {
        Lease claimed = ledger.claim(id);
        Lease lease = new Lease(id, claimed.token(), claimed.changes(), false, attempts, claimed.until());
        Next next = new Reconciler(desk, book, remote, chaos).bringIntoStep(lease);
        if (next.at() == null) {
            ledger.release(lease);
        }
        return next;
    }

    private void poll() {
        ledger.poll(tickets.changes(Watermark.START));
    }

    private MemoryTickets.Row row() {
        TicketId ticket = Objects.requireNonNull(ledger.find(CASE).orElseThrow().ticket());
        return Objects.requireNonNull(tickets.rows.get(ticket));
    }

    @Test
    void twoEqualMessagesBothArriveThoughTheFirstIsToldOfMeanwhile() {
        desk.say(CASE, "Hola");
        work(0);
        desk.say(CASE, "Hola");
        after = call -> {
            if (call.equals("facts")) {
                poll();
            }
        };

        work(0);

        assertThat(row().messages).hasSize(2);
    }

    private static final RemoteAuthor ANA = new RemoteAuthor("Ana", "ana@x", false);

    private void breakOffFiles() {
        tickets.comment(row(), ANA, "Antes");
        tickets.file(row(), ANA, "roto.txt", 8);
        tickets.comment(row(), ANA, "Después");
        poll();
        desk.say(CASE, "Hola");
        before = call -> {
            if (call.equals("open")) {
                throw new RemoteFailure.Unreachable("broken off", null);
            }
        };
    }

    private List<SyncItem.Way> ways() {
        return ledger.items().stream().map(SyncItem::way).toList();
    }

    @Test
    void aFileThatCannotBeHadKeepsNothingElseWaiting() {
        breakOffFiles();

        assertThatThrownBy(() -> work(0)).isInstanceOf(RemoteFailure.Unreachable.class);

        assertThat(ways()).containsExactlyInAnyOrder(SyncItem.Way.TAKEN, SyncItem.Way.TAKEN, SyncItem.Way.DELIVERED);
        before = call -> {};
        work(1);
        assertThat(ways()).filteredOn(way -> way == SyncItem.Way.TAKEN).hasSize(3);
    }

    @Test
    void aFileThatCanNeverBeHadIsGivenUpWithTheReason() {
        breakOffFiles();

        work(Reconciler.TRIES);

        assertThat(ways()).contains(SyncItem.Way.NOT_TAKEN);
        assertThat(ledger.conflicts()).extracting(Conflict::note).containsExactly("broken off");
    }

    @Test
    void whatWasDecidedThereDuringALongUploadIsHeardBeforeOursIsSent() {
        desk.say(CASE, "Hola");
        desk.show(CASE, "a.txt");
        desk.withdraw(CASE);
        List<String> calls = new ArrayList<>();
        before = calls::add;
        after = call -> {
            if (call.equals("attach")) {
                tickets.set(row(), TicketFields.none().with(TicketField.STATE, CaseState.OPEN.name()));
                chaos.pass(Duration.ofMinutes(2));
            }
        };

        work(0);

        assertThat(calls).containsSubsequence("attach", "read", "update");
        assertThat(Objects.requireNonNull(desk.cases.get(CASE)).state()).isEqualTo(CaseState.OPEN);
    }

    /** It is there: sent once more it would only be there twice. */
    @Test
    void aFileThatWasCutThereIsWrittenDownAndNotSentAgain() {
        tickets.cutsFiles = true;
        desk.show(CASE, "a.txt");
        desk.say(CASE, "Hola");

        work(0);
        poll();
        work(0);

        assertThat(row().files).hasSize(1);
        assertThat(row().messages).as("what comes after it goes on").hasSize(1);
        assertThat(ledger.items()).anySatisfy(item -> {
            assertThat(item.way()).isEqualTo(SyncItem.Way.NOT_DELIVERED);
            assertThat(item.reason()).isEqualTo("CHANGED_THERE");
        });
        assertThat(ledger.conflicts()).extracting(Conflict::field).containsExactly("FILE");
    }

    /** Whatever a customer says later: a second ticket would be as hidden as the first. */
    @Test
    void aTicketThatWasMadeAndIsHiddenIsTheOnlyOne() {
        CaseId other = new CaseId(new UUID(7, 2));
        desk.open(2, false);
        TicketId[] made = new TicketId[1];
        List<String> calls = new ArrayList<>();
        before = call -> {
            calls.add(call);
            if (made[0] != null && (call.equals("read") || call.equals("complete"))) {
                throw new RemoteFailure.Gone("hidden");
            }
        };
        after = call -> {
            if (call.equals("create")) {
                made[0] = tickets.rows.keySet().stream()
                        .filter(key ->
                                !key.equals(ledger.find(CASE).orElseThrow().ticket()))
                        .findFirst()
                        .orElseThrow();
                throw new RemoteFailure.Refused("hidden", "POST", "201")
                        .having(new Ticket(made[0], "2", other, new Stamp(0, Instant.EPOCH), TicketFields.none()));
            }
        };

        work(other);
        desk.say(other, "¿Hola?");
        work(other);
        desk.say(other, "¿Hay alguien?");
        work(other);

        assertThat(calls).filteredOn(call -> call.equals("create")).hasSize(1);
        SyncLink link = ledger.find(other).orElseThrow();
        assertThat(link.ticket()).isEqualTo(made[0]);
        assertThat(link.health().state()).isEqualTo(Health.State.GONE);
    }

    /** As long as its field does not take the number: whatever a customer says, and whoever tries it again. */
    @Test
    void aTicketThatLacksItsNumberIsCompletedAndNeverMadeAgain() {
        CaseId other = new CaseId(new UUID(7, 2));
        desk.open(2, false);
        List<String> calls = new ArrayList<>();
        RemoteFailure.Refused lost = new RemoteFailure.Refused("Caso CSM", "POST", "201");
        before = call -> {
            calls.add(call);
            if (call.equals("complete")) {
                throw lost;
            }
        };
        after = call -> {
            if (call.equals("create")) {
                MemoryTickets.Row made = tickets.rows.values().stream()
                        .filter(row -> row.ours.equals(other))
                        .findFirst()
                        .orElseThrow();
                made.fields = made.fields.with(TicketField.COMPENSATION_STATE, "NOT_REQUESTED");
                throw lost.having(made.ticket());
            }
        };

        work(other);
        desk.say(other, "¿Hola?");
        work(other);

        assertThat(calls).filteredOn(call -> call.equals("create")).hasSize(1);
        SyncLink parked = ledger.find(other).orElseThrow();
        assertThat(parked.health().state()).isEqualTo(Health.State.PARKED);
        assertThat(parked.health().reason()).isEqualTo("Caso CSM");
        before = call -> {};
        work(other);
        SyncLink link = ledger.find(other).orElseThrow();
        assertThat(link.health().state()).isEqualTo(Health.State.HEALTHY);
        MemoryTickets.Row row = Objects.requireNonNull(tickets.rows.get(Objects.requireNonNull(link.ticket())));
        assertThat(row.messages).hasSize(1);
        assertThat(row.fields.get(TicketField.COMPENSATION_STATE))
                .as("what it could not take either")
                .contains("REQUESTED");
    }

    /** It may have been on its way for all of that time. */
    @Test
    void aWriteThatNobodyHeardTheEndOfIsWaitedForFromThenOn() {
        List<String> calls = new ArrayList<>();
        before = call -> {
            calls.add(call);
            if (call.equals("say")) {
                chaos.pass(Duration.ofSeconds(65));
                throw new RemoteFailure.OutcomeUnknown("silence", true, null);
            }
        };
        desk.say(CASE, "Hola");
        work(0);
        before = calls::add;

        chaos.pass(Duration.ofSeconds(5));
        work(1);
        assertThat(calls).filteredOn(call -> call.equals("say")).hasSize(1);

        chaos.pass(Attempt.SETTLES);
        work(2);
        assertThat(calls).filteredOn(call -> call.equals("say")).hasSize(2);
    }

    /** Whoever has changed the ticket meanwhile would be overruled. */
    @Test
    void anAnswerThatTellsWhatWasBeforeIsNoLook() {
        tickets.tellsBefore = true;
        List<String> calls = new ArrayList<>();
        before = calls::add;
        desk.say(CASE, "Ya no hace falta");
        desk.withdraw(CASE);
        chaos.pass(Duration.ofMinutes(1));
        after = call -> {
            if (call.equals("say")) {
                tickets.set(row(), TicketFields.none().with(TicketField.STATE, CaseState.OPEN.name()));
            }
        };

        work(0);

        assertThat(calls).containsSubsequence("say", "read", "update");
    }

    @Test
    void whatWasMissedIsLookedAt() {
        TicketId ticket = Objects.requireNonNull(ledger.find(CASE).orElseThrow().ticket());
        List<String> calls = new ArrayList<>();
        before = calls::add;

        ledger.poll(new Changes(List.of(), List.of(), List.of(), Set.of(ticket), Watermark.START, false));
        work(0);

        assertThat(calls).contains("read", "messages", "files");
    }

    private void refuseFiles() {
        before = call -> {
            if (call.equals("attach")) {
                throw new RemoteFailure.Refused("no right", "POST file", "403 no right");
            }
        };
    }

    @Test
    void aFileThatIsRefusedWaitsForAPersonAndIsSentOnceItMay() {
        refuseFiles();
        desk.show(CASE, "a.txt");
        work(0);

        Health health = ledger.find(CASE).orElseThrow().health();
        assertThat(health.state()).isEqualTo(Health.State.PARKED);
        assertThat(health.about()).isEqualTo(Health.About.FILE);
        assertThat(health.detail()).isEqualTo("a.txt");
        assertThat(health.reason()).isEqualTo("no right");
        before = call -> {};
        work(0);
        assertThat(row().files).hasSize(1);
        assertThat(ledger.find(CASE).orElseThrow().health().state()).isEqualTo(Health.State.HEALTHY);
    }

    @Test
    void aRefusedFileThatIsIgnoredIsLeftOutAndTheRestGoesOn() {
        refuseFiles();
        desk.show(CASE, "a.txt");
        desk.say(CASE, "Hola");
        work(0);
        assertThat(row().messages).isEmpty();

        SyncLink parked = ledger.find(CASE).orElseThrow();
        Lease operator = ledger.claim(CASE);
        ledger.save(new Entry(operator, parked.with(parked.health().ignored("sin permiso", chaos.instant()))));
        work(0);

        assertThat(row().messages).hasSize(1);
        assertThat(ledger.items()).anySatisfy(item -> {
            assertThat(item.way()).isEqualTo(SyncItem.Way.NOT_DELIVERED);
            assertThat(item.reason()).isEqualTo("sin permiso");
        });
        assertThat(ledger.conflicts()).extracting(Conflict::field).containsExactly("FILE");
        assertThat(ledger.find(CASE).orElseThrow().health().state()).isEqualTo(Health.State.HEALTHY);
    }
}
