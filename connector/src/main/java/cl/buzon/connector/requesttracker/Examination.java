package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.Needs;
import cl.buzon.connector.spi.RemoteFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a Request Tracker everything that could go wrong with it, a finding for each thing. What follows from something that
 * failed is not looked at.
 */
final class Examination {

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final List<String> OUTSIDE = List.of("rt-tls", "rt-clock", "rt-sign-in");
    private static final List<String> INSIDE = List.of(
            "rt-language",
            "rt-queue",
            "rt-creating",
            "rt-seeing",
            "rt-replying",
            "rt-changing",
            "rt-writing",
            "rt-lists",
            "rt-comments",
            "rt-fields",
            "rt-states",
            "rt-executives",
            "rt-files");

    private final Probe probe;
    private final QueueExamination queue;
    private final FieldExamination fields;

    Examination(Probe probe, Needs needs) {
        this.probe = probe;
        this.queue = new QueueExamination(probe, needs);
        this.fields = new FieldExamination(probe, needs);
    }

    List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        try {
            Finding language = language();
            findings.addAll(outside());
            findings.add(Finding.good("rt-sign-in"));
            findings.add(language);
        } catch (RemoteFailure.Unauthorized no) {
            findings.addAll(outside());
            findings.add(Finding.bad("rt-sign-in", "refused", Probe.words(no)));
            INSIDE.forEach(check -> findings.add(Finding.skipped(check)));
            return findings;
        } catch (RemoteFailure.Refused | RemoteFailure.Gone | RemoteFailure.Throttled answered) {
            findings.addAll(outside());
            findings.add(Finding.bad("rt-sign-in", "odd", Probe.words(answered)));
            INSIDE.forEach(check -> findings.add(Finding.skipped(check)));
            return findings;
        } catch (RemoteFailure away) {
            findings.add(Finding.bad(
                    "rt-address", "unreachable", probe.settings().url().toString(), Probe.words(away)));
            OUTSIDE.forEach(check -> findings.add(Finding.skipped(check)));
            INSIDE.forEach(check -> findings.add(Finding.skipped(check)));
            return findings;
        }
        queue.look(findings, fields);
        return findings;
    }

    /** Whether our token works at all, and in what language we are answered. */
    private Finding language() {
        return probe.people()
                .ourselves()
                .map(us -> us.record().text("Lang"))
                .map(language -> language.isEmpty() || language.startsWith("en")
                        ? Finding.good("rt-language")
                        : Finding.warning("rt-language", "other", language))
                .orElseGet(() -> {
                    probe.rest().read("doctor", "/rt", java.util.Map.of());
                    return Finding.warning("rt-language", "nameless");
                });
    }

    private List<Finding> outside() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.good("rt-address", probe.settings().url().toString()));
        // The settings allow nothing but https to go beyond this machine
        findings.add(
                "https".equals(probe.settings().url().getScheme())
                        ? Finding.good("rt-tls")
                        : new Finding("rt-tls", Finding.Outcome.GOOD, "plain", List.of()));
        findings.add(probe.rest()
                .clock()
                .ahead()
                .map(ahead -> ahead.abs().compareTo(SKEW) > 0
                        ? Finding.warning("rt-clock", "skewed", "" + ahead.toSeconds())
                        : Finding.good("rt-clock"))
                .orElseGet(() -> Finding.warning("rt-clock", "silent")));
        return findings;
    }
}
