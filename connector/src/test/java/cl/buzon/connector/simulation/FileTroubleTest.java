package cl.buzon.connector.simulation;

import static cl.buzon.connector.simulation.TroubledCase.CASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cl.buzon.connector.link.Conflict;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.link.Health;
import cl.buzon.connector.link.Lease;
import cl.buzon.connector.link.SyncItem;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.reconcile.Reconciler;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one unlucky file does to the rest of its case. */
class FileTroubleTest {

    private static final RemoteAuthor ANA = new RemoteAuthor("Ana", "ana@x", false);

    private final TroubledCase troubled = new TroubledCase();
    private final MemoryDesk desk = troubled.desk;
    private final MemoryTickets tickets = troubled.tickets;
    private final MemoryLedger ledger = troubled.ledger;
    private final Chaos chaos = troubled.chaos;

    private void breakOffFiles() {
        tickets.comment(troubled.row(), ANA, "Antes");
        tickets.file(troubled.row(), ANA, "roto.txt", 8);
        tickets.comment(troubled.row(), ANA, "Después");
        troubled.poll();
        desk.say(CASE, "Hola");
        troubled.before = call -> {
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

        assertThatThrownBy(() -> troubled.work(0)).isInstanceOf(RemoteFailure.Unreachable.class);

        assertThat(ways()).containsExactlyInAnyOrder(SyncItem.Way.TAKEN, SyncItem.Way.TAKEN, SyncItem.Way.DELIVERED);
        troubled.before = call -> {};
        troubled.work(1);
        assertThat(ways()).filteredOn(way -> way == SyncItem.Way.TAKEN).hasSize(3);
    }

    @Test
    void aFileThatCanNeverBeHadIsGivenUpWithTheReason() {
        breakOffFiles();

        troubled.work(Reconciler.TRIES);

        assertThat(ways()).contains(SyncItem.Way.NOT_TAKEN);
        assertThat(ledger.conflicts()).extracting(Conflict::note).containsExactly("broken off");
    }

    /** It is there: sent once more it would only be there twice. */
    @Test
    void aFileThatWasCutThereIsWrittenDownAndNotSentAgain() {
        tickets.cutsFiles = true;
        desk.show(CASE, "a.txt");
        desk.say(CASE, "Hola");

        troubled.work(0);
        troubled.poll();
        troubled.work(0);

        assertThat(troubled.row().files).hasSize(1);
        assertThat(troubled.row().messages).as("what comes after it goes on").hasSize(1);
        assertThat(ledger.items()).anySatisfy(item -> {
            assertThat(item.way()).isEqualTo(SyncItem.Way.NOT_DELIVERED);
            assertThat(item.reason()).isEqualTo("CHANGED_THERE");
        });
        assertThat(ledger.conflicts()).extracting(Conflict::field).containsExactly("FILE");
    }

    private void refuseFiles() {
        troubled.before = call -> {
            if (call.equals("attach")) {
                throw new RemoteFailure.Refused("no right", "POST file", "403 no right");
            }
        };
    }

    @Test
    void aFileThatIsRefusedWaitsForAPersonAndIsSentOnceItMay() {
        refuseFiles();
        desk.show(CASE, "a.txt");
        troubled.work(0);

        Health health = troubled.link().health();
        assertThat(health.state()).isEqualTo(Health.State.PARKED);
        assertThat(health.about()).isEqualTo(Health.About.FILE);
        assertThat(health.detail()).isEqualTo("a.txt");
        assertThat(health.reason()).isEqualTo("no right");
        troubled.before = call -> {};
        troubled.work(0);
        assertThat(troubled.row().files).hasSize(1);
        assertThat(troubled.link().health().state()).isEqualTo(Health.State.HEALTHY);
    }

    @Test
    void aRefusedFileThatIsIgnoredIsLeftOutAndTheRestGoesOn() {
        refuseFiles();
        desk.show(CASE, "a.txt");
        desk.say(CASE, "Hola");
        troubled.work(0);
        assertThat(troubled.row().messages).isEmpty();

        SyncLink parked = troubled.link();
        Lease operator = ledger.claim(CASE);
        ledger.save(new Entry(operator, parked.with(parked.health().ignored("sin permiso", chaos.instant()))));
        troubled.work(0);

        assertThat(troubled.row().messages).hasSize(1);
        assertThat(ledger.items()).anySatisfy(item -> {
            assertThat(item.way()).isEqualTo(SyncItem.Way.NOT_DELIVERED);
            assertThat(item.reason()).isEqualTo("sin permiso");
        });
        assertThat(ledger.conflicts()).extracting(Conflict::field).containsExactly("FILE");
        assertThat(troubled.link().health().state()).isEqualTo(Health.State.HEALTHY);
    }
}
