package cl.buzon.sandbox.instance;

import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * A business rule of somebody's own: an administrator has written it, and a caller cannot know it.
 *
 * @param applies by the row as it was (without values when it is new) and the changes sent
 * @param rewriting makes other changes of those sent; what it throws refuses them
 */
public record Rule(
        String name, BiPredicate<Row, Map<String, String>> applies, UnaryOperator<Map<String, String>> rewriting) {

    /** Refuses what it applies to. */
    public static Rule refusing(String name, BiPredicate<Row, Map<String, String>> applies) {
        return new Rule(name, applies, changes -> {
            throw Denial.rule(CaseRules.CASE, name);
        });
    }
}
