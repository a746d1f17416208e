package cl.buzon.connector.servicenow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * An encoded query. Nothing in it can be escaped, so that only what cannot be taken for a part of the query gets in:
 * keys, our own correlation, times, and names of a narrow alphabet.
 */
final class Query {

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}._@+ :&()-]{1,120}");
    static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

    private final String text;

    private Query(String text) {
        this.text = text;
    }

    static Query all() {
        return new Query("");
    }

    /** Whether a value may stand in a query. */
    static boolean takes(String value) {
        return WORD.matcher(value).matches() && !value.startsWith("javascript:");
    }

    Query is(String column, String value) {
        return and(column, "=", checked(value));
    }

    Query in(String column, Collection<String> values) {
        values.forEach(Query::checked);
        return and(column, "IN", String.join(",", values));
    }

    Query isPresent(String column) {
        return and(column, "ISNOTEMPTY", "");
    }

    Query isAbsent(String column) {
        return and(column, "ISEMPTY", "");
    }

    Query from(String column, Instant time) {
        return and(column, ">=", TIME.format(time));
    }

    Query after(String column, Instant time) {
        return and(column, ">", TIME.format(time));
    }

    Query at(String column, Instant time) {
        return and(column, "=", TIME.format(time));
    }

    Query afterKey(String key) {
        return and("sys_id", ">", checked(key));
    }

    /** What this asks for or the other: the order comes after. */
    Query or(Query other) {
        return new Query(text + "^NQ" + other.text);
    }

    Query ordered(String by) {
        return and("ORDERBY" + column(by) + "^ORDERBYsys_id");
    }

    Query newestFirst(String by) {
        return and("ORDERBYDESC" + column(by));
    }

    private Query and(String column, String operator, String value) {
        return and(column(column) + operator + value);
    }

    private Query and(String term) {
        return new Query((text.isEmpty() ? "" : text + "^") + term);
    }

    private static String column(String name) {
        if (!COLUMN.matcher(name).matches()) {
            throw new IllegalArgumentException("no column: " + name);
        }
        return name;
    }

    private static String checked(String value) {
        if (!takes(value)) {
            throw new IllegalArgumentException("not fit for a query: " + value);
        }
        return value;
    }

    @Override
    public String toString() {
        return text;
    }
}
