package cl.buzon.connector.requesttracker;

import java.util.Collection;
import java.util.stream.Collectors;

/** Queries in Request Tracker's own language, in which no value can become a condition. */
final class Sql {

    private Sql() {}

    static String is(String field, String value) {
        return field + " = '" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    static String custom(String field, String value) {
        return is("CF.{" + field + "}", value);
    }

    static String both(String condition, String other) {
        return "(" + condition + " AND " + other + ")";
    }

    static String either(Collection<String> conditions) {
        return conditions.stream().collect(Collectors.joining(" OR ", "(", ")"));
    }

    static String any(String field, Collection<?> values) {
        return either(values.stream().map(value -> is(field, value.toString())).toList());
    }
}
