package cl.buzon.sandbox.page;

import cl.buzon.sandbox.instance.Denial;
import cl.buzon.sandbox.instance.Executive;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What an executive can do with a case, and how it is done. */
enum CaseAction {
    ANSWER,
    NOTE,
    ASK,
    RESOLVE,
    ASSIGN,
    COMPENSATE,
    OPEN,
    CLOSE,
    CANCEL,
    FILE;

    static boolean isKnown(String key) {
        return Arrays.stream(values()).anyMatch(action -> action.key().equals(key));
    }

    /** @throws Denial when there is no such action */
    static CaseAction of(String key) {
        return Arrays.stream(values())
                .filter(action -> action.key().equals(key))
                .findFirst()
                .orElseThrow(Denial::noRecord);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Denial when the instance refuses it */
    void perform(Executive who, String id, Visit visit) {
        switch (this) {
            case ANSWER -> who.comment(id, needed(visit, "text"));
            case NOTE -> who.note(id, needed(visit, "text"));
            case ASK -> who.askForInformation(id, needed(visit, "text"));
            case RESOLVE -> who.resolve(id, visit.parameter("code"), visit.parameter("notes"));
            case ASSIGN -> who.assign(id, visit.parameter("executive"));
            case COMPENSATE -> compensate(who, id, visit);
            case OPEN -> who.change(id, Map.of("state", "10"));
            case CLOSE -> close(who, id, visit);
            case CANCEL -> who.change(id, Map.of("state", "7"));
            case FILE -> Upload.receive(who, id, visit);
        }
    }

    private static void compensate(Executive who, String id, Visit visit) {
        Map<String, String> values = new HashMap<>();
        values.put("u_compensation_state", visit.parameter("state"));
        values.put("u_compensation_amount", visit.parameter("amount").replaceAll("[^0-9]", ""));
        who.change(id, values);
    }

    private static void close(Executive who, String id, Visit visit) {
        Map<String, String> values = new HashMap<>();
        values.put("state", "3");
        values.put("resolution_code", visit.parameter("code"));
        values.put("close_notes", visit.parameter("notes"));
        who.change(id, values);
    }

    private static String needed(Visit visit, String name) {
        String text = visit.parameter(name);
        if (text.isEmpty()) {
            throw Denial.failed(visit.words().of("case.no-text"));
        }
        return text;
    }
}
