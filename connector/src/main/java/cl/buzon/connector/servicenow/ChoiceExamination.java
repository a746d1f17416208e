package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.Needs;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether each value that we send may be chosen over there: a finding for each state, category and compensation. */
final class ChoiceExamination {

    private final Probe probe;
    private final Needs needs;

    ChoiceExamination(Probe probe, Needs needs) {
        this.probe = probe;
        this.needs = needs;
    }

    /** A value of ours, and what it is called over there. */
    private record Sent(String ours, String theirs) {}

    List<Finding> all() {
        ServiceNowSettings settings = probe.settings();
        List<Finding> findings = new ArrayList<>();
        Set<String> states = there("state");
        if (states.isEmpty()) {
            // A column without choices and choices that are hidden look alike
            return List.of(
                    Finding.untried("states", "hidden"),
                    Finding.skipped("categories"),
                    Finding.skipped("compensations"));
        }
        Stream.of(CaseState.values())
                .map(state -> new Sent(state.name(), settings.states().toTheirs(state.name())))
                .forEach(sent -> findings.add(of("state", sent, states)));
        findings.addAll(unmapped(states));
        if (needs.categories().isEmpty()) {
            findings.add(Finding.untried("categories", "unknown"));
        } else {
            findings.addAll(list(
                    "categories",
                    "category",
                    settings.names().category(),
                    new TreeSet<>(needs.categories())
                            .stream()
                                    .map(code ->
                                            new Sent(code, settings.category().apply(code)))
                                    .toList()));
        }
        findings.addAll(list(
                "compensations",
                "compensation",
                settings.names().compensationState(),
                Stream.of(CompensationState.values())
                        .map(state ->
                                new Sent(state.name(), settings.compensations().toTheirs(state.name())))
                        .toList()));
        closing(findings);
        return findings;
    }

    /** Theirs that are none of ours, and that nobody has declared to mean nothing here. */
    private List<Finding> unmapped(Set<String> states) {
        Set<String> others = new TreeSet<>(states);
        others.removeAll(probe.settings().states().values());
        others.removeAll(probe.settings().ignoredStates());
        return others.stream()
                .map(value -> Finding.warning("states", "unmapped", value))
                .toList();
    }

    /** A column without a list takes whatever fits into it. */
    private List<Finding> list(String checks, String check, String column, List<Sent> values) {
        Set<String> there = there(column);
        return there.isEmpty()
                ? List.of(new Finding(checks, Finding.Outcome.GOOD, "free", List.of(column)))
                : values.stream().map(sent -> of(check, sent, there)).toList();
    }

    private void closing(List<Finding> findings) {
        String code = probe.settings().closing().code();
        if (!code.isEmpty()) {
            findings.add(of("close-code", new Sent("CLOSED", code), there("resolution_code")));
        }
    }

    private static Finding of(String check, Sent sent, Set<String> there) {
        return there.contains(sent.theirs())
                ? Finding.good(check, sent.ours(), sent.theirs())
                : Finding.bad(check, "missing", sent.ours(), sent.theirs());
    }

    private Set<String> there(String column) {
        try {
            return probe.choices().of(column).stream()
                    .map(row -> row.text("value"))
                    .filter(value -> !value.isEmpty())
                    .collect(Collectors.toSet());
        } catch (RemoteFailure hidden) {
            return Set.of();
        }
    }
}
