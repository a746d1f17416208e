package cl.buzon.connector.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.connector.link.Agreed;
import cl.buzon.connector.link.Entry;
import cl.buzon.connector.link.Fact;
import cl.buzon.connector.link.SyncItem;
import cl.buzon.connector.link.SyncLink;
import cl.buzon.connector.spi.Changes;
import cl.buzon.connector.spi.RemoteAuthor;
import cl.buzon.connector.spi.RemoteFile;
import cl.buzon.connector.spi.RemoteMessage;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.spi.Watermark;
import cl.buzon.shared.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a ledger makes of what it hears: the simulation must not play with another one than the server has. */
abstract class LedgerContract {

    private static final CaseId CASE = new CaseId(new UUID(1, 1));
    private static final TicketId TICKET = new TicketId("t1");
    private static final RemoteAuthor ANA = new RemoteAuthor("Ana", null, false);

    @SuppressWarnings("NullAway.Init")
    private Book ledger;

    /** An empty one, calm and on the side of nobody. */
    protected abstract Book book();

    static Chaos calm() {
        Chaos chaos = new Chaos(1);
        chaos.calmDown();
        return chaos;
    }

    @BeforeEach
    void linkOne() {
        ledger = book();
        ledger.mark(CASE);
        ledger.save(new Entry(ledger.claim(CASE), SyncLink.none(CASE).with(ticket(9, "NEW"), Agreed.NOTHING)));
    }

    private static Ticket ticket(long revision, String state) {
        return new Ticket(
                TICKET,
                "CS1",
                CASE,
                new Stamp(revision, Instant.EPOCH),
                TicketFields.none().with(TicketField.STATE, state));
    }

    private static Fact.Said said(String key, String text) {
        return new Fact.Said(new RemoteMessage(key, TICKET, ANA, Instant.EPOCH, text));
    }

    private static Changes telling(Fact.Said... said) {
        return new Changes(
                List.of(), List.of(said).stream().map(Fact.Said::message).toList(), List.of(), Watermark.START, false);
    }

    private static Changes lost(long revision, String key) {
        return new Changes(
                List.of(), List.of(), List.of(), Set.of(), Watermark.START, false, new Changes.Lost(revision, key));
    }

    private SyncLink link() {
        return ledger.find(CASE).orElseThrow();
    }

    private void take(Fact fact, @Nullable UUID ours) {
        ledger.save(new Entry(ledger.claim(CASE), link())
                .item(new SyncItem(CASE, ours, 0, SyncItem.Way.TAKEN, fact.remoteId(), fact.print(), null)));
    }

    private List<String> words() {
        return ledger.facts(CASE, false, 9).stream()
                .map(fact -> ((Fact.Said) fact).message().text())
                .toList();
    }

    @Test
    void whatIsToldAgainIsNoNews() {
        assertThat(ledger.hear(telling(said("m1", "Hola")))).containsExactly(CASE);
        assertThat(ledger.hear(telling(said("m1", "Hola")))).isEmpty();

        take(said("m1", "Hola"), new UUID(2, 1));

        assertThat(ledger.hear(telling(said("m1", "Hola")))).isEmpty();
        assertThat(words()).isEmpty();
    }

    @Test
    void whatWasMissedIsLookedAt() {
        Changes missing = new Changes(
                List.of(), List.of(), List.of(), Set.of(TICKET, new TicketId("t2")), Watermark.START, false);

        assertThat(ledger.hear(missing)).containsExactly(CASE);

        assertThat(link().look()).isTrue();
    }

    @Test
    void aFileThatTurnsOutToBeCutIsToldAsSuch() {
        for (RemoteFile.Readiness readiness : List.of(RemoteFile.Readiness.READY, RemoteFile.Readiness.CUT)) {
            RemoteFile file = new RemoteFile("f1", TICKET, ANA, Instant.EPOCH, "a.pdf", 9, readiness);
            ledger.hear(new Changes(List.of(), List.of(), List.of(file), Watermark.START, false));
        }

        assertThat(ledger.facts(CASE, false, 9))
                .extracting(fact -> ((Fact.Attached) fact).file().readiness())
                .containsExactly(RemoteFile.Readiness.CUT);
    }

    /** It counts on from its backup: what it tells until it has caught up would be taken for old. */
    @Test
    void whatARestoredSystemDoesNotKnowAnyMoreIsForgotten() {
        assertThat(ledger.hear(lost(9, "m9"))).as("it is still there").isEmpty();
        assertThat(link().look()).isFalse();

        assertThat(ledger.hear(lost(4, "m4"))).containsExactly(CASE);

        assertThat(link().told()).isNull();
        assertThat(link().look()).isTrue();
        ledger.hear(new Changes(List.of(ticket(5, "OPEN")), List.of(), List.of(), Watermark.START, false));
        assertThat(Objects.requireNonNull(link().told()).stamp().revision()).isEqualTo(5);
    }

    /** It gives keys once more, and whoever goes by them would take new words for those that were taken before. */
    @Test
    void whatARestoredSystemSaysUnderAKeyOnceMoreIsNews() {
        take(said("m3", "Antes"), new UUID(2, 1));
        take(said("m5", "Perdido"), new UUID(2, 2));
        ledger.hear(telling(said("m6", "También perdido")));

        ledger.hear(lost(4, "m4"));

        assertThat(ledger.hear(telling(said("m3", "Antes"))))
                .as("what is still there")
                .isEmpty();
        assertThat(ledger.hear(telling(said("m5", "Nuevo"), said("m6", "Más nuevo"))))
                .containsExactly(CASE);
        assertThat(words()).containsExactlyInAnyOrder("Nuevo", "Más nuevo", "También perdido");
        take(said("m5", "Nuevo"), new UUID(2, 3));
        assertThat(words()).containsExactlyInAnyOrder("Más nuevo", "También perdido");
    }

    @Test
    void whatWasLostTwiceIsLostEachTime() {
        take(said("m5", "Perdido"), new UUID(2, 1));
        ledger.hear(lost(4, "m4"));
        take(said("m5", "Otra vez"), new UUID(2, 2));

        ledger.hear(lost(3, "m3"));

        assertThat(ledger.hear(telling(said("m5", "Y otra")))).containsExactly(CASE);
        assertThat(ledger.items()).hasSize(2).extracting(SyncItem::remoteId).doesNotHaveDuplicates();
    }
}
