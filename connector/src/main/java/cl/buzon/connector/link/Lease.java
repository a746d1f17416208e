package cl.buzon.connector.link;

import cl.buzon.shared.CaseId;
import java.time.Instant;
import java.util.UUID;

/**
 * The right to work on a case, alone, for a while. Whatever is written down under it is refused once somebody else has
 * taken the case over.
 *
 * @param token of this one claim
 * @param changes how many changes the case had had when it was claimed
 * @param look whether the other side is to be asked, because somebody hinted that it has changed
 * @param attempts that have failed since it last got through
 * @param until when others may take it over
 */
public record Lease(CaseId caseId, UUID token, long changes, boolean look, int attempts, Instant until) {

    /** Seconds for which a case stays in the hands of a worker of whom nothing is heard. */
    public static final String SETTING = "buzon.connector.lease";

    public static final String USUAL_SECONDS = "60";

    /** Somebody else has the case by now: stop, and leave no trace. */
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Lost(CaseId caseId) {
            super("case " + caseId.value() + " is in other hands");
        }
    }
}
