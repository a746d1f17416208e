package cl.buzon.web.portal;

import cl.buzon.desk.SyncConflict;
import cl.buzon.desk.SyncStatus;
import cl.buzon.desk.SyncTrouble;
import cl.buzon.web.i18n.FaultTexts;
import cl.buzon.web.i18n.Moments;
import cl.buzon.web.i18n.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says to the operator why something does not get through, who stopped it, and on what the two sides differ. */
@Named
@RequestScoped
public class SyncWords {

    /** What the connector puts before a value of theirs that nothing here translates. */
    private static final String UNTRANSLATED = "?";

    /** Characters of what was told that a list shows. */
    private static final int BRIEF = 90;

    private static final String NOTHING = "–";

    @Inject
    PageRequest request;

    @Inject
    Moments moments;

    /** What people call a system that is connected. */
    public String system(String name) {
        return texts().find("sync.system." + name).orElse(name);
    }

    /** Who paused it and since when, or who let it go on. */
    public String switched(SyncStatus.Switch last) {
        return texts().format(
                        last.paused() ? "sync.switched.paused" : "sync.switched.resumed",
                        last.by(),
                        moments.on(last.at()));
    }

    /** The reason in the reader's words; the other side's own are {@link #told}. */
    public String why(SyncTrouble trouble, String system) {
        String key =
                switch (trouble.kind()) {
                    case REFUSED -> "sync.refused." + trouble.about();
                    case WAITING -> isOpen(trouble) ? "sync.why.open" : "sync.why.waiting";
                    case BROKEN -> "sync.why.broken";
                    case GONE -> "sync.why.gone";
                };
        return texts().format(key, system(system));
    }

    /** What the other side has said, as it said it; empty when it is only a code. */
    public String told(SyncTrouble trouble) {
        return isOpen(trouble) ? "" : trouble.reason();
    }

    /** The beginning of it, for a list. */
    public String brief(SyncTrouble trouble) {
        String told = told(trouble);
        return told.codePointCount(0, told.length()) <= BRIEF
                ? told
                : told.substring(0, told.offsetByCodePoints(0, BRIEF)).strip() + "…";
    }

    private static boolean isOpen(SyncTrouble trouble) {
        return trouble.reason().equals("OUTCOME_UNKNOWN");
    }

    /** Why a difference could not be settled otherwise. */
    public String reason(SyncConflict conflict) {
        String note = conflict.note();
        if (note == null) {
            return texts().get("sync.note.both");
        }
        Optional<String> known = texts().find("sync.note." + note);
        if (known.isPresent()) {
            return known.get();
        }
        return note.matches("[A-Z_]+") ? FaultTexts.of(note, texts().language()) : note;
    }

    public String ours(SyncConflict conflict) {
        return value(conflict.field(), conflict.ours());
    }

    public String theirs(SyncConflict conflict) {
        return value(conflict.field(), conflict.theirs());
    }

    /** The name of a field of a plan; an author's or a file's stands for itself. */
    public String subject(String subject) {
        return texts().find("sync.field." + subject).orElse(subject);
    }

    /** A value of a plan or a difference, as the portal says it elsewhere. */
    public String value(String field, @Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return NOTHING;
        }
        if (raw.startsWith(UNTRANSLATED)) {
            return raw.substring(UNTRANSLATED.length());
        }
        return switch (field) {
            case "STATE" -> texts().find("state." + raw).orElse(raw);
            case "COMPENSATION_STATE" -> texts().find("compensation." + raw).orElse(raw);
            default -> raw;
        };
    }

    private Texts texts() {
        return request.texts();
    }
}
