package cl.buzon.sandbox.instance;

import org.jspecify.annotations.Nullable;

/** The instance does not do what it was asked, and says so in its own words. */
public final class Denial extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String detail;

    public Denial(int status, String message, @Nullable String detail) {
        super(message, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    public static Denial noRecord() {
        return new Denial(404, "No Record found", "Record doesn't exist or ACL restricts the record retrieval");
    }

    /** @param deed Insert, Update or Delete */
    public static Denial acl(String deed) {
        return failed("ACL Exception " + deed + " Failed due to security constraints");
    }

    static Denial rule(String table, String rule) {
        return failed("Operation against file '" + table + "' was aborted by Business Rule '" + rule
                + "^0123456789abcdef0123456789abcdef'. Business Rule Stack:" + rule);
    }

    static Denial mandatory(String labels) {
        return failed("Data Policy Exception: The following fields are mandatory: " + labels);
    }

    public static Denial failed(String detail) {
        return new Denial(403, "Operation Failed", detail);
    }

    public int status() {
        return status;
    }

    public String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    public @Nullable String detail() {
        return detail;
    }
}
