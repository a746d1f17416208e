package cl.buzon.web.api;

import cl.buzon.desk.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * What the back office says to an action.
 *
 * @param reason what is missing, why it is cancelled, or in what words it is resolved if there are no notes
 * @param code with what it is resolved
 * @param notes in what words it is resolved
 */
record StaffActionBody(
        @Nullable String reason,
        @Nullable String code,
        @Nullable String notes) {

    static final StaffActionBody NONE = new StaffActionBody(null, null, null);

    Resolution resolution() {
        return new Resolution(code, notes == null ? reason : notes);
    }
}
