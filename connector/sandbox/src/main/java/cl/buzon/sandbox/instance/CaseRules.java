package cl.buzon.sandbox.instance;

import java.util.Map;
import java.util.Set;

/** What the instance itself does when a case is written: its business rules and data policies. */
final class CaseRules {

    static final String CASE = "sn_customerservice_case";
    static final String NEW = "1";
    static final String OPEN = "10";
    static final String AWAITING_INFO = "18";
    static final String RESOLVED = "6";
    static final String CLOSED = "3";
    static final String CANCELLED = "7";

    private static final Set<String> ENDED = Set.of(CLOSED, CANCELLED);

    /** Money is paid after the claim is closed. */
    private static final Set<String> OPEN_TO_THE_END = Set.of("u_compensation_state", "u_compensation_amount");

    private final Switches switches;

    CaseRules(Switches switches) {
        this.switches = switches;
    }

    /**
     * Before the row is written.
     *
     * @param before the row as it is; without values when it is new
     * @param after the row as it will be, which the rules change
     * @throws Denial when a rule or a policy forbids it
     */
    void beforeWrite(Row before, Map<String, String> after, Written written) {
        refuseWhenEnded(before, after, written);
        reopen(before, after, written);
        requireResolution(before, after);
        stamp(before, after, written);
        after.put("case", after.getOrDefault("short_description", "") + "\u200b" + after.getOrDefault("number", ""));
    }

    private void refuseWhenEnded(Row before, Map<String, String> after, Written written) {
        boolean changed = written.hasEntries()
                || after.entrySet().stream()
                        .anyMatch(entry -> !OPEN_TO_THE_END.contains(entry.getKey())
                                && !before.get(entry.getKey()).equals(entry.getValue()));
        if (switches.closedRefusesUpdates && ENDED.contains(before.get("state")) && changed) {
            throw Denial.rule(CASE, "Closed cases cannot be updated");
        }
    }

    /** "Change Awaiting to Open". */
    private void reopen(Row before, Map<String, String> after, Written written) {
        boolean stillWaits =
                AWAITING_INFO.equals(before.get("state")) && AWAITING_INFO.equals(after.getOrDefault("state", ""));
        if (switches.commentReopens && stillWaits && written.hasComment() && !written.byAgent()) {
            after.put("state", OPEN);
        }
    }

    private void requireResolution(Row before, Map<String, String> after) {
        String state = after.getOrDefault("state", "");
        boolean ends = !state.equals(before.get("state")) && (state.equals(RESOLVED) || state.equals(CLOSED));
        if (!switches.resolutionCodeIsMandatory || !ends) {
            return;
        }
        boolean code = after.getOrDefault("resolution_code", "").isEmpty();
        boolean notes = after.getOrDefault("close_notes", "").isEmpty();
        if (code || notes) {
            throw Denial.mandatory(
                    code && notes
                            ? "Resolution code, Resolution notes"
                            : code ? "Resolution code" : "Resolution notes");
        }
    }

    private static void stamp(Row before, Map<String, String> after, Written written) {
        String state = after.getOrDefault("state", "");
        after.put("active", String.valueOf(!ENDED.contains(state)));
        if (state.equals(before.get("state"))) {
            return;
        }
        if (state.equals(RESOLVED)) {
            after.put("resolved_at", written.now());
            after.put("resolved_by", written.userId());
        }
        if (ENDED.contains(state)) {
            after.put("closed_at", written.now());
            after.put("closed_by", written.userId());
        }
    }

    /** Who writes, when, and whether words come with it. */
    record Written(String now, String userId, boolean byAgent, boolean hasComment, boolean hasEntries) {}
}
