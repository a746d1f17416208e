package cl.buzon.connector.requesttracker;

import cl.buzon.connector.requesttracker.RequestTrackerSettings.Fields;
import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.Needs;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.shared.CompensationState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether each custom field is there, applies to the queue, and takes what we put into it, as far as it is told. */
final class FieldExamination {

    private final Probe probe;
    private final Needs needs;
    private boolean hidden;

    FieldExamination(Probe probe, Needs needs) {
        this.probe = probe;
        this.needs = needs;
    }

    /** A value of ours, and what it is called over there. */
    private record Sent(String ours, String theirs) {}

    List<Finding> of(Item queue) {
        Fields names = probe.settings().fields();
        List<Finding> findings = new ArrayList<>();
        look(queue, names.caseNumber(), findings)
                .ifPresent(field -> findings.add(
                        field.text("UniqueValues").equals("1")
                                ? Finding.good("rt-unique", names.caseNumber())
                                : Finding.warning("rt-unique", "missing", names.caseNumber())));
        look(queue, names.trackingNumber(), findings);
        look(queue, names.category(), findings).ifPresent(field -> findings.addAll(categories(field)));
        look(queue, names.compensationState(), findings)
                .ifPresent(field -> findings.addAll(values(
                        "rt-compensation",
                        field,
                        Stream.of(CompensationState.values())
                                .map(state -> new Sent(
                                        state.name(),
                                        probe.settings().compensations().toTheirs(state.name())))
                                .toList())));
        look(queue, names.compensationAmount(), findings);
        names.resolutionCode().ifPresent(name -> look(queue, name, findings));
        names.resolutionNotes().ifPresent(name -> look(queue, name, findings));
        if (hidden) {
            findings.add(Finding.untried("rt-values", "hidden", names.caseNumber(), names.compensationState(), sent()));
        }
        return findings;
    }

    private String sent() {
        return Stream.of(CompensationState.values())
                .map(state -> probe.settings().compensations().toTheirs(state.name()))
                .collect(Collectors.joining(", "));
    }

    private Optional<Item> look(Item queue, String name, List<Finding> findings) {
        Optional<Item> applied = queue.list("TicketCustomFields").stream()
                .filter(field -> field.text("name").equalsIgnoreCase(name))
                .findFirst();
        if (applied.isEmpty()) {
            findings.add(
                    Finding.bad("rt-field", "missing", name, probe.settings().queue()));
            return Optional.empty();
        }
        try {
            Item field = probe.rest()
                    .read("doctor", "/customfield/" + applied.get().id(), Map.of())
                    .record();
            findings.add(
                    field.number("MaxValues") == 1
                            ? Finding.good("rt-field", name)
                            : Finding.warning("rt-field", "many", name));
            return Optional.of(field);
        } catch (RemoteFailure.Refused | RemoteFailure.Gone closed) {
            // The right that shows a field on tickets does not show what it is like
            findings.add(Finding.good("rt-field", name));
            hidden = true;
            return Optional.empty();
        } catch (RemoteFailure away) {
            findings.add(Finding.warning("rt-field", "refused", name, Probe.words(away)));
            return Optional.empty();
        }
    }

    private List<Finding> categories(Item field) {
        if (!isSelect(field)) {
            return List.of();
        }
        if (needs.categories().isEmpty()) {
            return List.of(Finding.untried("rt-categories", "unknown"));
        }
        return values(
                "rt-category",
                field,
                new TreeSet<>(needs.categories())
                        .stream()
                                .map(code -> new Sent(
                                        code, probe.settings().category().apply(code)))
                                .toList());
    }

    private static boolean isSelect(Item field) {
        return field.text("Type").equals("Select");
    }

    /** A field without a list takes whatever its pattern allows. */
    private static List<Finding> values(String check, Item field, List<Sent> values) {
        if (!isSelect(field)) {
            return List.of();
        }
        Set<String> there = field.names("Values");
        return values.stream()
                .map(sent -> there.contains(sent.theirs())
                        ? Finding.good(check, sent.ours(), sent.theirs())
                        : Finding.bad(check, "missing", sent.ours(), sent.theirs()))
                .toList();
    }
}
