package cl.buzon.shared;

import java.util.List;

/**
 * One broken rule.
 *
 * @param field the input at fault, by its name in the JSON API
 * @param code stable name of the rule, such as {@code TOO_LONG}
 * @param arguments what the sentence about it needs, such as the limit or the file's name
 */
public record Fault(String field, String code, List<Object> arguments) {

    public Fault {
        arguments = List.copyOf(arguments);
    }

    public static Fault of(String field, String code, Object... arguments) {
        return new Fault(field, code, List.of(arguments));
    }
}
