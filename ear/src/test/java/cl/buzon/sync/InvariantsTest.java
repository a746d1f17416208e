package cl.buzon.sync;

import static org.assertj.core.api.Assertions.assertThat;

import cl.buzon.sync.World.Comment;
import cl.buzon.sync.World.Disagreement;
import cl.buzon.sync.World.Document;
import cl.buzon.sync.World.Link;
import cl.buzon.sync.World.OurCase;
import cl.buzon.sync.World.Outlet;
import cl.buzon.sync.World.Planted;
import cl.buzon.sync.World.Promise;
import cl.buzon.sync.World.Reader;
import cl.buzon.sync.World.Said;
import cl.buzon.sync.World.Shown;
import cl.buzon.sync.World.Ticket;
import cl.buzon.sync.World.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A whole world violates nothing, and each way to break it is seen. */
class InvariantsTest {

    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    private final List<Said> said = new ArrayList<>(
            List.of(new Said("m1", false, "uno"), new Said("m2", false, "dos"), new Said("m3", true, "tres")));
    private final List<Shown> shown =
            new ArrayList<>(List.of(new Shown("f1", false, "a.pdf", "aa"), new Shown("f2", true, "b.pdf", "bb")));
    private final List<Comment> comments = new ArrayList<>(List.of(
            new Comment("c1", true, "Camila (portal): uno"),
            new Comment("c2", true, "Camila (portal): (1/2) d"),
            new Comment("c3", false, "<p>tres</p>"),
            new Comment("c4", true, "Camila (portal): (2/2) os")));
    private final List<Document> documents =
            new ArrayList<>(List.of(new Document("d1", true, "a.pdf", "aa"), new Document("d2", false, "b.pdf", "bb")));
    private final Map<String, String> fields = new HashMap<>(Map.of(
            "state", "10",
            "assigned_to", "marcela@buzon.example",
            "u_compensation_state", "paid",
            "u_compensation_amount", "45000"));
    private final List<Ticket> tickets = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private final List<Disagreement> disagreements = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();
    private final List<Outlet> outlets = new ArrayList<>();
    private Link link = new Link("t1", "HEALTHY", null, 3);
    private Set<String> left = Set.of();
    private boolean assigned = true;
    private boolean waiting;

    private List<String> violated() {
        OurCase ours = new OurCase(
                "u1",
                "CS0001001",
                "Asunto",
                "OPEN",
                "marcela@buzon.example",
                "PAID",
                45_000L,
                assigned,
                waiting,
                link,
                left,
                said,
                shown);
        List<Ticket> all = new ArrayList<>(tickets);
        all.add(ticket("t1", "u1"));
        World world = new World(
                List.of(ours),
                all,
                promises,
                disagreements,
                writes,
                outlets,
                List.of(new Planted("secreto", Set.of(Reader.CAMILA))),
                List.of(),
                List.of());
        return Invariants.violated(world).stream().map(Violation::invariant).toList();
    }

    private Ticket ticket(String id, String ours) {
        return new Ticket(id, ours, fields, 3, comments, documents);
    }

    @Test
    void aWholeWorldViolatesNothing() {
        promises.add(new Promise(Promise.Kind.CASE, "k1", "CS0001001", "Asunto"));
        promises.add(new Promise(Promise.Kind.MESSAGE, "k2", "CS0001001", "dos"));
        promises.add(new Promise(Promise.Kind.FILE, "k3", "CS0001001", "aa"));
        writes.add(new Write("t1", "PATCH", NOW, NOW.plusSeconds(1)));
        writes.add(new Write("t1", "POST", NOW.plusSeconds(1), NOW.plusSeconds(2)));

        assertThat(violated()).isEmpty();
    }

    @Test
    void aConfirmedCaseThatIsGoneIsSeen() {
        promises.add(new Promise(Promise.Kind.CASE, "k1", "CS0009999", "Otro"));

        assertThat(violated()).containsExactly("I1");
    }

    @Test
    void aConfirmedMessageThatIsGoneIsSeen() {
        promises.add(new Promise(Promise.Kind.MESSAGE, "k1", "CS0001001", "nunca llegó"));

        assertThat(violated()).containsExactly("I1");
    }

    @Test
    void aKeyThatOpenedTwoCasesIsSeen() {
        promises.add(new Promise(Promise.Kind.CASE, "k1", "CS0001001", "Asunto"));
        promises.add(new Promise(Promise.Kind.CASE, "k1", "CS0001002", "Asunto"));

        assertThat(violated()).contains("I2");
    }

    @Test
    void aSecondRecordIsSeen() {
        tickets.add(ticket("t2", "u1"));

        assertThat(violated()).containsExactly("I3");
    }

    @Test
    void aRecordOfNoCaseIsSeen() {
        tickets.add(ticket("t2", "u2"));

        assertThat(violated()).containsExactly("I3");
    }

    @Test
    void aLostMessageIsSeenOnEitherSide() {
        comments.remove(0);
        said.remove(2);

        assertThat(violated()).containsExactly("I4", "I4");
    }

    @Test
    void aLostPartIsSeen() {
        comments.remove(3);

        assertThat(violated()).contains("I4");
    }

    @Test
    void aMessageSaidTwiceIsSeen() {
        comments.add(new Comment("c9", true, "Camila (portal): uno"));

        assertThat(violated()).containsExactly("I4");
    }

    @Test
    void anotherOrderIsSeen() {
        said.add(0, said.remove(1));

        assertThat(violated()).containsExactly("I5");
    }

    @Test
    void whatCouldNotCrossWithAReasonIsNoLoss() {
        said.remove(2);
        left = Set.of("c3");

        assertThat(violated()).isEmpty();
    }

    @Test
    void aSecretThatIsToldIsSeen() {
        outlets.add(new Outlet("the feed", Reader.CAMILA, "{\"text\":\"secreto\"}"));
        outlets.add(new Outlet("another's feed", Reader.PAULA, "secreto"));

        assertThat(violated()).containsExactly("I6");
    }

    @Test
    void fieldsThatDifferUnrecordedAreSeen() {
        fields.put("state", "6");
        fields.put("u_compensation_amount", "45001");

        assertThat(violated()).containsExactly("I8", "I13");
    }

    @Test
    void fieldsThatDifferOnRecordAreAllRight() {
        fields.put("state", "99");
        disagreements.add(new Disagreement("u1", "STATE", "OPEN|?99|UNKNOWN"));

        assertThat(violated()).isEmpty();
    }

    @Test
    void aCaseThatStillWaitsIsSeen() {
        waiting = true;

        assertThat(violated()).containsExactly("I9");
    }

    @Test
    void aParkedCaseNeedsAReason() {
        link = new Link("t1", "PARKED", null, 3);

        assertThat(violated()).containsExactly("I9");
    }

    @Test
    void aCaseOpenedWithoutADecisionIsSeen() {
        assigned = false;

        assertThat(violated()).containsExactly("I10");
    }

    @Test
    void otherBytesAreSeen() {
        documents.set(0, new Document("d1", true, "a.pdf", "ax"));

        assertThat(violated()).containsExactly("I11", "I4");
    }

    @Test
    void aRevisionFromTheFutureIsSeen() {
        link = new Link("t1", "HEALTHY", null, 4);

        assertThat(violated()).containsExactly("I12");
    }

    @Test
    void twoWritersAtOnceAreSeen() {
        writes.add(new Write("t1", "PATCH", NOW, NOW.plusSeconds(2)));
        writes.add(new Write("t1", "POST", NOW.plusSeconds(1), NOW.plusSeconds(3)));
        writes.add(new Write("t2", "POST", NOW.plusSeconds(1), NOW.plusSeconds(3)));

        assertThat(violated()).containsExactly("I14");
    }
}
