package cl.buzon.connector.simulation;

import static cl.buzon.connector.simulation.SandboxSync.FIRST;
import static cl.buzon.connector.simulation.SandboxSync.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.link.Conflict;
import cl.buzon.connector.link.Health;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.desk.MirroredEntry;
import cl.buzon.sandbox.fault.Exchange;
import cl.buzon.sandbox.fault.Fault;
import cl.buzon.sandbox.instance.Caller;
import cl.buzon.sandbox.instance.Executive;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import cl.buzon.shared.CaseState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Engine and adapter together against the sandbox over HTTP: what it costs, and what comes of what is done there. */
class SandboxSyncTest {

    @AutoClose
    private final SandboxSync sync = new SandboxSync();

    private final Instance instance = sync.instance;
    private final Executive marcela = sync.marcela;
    private final MemoryLedger ledger = sync.ledger;
    private final MemoryDesk desk = sync.desk;

    @Test
    void aNewCaseCostsTwoCallsAndEachWordAndFileOneMore() {
        desk.open(1, false);
        sync.settle();

        desk.open(2, false);
        desk.say(SECOND, "uno");
        desk.say(SECOND, "dos");
        desk.show(SECOND, "foto.txt");

        assertThat(sync.calls(() -> sync.work(SECOND))).isEqualTo(2 + 3);
        desk.say(FIRST, "tres");
        assertThat(sync.calls(() -> sync.work(FIRST))).isEqualTo(1);
    }

    @Test
    void aPollCostsThreeCallsAndPairsWhatWasSentForNothing() {
        desk.open(1, false);
        desk.say(FIRST, "uno");
        desk.show(FIRST, "foto.txt");
        sync.settle();
        desk.say(FIRST, "dos");
        sync.work(FIRST);

        assertThat(sync.calls(sync::poll)).isEqualTo(3);
        assertThat(sync.calls(() -> ledger.marked().forEach(sync::work))).isZero();
        assertThat(ledger.unpaired(FIRST)).isEmpty();
        ledger.mark(FIRST);
        assertThat(sync.calls(() -> sync.work(FIRST))).as("an idle case").isZero();
        assertThat(sync.calls(sync::poll)).isEqualTo(3);
    }

    @Test
    void aCustomersAnswerMovesTheStateOnce() {
        desk.open(1, false);
        sync.settle();
        marcela.askForInformation(sync.row(FIRST).id(), "¿Tienes una foto?");
        sync.settle();
        assertThat(sync.state(FIRST)).isEqualTo(CaseState.AWAITING_INFO);
        desk.say(FIRST, "Sí");

        assertThat(sync.calls(() -> sync.work(FIRST))).isEqualTo(1);

        assertThat(sync.state(FIRST)).isEqualTo(CaseState.OPEN);
        assertThat(sync.row(FIRST).get("state")).isEqualTo("10");
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

        sync.settle();

        assertThat(sync.row(FIRST).id()).isEqualTo(theirs.id());
        assertThat(sync.row(SECOND).id()).isNotEqualTo(foreign.id());
        assertThat(instance.aCase(foreign.id()).get("correlation_id")).isEmpty();
        assertThat(sync.state(FIRST)).isEqualTo(CaseState.OPEN);
    }

    @Test
    void whatTheyDeleteStaysHereAndIsKnownToBeGone() {
        desk.open(1, false);
        sync.settle();
        marcela.delete(sync.row(FIRST).id());
        desk.say(FIRST, "¿Hola?");

        sync.settle();
        ledger.mark(FIRST);
        sync.settle();

        assertThat(sync.health(FIRST)).isEqualTo(Health.State.GONE);
        assertThat(sync.state(FIRST)).isEqualTo(CaseState.NEW);
        assertThat(ledger.conflicts()).extracting(Conflict::field).containsExactly("TICKET");
    }

    @Test
    void whatWasHiddenForAWhileIsTakenUpAgain() {
        desk.open(1, false);
        sync.settle();
        instance.faults()
                .inject(Fault.refused(
                                404, "No Record found", "Record doesn't exist or ACL restricts the record retrieval")
                        .on(call -> call.isWrite())
                        .once());
        desk.say(FIRST, "¿Hola?");
        sync.work(FIRST);
        assertThat(sync.health(FIRST)).isEqualTo(Health.State.GONE);

        marcela.comment(sync.row(FIRST).id(), "Aquí estoy");
        sync.settle();

        assertThat(sync.health(FIRST)).isEqualTo(Health.State.HEALTHY);
        assertThat(sync.said(FIRST)).containsExactlyInAnyOrder("Aquí estoy", "Camila (portal): ¿Hola?");
    }

    @Test
    void aFileThatVanishesTakesNothingElseWithIt() {
        desk.open(1, false);
        sync.settle();
        Row file = marcela.attach(sync.row(FIRST).id(), "a.txt", "text/plain", "hola".getBytes(StandardCharsets.UTF_8));
        marcela.comment(sync.row(FIRST).id(), "Mira");
        sync.poll();
        instance.delete(new Caller("marcela.fuentes"), "sys_attachment", file.id());

        sync.settle();

        assertThat(sync.health(FIRST)).isEqualTo(Health.State.HEALTHY);
        assertThat(desk.said(FIRST)).extracting(MirroredEntry::text).containsExactly("Mira");
        assertThat(ledger.conflicts()).extracting(Conflict::note).containsExactly("GONE");
    }

    @Test
    void whatAScriptDoesUncountedIsFoundByComparingEverything() {
        desk.open(1, false);
        sync.settle();
        instance.changeByScript(sync.row(FIRST).id(), Map.of("state", "10"));
        instance.enterByScript(sync.row(FIRST).id(), "comments", "Desde un guion", "marcela.fuentes");
        List<TicketId> known = List.of(new TicketId(sync.row(FIRST).id()));

        ledger.poll(sync.remote.survey(known));
        ledger.marked().forEach(sync::work);

        assertThat(sync.state(FIRST)).isEqualTo(CaseState.OPEN);
        assertThat(desk.said(FIRST)).extracting(MirroredEntry::text).containsExactly("Desde un guion");
    }

    @Test
    void whatIsNotKeptThereIsWrittenDown() {
        instance.switches().hiddenFields.add("sn_customerservice_case.u_compensation_state");
        desk.open(1, false);

        sync.settle();

        assertThat(ledger.conflicts())
                .extracting(Conflict::field, Conflict::note)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("COMPENSATION_STATE", "NOT_KEPT"));
    }

    @Test
    void noCookieIsEverSentBack() {
        desk.open(1, false);
        sync.settle();

        assertThat(instance.exchanges().all())
                .isNotEmpty()
                .extracting(Exchange::headers)
                .allMatch(headers -> headers.keySet().stream().noneMatch("cookie"::equalsIgnoreCase));
    }
}
