package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.Needs;
import cl.buzon.connector.spi.RemoteFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks an instance everything that could go wrong with it, a finding for each thing: whether it can be reached, lets us in,
 * grants us each right, and has each column and each value that we use. What follows from something that failed is not
 * looked at.
 */
final class Examination {

    private static final List<String> OUTSIDE = List.of("tls", "clock", "sign-in");
    private static final List<String> OF_THE_TABLE = List.of("columns", "states", "categories", "compensations");
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Probe probe;
    private final RightExamination rights;
    private final ColumnExamination columns;
    private final ChoiceExamination choices;
    private final FileExamination files;

    Examination(Probe probe, Needs needs) {
        this.probe = probe;
        this.rights = new RightExamination(probe);
        this.columns = new ColumnExamination(probe, needs);
        this.choices = new ChoiceExamination(probe, needs);
        this.files = new FileExamination(probe, needs);
    }

    List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        List<Row> rows;
        try {
            rows = probe.rows(
                    Api.TABLE + probe.settings().table(),
                    Query.all().newestFirst("sys_created_on"),
                    columns.asked(),
                    1);
        } catch (RemoteFailure.Unauthorized no) {
            findings.addAll(outside());
            findings.add(Finding.bad("sign-in", "refused", Probe.words(no)));
            skip(findings, RightExamination.CHECKS);
            skip(findings, OF_THE_TABLE);
            findings.add(Finding.skipped("file-limits"));
            return findings;
        } catch (RemoteFailure.Refused | RemoteFailure.Gone hidden) {
            findings.addAll(
                    inside(Finding.bad("cases", "refused", probe.settings().table(), Probe.words(hidden)), List.of()));
            return findings;
        } catch (RemoteFailure away) {
            findings.add(
                    Finding.bad("address", "unreachable", probe.settings().url().toString(), Probe.words(away)));
            skip(findings, OUTSIDE);
            skip(findings, RightExamination.CHECKS);
            skip(findings, OF_THE_TABLE);
            findings.add(Finding.skipped("file-limits"));
            return findings;
        }
        findings.addAll(inside(Finding.good("cases", probe.settings().table()), rows));
        return findings;
    }

    private List<Finding> inside(Finding cases, List<Row> rows) {
        List<Finding> findings = new ArrayList<>(outside());
        findings.add(Finding.good("sign-in"));
        findings.addAll(rights.of(cases));
        if (cases.outcome() == Finding.Outcome.GOOD) {
            findings.addAll(columns.of(rows));
            findings.addAll(choices.all());
        } else {
            skip(findings, OF_THE_TABLE);
        }
        findings.addAll(files.limits());
        return findings;
    }

    private List<Finding> outside() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.good("address", probe.settings().url().toString()));
        // The settings allow nothing but https to go beyond this machine
        findings.add(
                "https".equals(probe.settings().url().getScheme())
                        ? Finding.good("tls")
                        : new Finding("tls", Finding.Outcome.GOOD, "plain", List.of()));
        findings.add(probe.clock()
                .ahead()
                .map(ahead -> ahead.abs().compareTo(SKEW) > 0
                        ? Finding.warning("clock", "skewed", "" + ahead.toSeconds())
                        : Finding.good("clock"))
                .orElseGet(() -> Finding.warning("clock", "silent")));
        return findings;
    }

    private static void skip(List<Finding> findings, List<String> checks) {
        checks.forEach(check -> findings.add(Finding.skipped(check)));
    }
}
