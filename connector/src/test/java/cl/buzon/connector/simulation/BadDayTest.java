package cl.buzon.connector.simulation;

import static cl.buzon.connector.simulation.SandboxSync.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.link.Health;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.sandbox.fault.Call;
import cl.buzon.sandbox.fault.Fault;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.shared.CaseAction;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bad day of the sandbox does to a case: nothing that the next day does not make good. */
class BadDayTest {

    @AutoClose
    private final SandboxSync sync = new SandboxSync();

    private final Instance instance = sync.instance;
    private final MemoryLedger ledger = sync.ledger;
    private final MemoryDesk desk = sync.desk;

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
        sync.settle();
        desk.say(FIRST, "uno");
        instance.faults().clear();
        instance.faults().inject(fault);
        sync.settle();
        desk.show(FIRST, "foto.txt");
        instance.faults().clear();
        instance.faults().inject(fault);
        sync.settle();
        desk.decide(FIRST, CaseAction.CLOSE);
        instance.faults().clear();
        instance.faults().inject(fault);
        sync.settle();

        assertThat(instance.cases())
                .filteredOn(row -> row.get("correlation_id").equals(FIRST.toString()))
                .hasSize(1);
        assertThat(sync.said(FIRST)).containsExactly("Camila (portal): uno", "Camila (portal): Porque sí");
        assertThat(instance.attachments(sync.row(FIRST).id())).hasSize(1);
        assertThat(instance.exchanges().all()).as("it did strike").anyMatch(one -> !one.fault()
                .isEmpty());
        assertThat(sync.row(FIRST).get("state")).isEqualTo("3");
        assertThat(sync.health(FIRST)).isEqualTo(Health.State.HEALTHY);
    }

    @Test
    void aLostAnswerIsMadeGoodAtOnce() {
        desk.open(1, false);
        instance.faults().inject(Fault.writeLost().once());
        sync.work(FIRST);

        sync.work(FIRST);

        assertThat(ledger.find(FIRST).orElseThrow().ticket())
                .isEqualTo(new TicketId(sync.row(FIRST).id()));
        desk.say(FIRST, "uno");
        instance.faults().inject(Fault.writeLost().once());
        sync.work(FIRST);
        sync.work(FIRST);
        assertThat(ledger.marked()).isEmpty();
        assertThat(sync.said(FIRST)).hasSize(1);
    }

    @Test
    void takingUpALotGoesOnWhereItWasStopped() {
        for (int i = 1; i <= 30; i++) {
            desk.open(i, false);
        }
        instance.faults().inject(Fault.writeLost().on(Call::isWrite).flapping(4).times(3));
        ledger.marked().subList(0, 17).forEach(sync::work);

        sync.connectAnew();
        sync.settle();

        assertThat(instance.cases())
                .filteredOn(row -> row.get("correlation_id").startsWith("00000000"))
                .hasSize(30);
        assertThat(instance.cases())
                .extracting(row -> row.get("correlation_id"))
                .doesNotHaveDuplicates();
    }
}
