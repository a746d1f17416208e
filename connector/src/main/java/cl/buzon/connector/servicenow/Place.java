package cl.buzon.connector.servicenow;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a table has been heard, by its own time: at rest all up to then, or within a longer stretch after one row.
 *
 * @param at whole seconds of the other side's clock
 * @param after key of the last row, within a stretch; empty at rest
 */
record Place(Instant at, String after) {

    static Place at(Instant at) {
        return new Place(at, "");
    }

    boolean isWithin() {
        return !after.isEmpty();
    }

    Place atRest() {
        return at(at);
    }

    Place within(Instant last, String key) {
        return new Place(last, key);
    }

    /** Never back, though what was heard may be older. */
    Place passed(Instant last) {
        return last.isAfter(at) ? at(last) : this;
    }

    /** Many rows may have the same second: within one it goes on by key. Nothing can be grouped, so the scope stands twice. */
    String query(String scope, String time, Duration overlap) {
        String order = "^ORDERBY" + time + "^ORDERBYsys_id";
        if (!isWithin()) {
            return scope + "^" + time + ">=" + Columns.time(since(overlap)) + order;
        }
        String second = Columns.time(at);
        return scope + "^" + time + "=" + second + "^sys_id>" + after + "^NQ" + scope + "^" + time + ">" + second
                + order;
    }

    private Instant since(Duration overlap) {
        return at.minusSeconds(Math.min(overlap.toSeconds(), Math.max(0, at.getEpochSecond())));
    }

    String text() {
        return at.getEpochSecond() + "/" + after;
    }

    static Place read(String text) {
        String[] parts = text.split("/", -1);
        return new Place(Instant.ofEpochSecond(Long.parseLong(parts[0])), parts[1]);
    }
}
