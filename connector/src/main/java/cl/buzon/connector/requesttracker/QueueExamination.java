package cl.buzon.connector.requesttracker;

import cl.buzon.connector.http.Address;
import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.Needs;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.shared.CaseState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The queue, what we may do in it, its statuses, and the people who work there. */
final class QueueExamination {

    /** What Request Tracker comes with. */
    private static final Set<String> DEFAULT_STATUSES = Set.of("new", "open", "stalled", "resolved", "rejected");

    private static final List<String> OF_THE_QUEUE = List.of(
            "rt-creating",
            "rt-seeing",
            "rt-replying",
            "rt-changing",
            "rt-writing",
            "rt-lists",
            "rt-comments",
            "rt-fields",
            "rt-states");
    private static final long MEGABYTE = 1024L * 1024;

    private final Probe probe;
    private final Needs needs;

    QueueExamination(Probe probe, Needs needs) {
        this.probe = probe;
        this.needs = needs;
    }

    void look(List<Finding> findings, FieldExamination fields) {
        String name = probe.settings().queue();
        try {
            Item queue = probe.rest()
                    .read("doctor", "/queue/" + Address.encoded(name), Map.of())
                    .record();
            findings.add(Finding.good("rt-queue", name));
            findings.add(
                    isLinked(queue, "create")
                            ? Finding.good("rt-creating")
                            : Finding.bad("rt-creating", "missing", name));
            findings.addAll(rights(name));
            findings.add(Finding.untried("rt-writing", "untried", name));
            findings.add(lists(name));
            findings.add(comments(name));
            findings.addAll(fields.of(queue));
            findings.addAll(states(queue.text("Lifecycle")));
        } catch (RemoteFailure.Refused | RemoteFailure.Gone hidden) {
            findings.add(Finding.bad("rt-queue", "hidden", name, Probe.words(hidden)));
            OF_THE_QUEUE.forEach(check -> findings.add(Finding.skipped(check)));
        } catch (RemoteFailure away) {
            findings.add(Finding.bad("rt-queue", "refused", name, Probe.words(away)));
            OF_THE_QUEUE.forEach(check -> findings.add(Finding.skipped(check)));
        }
        findings.addAll(executives());
        findings.add(Finding.untried("rt-files", "unknown", "" + (needs.largestFile() + MEGABYTE - 1) / MEGABYTE));
    }

    /** By what may be done with the newest ticket; only writing would tell more. */
    private List<Finding> rights(String name) {
        Optional<Item> newest = newest(name);
        if (newest.isEmpty()) {
            return List.of(
                    Finding.untried("rt-seeing", "untried", name),
                    Finding.untried("rt-replying", "untried"),
                    Finding.untried("rt-changing", "untried"));
        }
        Item ticket = newest.get();
        boolean moves = ticket.list("_hyperlinks").stream()
                .anyMatch(link -> link.text("ref").equals("lifecycle"));
        return List.of(
                Finding.good("rt-seeing"),
                isLinked(ticket, "correspond")
                        ? Finding.good("rt-replying")
                        : Finding.bad("rt-replying", "missing", name),
                moves ? Finding.good("rt-changing") : Finding.bad("rt-changing", "missing", name));
    }

    /** Whether its database leaves out what we may not see; otherwise pages may be empty that are not the last. */
    private Finding lists(String name) {
        try {
            Item page = probe.rest()
                    .read("doctor", "/tickets", Map.of("query", Sql.is("Queue", name), "per_page", "1"))
                    .record();
            return page.text("total").isEmpty() ? Finding.warning("rt-lists", "filtered") : Finding.good("rt-lists");
        } catch (RemoteFailure away) {
            return Finding.warning("rt-lists", "refused", Probe.words(away));
        }
    }

    private Optional<Item> newest(String name) {
        return probe
                .rest()
                .list(
                        "doctor",
                        "/tickets",
                        Map.of("query", Sql.is("Queue", name), "orderby", "id", "order", "DESC", "per_page", "1"))
                .stream()
                .findFirst()
                .map(ticket -> probe.rest()
                        .read("doctor", "/ticket/" + ticket.id(), Map.of())
                        .record());
    }

    private static boolean isLinked(Item record, String what) {
        return record.list("_hyperlinks").stream()
                .anyMatch(link -> link.text("ref").equals(what));
    }

    /** Nobody whom they cannot reach can give them away. */
    private Finding comments(String name) {
        String query = Sql.is("ObjectType", "RT::Ticket") + " AND " + Sql.is("TicketQueue", name) + " AND "
                + Sql.is("Type", "Comment");
        try {
            return probe.rest()
                            .list("doctor", "/transactions", Map.of("query", query, "per_page", "1"))
                            .isEmpty()
                    ? Finding.good("rt-comments")
                    : Finding.warning("rt-comments", "seen", name);
        } catch (RemoteFailure away) {
            return Finding.warning("rt-comments", "refused", Probe.words(away));
        }
    }

    private List<Finding> states(String lifecycle) {
        if (!lifecycle.equals("default")) {
            String sent = java.util.stream.Stream.of(CaseState.values())
                    .map(state -> probe.settings().status(state.name()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            return List.of(Finding.untried("rt-states", "own", lifecycle, sent));
        }
        List<Finding> findings = new ArrayList<>();
        for (CaseState state : CaseState.values()) {
            String status = probe.settings().status(state.name());
            findings.add(
                    DEFAULT_STATUSES.contains(status)
                            ? Finding.good("rt-state", state.name(), status)
                            : Finding.bad("rt-state", "missing", state.name(), status));
        }
        return findings;
    }

    private List<Finding> executives() {
        if (needs.executives().isEmpty()) {
            return List.of(Finding.untried("rt-executives", "unknown"));
        }
        List<Finding> findings = new ArrayList<>();
        for (String mail : new TreeSet<>(needs.executives())) {
            try {
                findings.add(probe.people()
                        .byMail(mail)
                        .map(login -> Finding.good("rt-executive", mail, login))
                        .orElseGet(() -> Finding.warning("rt-executive", "missing", mail)));
            } catch (RemoteFailure away) {
                findings.add(Finding.warning("rt-executive", "refused", mail, Probe.words(away)));
            }
        }
        return findings;
    }
}
