package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Finding;
import cl.buzon.connector.spi.RemoteFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What our user may do over there, a finding for each right. A table that is hidden from somebody often looks empty instead
 * of forbidden; what only writing would prove is proved by what we have written before.
 */
final class RightExamination {

    static final List<String> CHECKS = List.of(
            "zone",
            "cases",
            "writing",
            "journal",
            "attachments",
            "attaching",
            "users",
            "contacts",
            "choices",
            "dictionary");

    private static final List<String> GREENWICH = List.of("GMT", "UTC", "Etc/UTC", "Etc/GMT", "Greenwich");

    private final Probe probe;

    RightExamination(Probe probe) {
        this.probe = probe;
    }

    /** @param cases whether the table of the cases can be read */
    List<Finding> of(Finding cases) {
        List<Finding> findings = new ArrayList<>();
        findings.add(asked("zone", this::zone));
        findings.add(cases);
        findings.add(asked(
                "writing", () -> proved("writing", Api.TABLE + probe.settings().table())));
        findings.add(asked("journal", this::journal));
        findings.add(readable("attachments", Api.ATTACHMENT));
        findings.add(asked("attaching", () -> proved("attaching", Api.ATTACHMENT)));
        findings.add(filled("users", "sys_user", Finding.bad("users", "hidden")));
        findings.add(contacts());
        findings.add(filled("choices", "sys_choice", Finding.warning("choices", "hidden")));
        findings.add(dictionary());
        String group = probe.settings().group();
        if (!group.isEmpty()) {
            findings.add(asked("group", () -> group(group)));
        }
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
        return GREENWICH.contains(zone)
                ? Finding.good("zone", zone)
                : Finding.bad("zone", "other", user, zone.isEmpty() ? "-" : zone);
    }

    private Finding proved(String check, String path) {
        String user = probe.settings().user().orElse("");
        boolean done = Query.takes(user)
                && !probe.rows(
                                path,
                                Query.all().is("sys_created_by", user).newestFirst("sys_created_on"),
                                List.of("sys_id"),
                                1)
                        .isEmpty();
        return done ? Finding.good(check) : Finding.untried(check, "untried");
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
        return hidden ? Finding.bad("journal", "hidden") : Finding.untried("journal", "unproved");
    }

    /** Cases are kept in step without them. */
    private Finding contacts() {
        Finding finding = readable("contacts", Api.TABLE + "customer_contact");
        return finding.outcome() == Finding.Outcome.BAD
                ? new Finding("contacts", Finding.Outcome.WARNING, finding.result(), finding.arguments())
                : finding;
    }

    private Finding dictionary() {
        try {
            return probe.lengths()
                            .dictionary(List.of("short_description", "description"))
                            .isEmpty()
                    ? Finding.warning("dictionary", "hidden")
                    : Finding.good("dictionary");
        } catch (RemoteFailure hidden) {
            return Finding.warning("dictionary", "refused", Probe.words(hidden));
        }
    }

    private Finding group(String group) {
        Query query = Query.KEY.matcher(group).matches()
                ? Query.all().is("sys_id", group)
                : Query.all().is("name", group);
        return probe.rows(Api.TABLE + "sys_user_group", query, List.of("sys_id", "name"), 2)
                                .size()
                        == 1
                ? Finding.good("group", group)
                : Finding.bad("group", "missing", group);
    }

    private Finding readable(String check, String path) {
        return asked(check, () -> {
            probe.rows(path, Query.all().newestFirst("sys_created_on"), List.of("sys_id"), 1);
            return Finding.good(check);
        });
    }

    /** Of a table that has rows in every instance. */
    private Finding filled(String check, String table, Finding empty) {
        return asked(
                check,
                () -> probe.rows(Api.TABLE + table, Query.all().newestFirst("sys_created_on"), List.of("sys_id"), 1)
                                .isEmpty()
                        ? empty
                        : Finding.good(check));
    }

    private static Finding asked(String check, Supplier<Finding> look) {
        try {
            return look.get();
        } catch (RemoteFailure failure) {
            return Finding.bad(check, "refused", Probe.words(failure));
        }
    }
}
