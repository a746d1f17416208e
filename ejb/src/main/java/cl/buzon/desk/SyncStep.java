package cl.buzon.desk;

/**
 * One thing that a sync of a case would do.
 *
 * @param subject a field, a message's author or a file's name
 * @param value what would be written; empty when there is nothing to show
 */
public record SyncStep(Kind kind, String subject, String value) {

    /** What would be done. */
    public enum Kind {
        CREATE_TICKET,
        CHANGE_THERE,
        CHANGE_HERE,
        SEND_MESSAGE,
        SEND_FILE,
        TAKE_MESSAGE,
        TAKE_FILE,
        CONFLICT,
        SKIP
    }
}
