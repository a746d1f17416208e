package cl.buzon.sandbox.instance;

/**
 * One column of a table.
 *
 * @param reference the table it refers to; empty unless it is a reference
 * @param length the longest text it takes, in characters; what is longer is cut without a word
 * @param preset what a new row has in it when nothing is given
 */
public record Column(String name, Kind kind, String reference, int length, String label, String preset) {

    /** What a column holds. All of it is text on the wire. */
    public enum Kind {
        STRING,
        INTEGER,
        BOOLEAN,
        DATETIME,
        GUID,
        CHOICE,
        JOURNAL,
        REFERENCE
    }

    /** Set by the instance alone. */
    public boolean isSystem() {
        return name.startsWith("sys_");
    }

    String internalType() {
        return switch (kind) {
            case DATETIME -> "glide_date_time";
            case GUID -> "GUID";
            case JOURNAL -> "journal_input";
            case CHOICE -> "string";
            default -> kind.name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
