package cl.buzon.sandbox.instance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One condition of an encoded query.
 *
 * @param operator a word or sign of the query language; empty when it could not be read
 */
public record Condition(String field, String operator, String value) {

    private static final Pattern FORM = Pattern.compile(
            "([a-z0-9_.]+)("
                    + "!=|<=|>=|=|<|>|NOT LIKE|!\\*|LIKE|\\*|STARTSWITH|ENDSWITH|%|NOT IN|IN|ISEMPTY|ISNOTEMPTY|ANYTHING"
                    + "|EMPTYSTRING|BETWEEN|NSAMEAS|SAMEAS)(.*)",
            Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    static Condition of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? new Condition(form.group(1), form.group(2), form.group(3))
                : new Condition(text, "", "");
    }

    Condition withValue(String other) {
        return new Condition(field, operator, other);
    }

    /** @param actual what the row has in the field */
    boolean holds(String actual) {
        String is = actual.toLowerCase(Locale.ROOT);
        String wanted = value.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "=" -> is.equals(wanted);
            case "!=" -> !is.equals(wanted);
            case "<" -> !actual.isEmpty() && compare(actual, value) < 0;
            case "<=" -> !actual.isEmpty() && compare(actual, value) <= 0;
            case ">" -> !actual.isEmpty() && compare(actual, value) > 0;
            case ">=" -> !actual.isEmpty() && compare(actual, value) >= 0;
            case "LIKE", "*" -> is.contains(wanted);
            case "NOT LIKE", "!*" -> !is.contains(wanted);
            case "STARTSWITH" -> is.startsWith(wanted);
            case "ENDSWITH", "%" -> is.endsWith(wanted);
            case "IN" -> items(wanted).contains(is);
            case "NOT IN" -> !items(wanted).contains(is);
            case "ISEMPTY", "EMPTYSTRING" -> actual.isEmpty();
            case "ISNOTEMPTY" -> !actual.isEmpty();
            case "BETWEEN" -> isBetween(actual);
            default -> true;
        };
    }

    static int compare(String left, String right) {
        if (NUMBER.matcher(left).matches() && NUMBER.matcher(right).matches()) {
            return Long.compare(Long.parseLong(left), Long.parseLong(right));
        }
        return left.compareToIgnoreCase(right);
    }

    private boolean isBetween(String actual) {
        String[] ends = value.split("@", 2);
        return ends.length == 2 && !actual.isEmpty() && compare(actual, ends[0]) >= 0 && compare(actual, ends[1]) <= 0;
    }

    private static List<String> items(String list) {
        return Arrays.asList(list.split(",", -1));
    }
}
