package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.RemoteFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Asks an instance everything that could go wrong with it: whether it can be reached, lets us in and shows us what we
 * need. What follows from something that failed is not looked at.
 */
final class Examination {

    private static final List<String> INSIDE =
            List.of("zone", "cases", "journal", "attachments", "users", "choices", "columns", "states", "file-limits");
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Probe probe;
    private final ColumnExamination columns;

    Examination(Probe probe) {
        this.probe = probe;
        this.columns = new ColumnExamination(probe);
    }

    List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        List<Row> rows = List.of();
        Finding cases = Finding.good("cases", probe.settings().table());
        try {
            rows = probe.rows(
                    Api.TABLE + probe.settings().table(),
                    Query.all().newestFirst("sys_created_on"),
                    columns.asked(),
                    1);
        } catch (RemoteFailure.Unauthorized no) {
            findings.addAll(outside());
            findings.add(Finding.bad("sign-in", "refused", words(no)));
            skip(findings, INSIDE);
            return findings;
        } catch (RemoteFailure.Refused | RemoteFailure.Gone hidden) {
            cases = Finding.bad("cases", "refused", probe.settings().table(), words(hidden));
        } catch (RemoteFailure away) {
            findings.add(
                    Finding.bad("address", "unreachable", probe.settings().url().toString(), words(away)));
            skip(findings, List.of("tls", "clock", "sign-in"));
            skip(findings, INSIDE);
            return findings;
        }
        findings.addAll(outside());
        findings.add(Finding.good("sign-in"));
        findings.add(asked("zone", this::zone));
        findings.add(cases);
        findings.add(asked("journal", this::journal));
        findings.add(right("attachments", Api.ATTACHMENT));
        findings.add(right("users", Api.TABLE + "sys_user"));
        findings.add(right("choices", Api.TABLE + "sys_choice"));
        if (cases.outcome() == Finding.Outcome.GOOD) {
            findings.addAll(columns.columns(rows));
            findings.addAll(columns.states());
        } else {
            skip(findings, List.of("columns", "states"));
        }
        findings.addAll(columns.fileLimits());
        return findings;
    }

    private List<Finding> outside() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.good("address", probe.settings().url().toString()));
        findings.add(
                "https".equals(probe.settings().url().getScheme())
                        ? Finding.good("tls")
                        : Finding.warning("tls", "plain"));
        findings.add(probe.clock()
                .ahead()
                .map(ahead -> ahead.abs().compareTo(SKEW) > 0
                        ? Finding.warning("clock", "skewed", "" + ahead.toSeconds())
                        : Finding.good("clock"))
                .orElseGet(() -> Finding.warning("clock", "silent")));
        return findings;
    }

    /** Some instances read times in queries in the zone of whoever asks. */
    private Finding zone() {
        String user = probe.settings().user().orElse("");
        if (!Query.takes(user)) {
            return Finding.warning("zone", "nameless");
        }
        List<Row> rows = probe.rows(
                Api.TABLE + "sys_user",
                Query.all().is("user_name", user),
                List.of("sys_id", "user_name", "time_zone"),
                1);
        if (rows.isEmpty() || rows.get(0).get("time_zone").isEmpty()) {
            return Finding.warning("zone", "hidden", user);
        }
        String zone = rows.get(0).text("time_zone");
        return List.of("GMT", "UTC", "Etc/UTC", "Etc/GMT", "Greenwich").contains(zone)
                ? Finding.good("zone", zone)
                : Finding.bad("zone", "other", user, zone.isEmpty() ? "-" : zone);
    }

    /** No entries and no right to see them look the same: people's view of a case tells them apart. */
    private Finding journal() {
        String table = Api.TABLE + "sys_journal_field";
        List<String> some = List.of("sys_id", "element", "element_id");
        if (!probe.rows(table, Query.all().is("element", "comments"), some, 1).isEmpty()) {
            return Finding.good("journal");
        }
        boolean hidden = probe
                .api()
                .displayed(
                        "doctor",
                        Api.TABLE + probe.settings().table(),
                        Query.all().newestFirst("sys_updated_on"),
                        List.of("sys_id", "comments"),
                        20)
                .rows()
                .stream()
                .anyMatch(row -> !row.text("comments").isBlank());
        return hidden ? Finding.bad("journal", "hidden") : Finding.good("journal");
    }

    private Finding right(String check, String path) {
        return asked(check, () -> {
            probe.rows(path, Query.all().newestFirst("sys_created_on"), List.of("sys_id"), 1);
            return Finding.good(check);
        });
    }

    static Finding asked(String check, Supplier<Finding> look) {
        try {
            return look.get();
        } catch (RemoteFailure failure) {
            return Finding.bad(check, "refused", words(failure));
        }
    }

    private static void skip(List<Finding> findings, List<String> checks) {
        checks.forEach(check -> findings.add(Finding.skipped(check)));
    }

    private static String words(RemoteFailure failure) {
        return String.valueOf(failure.getMessage());
    }
}
