package cl.buzon.connector.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.link.Conflict;
import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.reconcile.Next;
import cl.buzon.connector.reconcile.Reconciler;
import cl.buzon.connector.servicenow.Sandboxed;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.TicketingSystem;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.desk.MirroredEntry;
import cl.buzon.sandbox.SandboxServer;
import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.fault.Exchange;
import cl.buzon.sandbox.fault.Fault;
import cl.buzon.sandbox.instance.Caller;
import cl.buzon.sandbox.instance.Executive;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import cl.buzon.shared.CaseAction;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Engine and adapter together against the sandbox over HTTP: what it costs, and what a bad day there does to a case. */
class SandboxSyncTest {

    private static final CaseId FIRST = new CaseId(new UUID(7, 1));
    private static final CaseId SECOND = new CaseId(new UUID(7, 2));
    private final SandboxServer server = SandboxServer.start();
    private final Instance instance = server.instance();
    private final Executive marcela = instance.executive("marcela.fuentes");
    private final Chaos chaos = calm();
    private final MemoryLedger ledger = new MemoryLedger(chaos);
    private final MemoryDesk desk = new MemoryDesk(chaos, ledger);
    private TicketingSystem remote = connected();
    private Watermark seen = Watermark.START;

    private static Chaos calm() {
        Chaos chaos = new Chaos(1);
        chaos.calmDown();
        return chaos;
    }

    private TicketingSystem connected() {
        return Sandboxed.at(server.url(), chaos, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void work(CaseId id) {
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

    private void poll() {
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

    private void settle() {
        for (int i = 0; i < 12; i++) {
            poll();
            ledger.marked().forEach(this::work);
            chaos.pass(Duration.ofSeconds(5));
        }
        assertThat(ledger.marked()).isEmpty();
    }

    /** Look-ups that are kept for an hour do not count. */
    private static boolean counts(Call call) {
        return call.isAttachment()
                || call.table()
                        .filter(table -> table.equals(Instance.CASE) || table.equals("sys_journal_field"))
                        .isPresent();
    }

    private long calls() {
        return instance.exchanges().of(SandboxSyncTest::counts).size();
    }

    private long calls(Runnable work) {
        instance.exchanges().forget();
        work.run();
        return calls();
    }

    private Row row(CaseId id) {
        return instance.caseOf(id.toString()).orElseThrow();
    }

    private List<String> said(CaseId id) {
        return instance.journal(row(id).id()).stream()
                .filter(entry -> entry.get("element").equals("comments"))
                .map(entry -> entry.get("value"))
                .toList();
    }

    private CaseState state(CaseId id) {
        return Objects.requireNonNull(desk.cases.get(id)).state();
    }

    private Health.State health(CaseId id) {
        return ledger.find(id).orElseThrow().health().state();
    }

    @Test
    void aNewCaseCostsTwoCallsAndEachWordAndFileOneMore() {
        desk.open(1, false);
        settle();

        desk.open(2, false);
        desk.say(SECOND, "uno");
        desk.say(SECOND, "dos");
        desk.show(SECOND, "foto.txt");

        assertThat(calls(() -> work(SECOND))).isEqualTo(2 + 3);
        desk.say(FIRST, "tres");
        assertThat(calls(() -> work(FIRST))).isEqualTo(1);
    }

    @Test
    void aPollCostsThreeCallsAndPairsWhatWasSentForNothing() {
        desk.open(1, false);
        desk.say(FIRST, "uno");
        desk.show(FIRST, "foto.txt");
        settle();
        desk.say(FIRST, "dos");
        work(FIRST);

        assertThat(calls(this::poll)).isEqualTo(3);
        assertThat(calls(() -> ledger.marked().forEach(this::work))).isZero();
        assertThat(ledger.unpaired(FIRST)).isEmpty();
        ledger.mark(FIRST);
        assertThat(calls(() -> work(FIRST))).as("an idle case").isZero();
        assertThat(calls(this::poll)).isEqualTo(3);
    }

    static List<Fault> badDays() {
        return List.of(
                Fault.writeLost().once(),
                Fault.truncated(40).on(Call::isWrite).afterWork().once(),
                Fault.broken(40).on(Call::isWrite).afterWork().once(),
                Fault.errorBehindResult().on(Call::isWrite).afterWork().once(),
                Fault.gateway(504).on(Call::isWrite).afterWork().once(),
                Fault.maintenance().on(Call::isWrite).afterWork().once(),
                Fault.hibernating().times(3),
                Fault.dropped().on(Call::isWrite).times(2),
                Fault.cut().times(2),
                Fault.gateway(502).flapping(1).times(6),
                Fault.loginRedirect().times(3),
                Fault.refused(403, "User Not Authorized", "Failed API level ACL Validation")
                        .times(2),
                Fault.rateLimited("nonsense").times(3),
                Fault.poolFull().times(3),
                Fault.unauthenticated().once());
    }

    @ParameterizedTest
    @MethodSource("badDays")
    void whateverGoesWrongEverythingIsThereOnce(Fault fault) {
        desk.open(1, true);
        instance.faults().inject(fault);
        settle();
        desk.say(FIRST, "uno");
        instance.faults().clear();
        instance.faults().inject(fault);
        settle();
        desk.show(FIRST, "foto.txt");
        instance.faults().clear();
        instance.faults().inject(fault);
        settle();
        desk.decide(FIRST, CaseAction.CLOSE);
        instance.faults().clear();
        instance.faults().inject(fault);
        settle();

        assertThat(instance.cases())
                .filteredOn(row -> row.get("correlation_id").equals(FIRST.toString()))
                .hasSize(1);
        assertThat(said(FIRST)).containsExactly("Camila (portal): uno", "Camila (portal): Porque sí");
        assertThat(instance.attachments(row(FIRST).id())).hasSize(1);
        assertThat(instance.exchanges().all()).as("it did strike").anyMatch(one -> !one.fault()
                .isEmpty());
        assertThat(row(FIRST).get("state")).isEqualTo("3");
        assertThat(health(FIRST)).isEqualTo(Health.State.HEALTHY);
    }

    @Test
    void aLostAnswerIsMadeGoodAtOnce() {
        desk.open(1, false);
        instance.faults().inject(Fault.writeLost().once());
        work(FIRST);

        work(FIRST);

        assertThat(ledger.find(FIRST).orElseThrow().ticket())
                .isEqualTo(new TicketId(row(FIRST).id()));
        desk.say(FIRST, "uno");
        instance.faults().inject(Fault.writeLost().once());
        work(FIRST);
        work(FIRST);
        assertThat(ledger.marked()).isEmpty();
        assertThat(said(FIRST)).hasSize(1);
    }

    @Test
    void aCustomersAnswerMovesTheStateOnce() {
        desk.open(1, false);
        settle();
        marcela.askForInformation(row(FIRST).id(), "¿Tienes una foto?");
        settle();
        assertThat(state(FIRST)).isEqualTo(CaseState.AWAITING_INFO);
        desk.say(FIRST, "Sí");

        assertThat(calls(() -> work(FIRST))).isEqualTo(1);

        assertThat(state(FIRST)).isEqualTo(CaseState.OPEN);
        assertThat(row(FIRST).get("state")).isEqualTo("10");
    }

    @Test
    void whatTheyDeleteStaysHereAndIsKnownToBeGone() {
        desk.open(1, false);
        settle();
        marcela.delete(row(FIRST).id());
        desk.say(FIRST, "¿Hola?");

        settle();
        ledger.mark(FIRST);
        settle();

        assertThat(health(FIRST)).isEqualTo(Health.State.GONE);
        assertThat(state(FIRST)).isEqualTo(CaseState.NEW);
        assertThat(ledger.conflicts()).extracting(Conflict::field).containsExactly("TICKET");
    }

    @Test
    void whatWasHiddenForAWhileIsTakenUpAgain() {
        desk.open(1, false);
        settle();
        instance.faults()
                .inject(Fault.refused(
                                404, "No Record found", "Record doesn't exist or ACL restricts the record retrieval")
                        .on(call -> call.isWrite())
                        .once());
        desk.say(FIRST, "¿Hola?");
        work(FIRST);
        assertThat(health(FIRST)).isEqualTo(Health.State.GONE);

        marcela.comment(row(FIRST).id(), "Aquí estoy");
        settle();

        assertThat(health(FIRST)).isEqualTo(Health.State.HEALTHY);
        assertThat(said(FIRST)).containsExactlyInAnyOrder("Aquí estoy", "Camila (portal): ¿Hola?");
    }

    @Test
    void aFileThatVanishesTakesNothingElseWithIt() {
        desk.open(1, false);
        settle();
        Row file = marcela.attach(row(FIRST).id(), "a.txt", "text/plain", "hola".getBytes(StandardCharsets.UTF_8));
        marcela.comment(row(FIRST).id(), "Mira");
        poll();
        instance.delete(new Caller("marcela.fuentes"), "sys_attachment", file.id());

        settle();

        assertThat(health(FIRST)).isEqualTo(Health.State.HEALTHY);
        assertThat(desk.said(FIRST)).extracting(MirroredEntry::text).containsExactly("Mira");
        assertThat(ledger.conflicts()).extracting(Conflict::note).containsExactly("GONE");
    }

    @Test
    void whatAScriptDoesUncountedIsFoundByComparingEverything() {
        desk.open(1, false);
        settle();
        instance.changeByScript(row(FIRST).id(), Map.of("state", "10"));
        instance.enterByScript(row(FIRST).id(), "comments", "Desde un guion", "marcela.fuentes");
        List<TicketId> known = List.of(new TicketId(row(FIRST).id()));

        ledger.poll(remote.survey(known));
        ledger.marked().forEach(this::work);

        assertThat(state(FIRST)).isEqualTo(CaseState.OPEN);
        assertThat(desk.said(FIRST)).extracting(MirroredEntry::text).containsExactly("Desde un guion");
    }

    @Test
    void whatIsNotKeptThereIsWrittenDown() {
        instance.switches().hiddenFields.add("sn_customerservice_case.u_compensation_state");
        desk.open(1, false);

        settle();

        assertThat(ledger.conflicts())
                .extracting(Conflict::field, Conflict::note)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("COMPENSATION_STATE", "NOT_KEPT"));
    }

    @Test
    void casesThatAreThereAlreadyAreTakenUpByTheirNumber() {
        Row theirs = instance.insert(
                new Caller("marcela.fuentes"),
                Instance.CASE,
                Map.of("correlation_display", "CS0000001", "short_description", "Asunto", "state", "10"));
        desk.open(1, false);
        Row foreign = instance.insert(
                new Caller("marcela.fuentes"),
                Instance.CASE,
                Map.of("correlation_display", "CS0000002", "short_description", "Otra cosa"));
        desk.open(2, false);

        settle();

        assertThat(row(FIRST).id()).isEqualTo(theirs.id());
        assertThat(row(SECOND).id()).isNotEqualTo(foreign.id());
        assertThat(instance.aCase(foreign.id()).get("correlation_id")).isEmpty();
        assertThat(state(FIRST)).isEqualTo(CaseState.OPEN);
    }

    @Test
    void takingUpALotGoesOnWhereItWasStopped() {
        for (int i = 1; i <= 30; i++) {
            desk.open(i, false);
        }
        instance.faults().inject(Fault.writeLost().on(Call::isWrite).flapping(4).times(3));
        ledger.marked().subList(0, 17).forEach(this::work);

        remote = connected();
        settle();

        assertThat(instance.cases())
                .filteredOn(row -> row.get("correlation_id").startsWith("00000000"))
                .hasSize(30);
        assertThat(instance.cases())
                .extracting(row -> row.get("correlation_id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void noCookieIsEverSentBack() {
        desk.open(1, false);
        settle();

        assertThat(instance.exchanges().all())
                .isNotEmpty()
                .extracting(Exchange::headers)
                .allMatch(headers -> headers.keySet().stream().noneMatch("cookie"::equalsIgnoreCase));
    }
}
