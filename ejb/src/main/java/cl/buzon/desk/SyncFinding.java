package cl.buzon.desk;

/**
 * One answer of the doctor.
 *
 * @param words what was looked at and what was found
 * @param remedy what to do about it; empty when all is well
 */
public record SyncFinding(Outcome outcome, String words, String remedy) {

    /** How bad it is. */
    public enum Outcome {
        GOOD,
        /** It works, but not as it should. */
        WARNING,
        BAD,
        /** Could not be looked at, because something before it failed. */
        SKIPPED
    }
}
