package cl.buzon.sync;

import cl.buzon.sync.World.Disagreement;
import cl.buzon.sync.World.OurCase;
import cl.buzon.sync.World.Outlet;
import cl.buzon.sync.World.Planted;
import cl.buzon.sync.World.Promise;
import cl.buzon.sync.World.Reader;
import cl.buzon.sync.World.Ticket;
import cl.buzon.sync.World.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What must hold between the two sides once all is quiet, whatever went wrong before: I1 to I14, each by looking at both
 * sides and not at what the connector believes. Whether one more round writes nothing (the other half of I8) and whether a
 * poison case delayed others (the other half of I9) only a run can tell.
 */
public final class Invariants {

    /**
     * How the other side writes what both hold.
     *
     * @param states its value for each state of ours
     * @param compensation its word for a state of a compensation
     */
    public record Words(Map<String, String> states, UnaryOperator<String> compensation) {

        static final Words OF_SERVICENOW = new Words(
                Map.of(
                        "NEW",
                        "1",
                        "OPEN",
                        "10",
                        "AWAITING_INFO",
                        "18",
                        "RESOLVED",
                        "6",
                        "CLOSED",
                        "3",
                        "CANCELLED",
                        "7"),
                state -> state.toLowerCase(Locale.ROOT));
    }

    private final World world;
    private final Words words;
    private final Map<String, List<Ticket>> tickets;
    private final List<Violation> found = new ArrayList<>();

    private Invariants(World world, Words words) {
        this.world = world;
        this.words = words;
        this.tickets = world.tickets().stream().collect(Collectors.groupingBy(Ticket::ours));
    }

    /** Everything that does not hold; empty when all does. */
    static List<Violation> violated(World world) {
        return violated(world, Words.OF_SERVICENOW);
    }

    /** The same where the other side has words of its own. */
    public static List<Violation> violated(World world, Words words) {
        Invariants check = new Invariants(world, words);
        check.promises();
        world.cases().forEach(check::one);
        check.strangers();
        check.secrets();
        check.files();
        check.stamps();
        check.writers();
        return check.found;
    }

    private void violate(String invariant, String subject, String words) {
        found.add(new Violation(invariant, subject, words));
    }

    /** I1, I2: what was confirmed is there, once. */
    private void promises() {
        Map<String, List<OurCase>> byNumber = world.cases().stream().collect(Collectors.groupingBy(OurCase::number));
        world.promises().stream().collect(Collectors.groupingBy(Promise::key)).forEach((key, told) -> {
            List<String> numbers = told.stream().map(Promise::number).distinct().toList();
            if (numbers.size() > 1) {
                violate("I2", "key " + key, "was answered with " + numbers);
            }
        });
        for (Promise promise : world.promises()) {
            List<OurCase> cases = byNumber.getOrDefault(promise.number(), List.of());
            if (cases.size() != 1) {
                violate("I1", "case " + promise.number(), "was confirmed, and there are " + cases.size());
            } else {
                kept(promise, cases.get(0));
            }
        }
    }

    private void kept(Promise promise, OurCase in) {
        long times =
                switch (promise.kind()) {
                    case CASE ->
                        world.cases().stream()
                                .filter(one -> one.subject().equals(promise.what()))
                                .count();
                    case MESSAGE ->
                        in.said().stream()
                                .filter(said -> !said.crossing() && said.text().equals(promise.what()))
                                .count();
                    case FILE ->
                        in.shown().stream()
                                .filter(shown ->
                                        !shown.crossing() && shown.sha256().equals(promise.what()))
                                .count();
                };
        if (times == 0) {
            violate("I1", "case " + in.number(), "confirmed and lost: " + promise.kind() + " " + brief(promise.what()));
        } else if (times > 1) {
            violate("I2", "case " + in.number(), times + " times: " + promise.kind() + " " + brief(promise.what()));
        }
    }

    private void one(OurCase ours) {
        if (!ours.assignedAtOnce()) {
            violate("I10", "case " + ours.number(), "was opened without a decision on its executive");
        }
        List<Ticket> theirs = tickets.getOrDefault(ours.id(), List.of());
        boolean stuck = ours.link() != null && !ours.link().health().equals("HEALTHY");
        if (theirs.size() > 1) {
            violate("I3", "case " + ours.number(), theirs.size() + " records: " + ids(theirs));
        } else if (stuck) {
            reason(ours);
        } else if (theirs.isEmpty()) {
            violate("I3", "case " + ours.number(), "no record");
        } else {
            inStep(ours, theirs.get(0));
        }
    }

    private void reason(OurCase ours) {
        String reason = Objects.requireNonNull(ours.link()).reason();
        if (reason == null || reason.isBlank()) {
            violate("I9", "case " + ours.number(), "is " + ours.link().health() + " without a reason");
        }
    }

    private void inStep(OurCase ours, Ticket theirs) {
        if (ours.waiting()) {
            violate("I9", "case " + ours.number(), "still waits");
        }
        new Conversations(ours, theirs, this::violate).compare();
        agree(ours, "STATE", words.states().getOrDefault(ours.state(), "?"), theirs.field("state"), "I8");
        agree(ours, "EXECUTIVE", ours.executive(), theirs.field("assigned_to"), "I8");
        agree(
                ours,
                "COMPENSATION_STATE",
                words.compensation().apply(ours.compensation()),
                theirs.field("u_compensation_state"),
                "I8");
        agree(
                ours,
                "COMPENSATION_AMOUNT",
                ours.amount() == null ? "" : Long.toString(ours.amount()),
                theirs.field("u_compensation_amount"),
                "I13");
        if (ours.link() != null && ours.link().revision() > theirs.revision()) {
            violate(
                    "I12",
                    "case " + ours.number(),
                    "knows revision " + ours.link().revision() + " of " + theirs.revision());
        }
    }

    /** I7, I8, I13: the same on both sides, or written down for staff. */
    private void agree(OurCase ours, String field, String own, String theirs, String invariant) {
        boolean recorded = world.disagreements().stream()
                .anyMatch(one -> one.caseId().equals(ours.id())
                        && one.field().equals(field)
                        && one.text().contains(theirs));
        if (!own.equals(theirs) && !recorded) {
            violate(
                    invariant,
                    "case " + ours.number(),
                    field + " is \"" + own + "\" here and \"" + theirs + "\" there, and nobody was told (I7)");
        }
    }

    /** Records that say they are ours and are of no case. */
    private void strangers() {
        List<String> known = world.cases().stream().map(OurCase::id).toList();
        tickets.forEach((ours, some) -> {
            if (!known.contains(ours)) {
                violate("I3", "record " + ids(some), "belongs to no case");
            }
        });
        for (Disagreement one : world.disagreements()) {
            if (!known.contains(one.caseId())) {
                violate("I7", "conflict on " + one.field(), "belongs to no case");
            }
        }
    }

    /** I6: nobody reads what is not meant for them. */
    private void secrets() {
        for (Planted planted : world.planted()) {
            for (Outlet outlet : world.outlets()) {
                boolean hidden = planted.hiddenFrom().contains(outlet.reader()) || outlet.reader() == Reader.EVERYBODY;
                if (hidden && outlet.text().contains(planted.text())) {
                    violate("I6", outlet.name(), "tells \"" + brief(planted.text()) + "\"");
                }
            }
        }
    }

    private void files() {
        world.spoiledFiles().forEach(words -> violate("I11", "file", words));
    }

    private void stamps() {
        world.stale().forEach(words -> violate("I12", "link", words));
    }

    /** I14: no two writes for one record at a time. */
    private void writers() {
        world.writes().stream()
                .filter(write -> !write.ticket().isEmpty())
                .collect(Collectors.groupingBy(Write::ticket))
                .forEach((ticket, writes) -> overlapping(ticket, writes));
    }

    private void overlapping(String ticket, List<Write> writes) {
        List<Write> inOrder =
                writes.stream().sorted(Comparator.comparing(Write::begun)).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            Write before = inOrder.get(i - 1);
            Write after = inOrder.get(i);
            if (after.begun().isBefore(before.ended())) {
                violate("I14", "record " + ticket, after.what() + " began while " + before.what() + " was at work");
            }
        }
    }

    private static String ids(Collection<Ticket> some) {
        return some.stream().map(Ticket::id).collect(Collectors.joining(", "));
    }

    static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** What is too much and what is missing in a list of which each should be there once. */
    static <T> List<T> without(List<T> some, List<T> others, Function<T, String> sign) {
        List<String> left = new ArrayList<>(others.stream().map(sign).toList());
        return some.stream().filter(one -> !left.remove(sign.apply(one))).toList();
    }
}
