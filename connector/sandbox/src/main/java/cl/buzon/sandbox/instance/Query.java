package cl.buzon.sandbox.instance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An encoded query: terms joined by {@code ^}, alternatives by {@code ^OR} (which binds to the term before it), whole
 * queries by {@code ^NQ}, and an order.
 */
public final class Query {

    private final List<List<List<Condition>>> alternatives = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();

    private Query() {}

    /** Never fails: what cannot be read is a condition without an operator. */
    public static Query of(String encoded) {
        Query query = new Query();
        query.alternatives.add(new ArrayList<>());
        for (String part : encoded.split("\\^", -1)) {
            query.take(part);
        }
        return query;
    }

    /** All conditions, whatever joins them. */
    public List<Condition> conditions() {
        return alternatives.stream().flatMap(List::stream).flatMap(List::stream).toList();
    }

    /** The fields that rows are ordered by. */
    public List<String> orderedBy() {
        return orders.stream().map(Order::field).toList();
    }

    /** @param judge what one condition says of the row at hand */
    boolean holds(Function<Condition, Boolean> judge) {
        return alternatives.stream().anyMatch(all -> all.stream()
                .allMatch(any -> any.isEmpty() || any.stream().anyMatch(judge::apply)));
    }

    /** @param value a row's value of a field */
    Comparator<Row> order(BiFunction<Row, String, String> value) {
        return orders.stream()
                .map(order -> order.by(value))
                .reduce(Comparator::thenComparing)
                .orElseGet(() -> Comparator.comparingLong(Row::sequence));
    }

    private void take(String part) {
        List<List<Condition>> terms = alternatives.get(alternatives.size() - 1);
        if (part.isEmpty() || part.equals("EQ")) {
            return;
        }
        if (part.startsWith("NQ")) {
            alternatives.add(new ArrayList<>());
            take(part.substring(2));
        } else if (part.startsWith("ORDERBYDESC")) {
            orders.add(new Order(part.substring(11), true));
        } else if (part.startsWith("ORDERBY")) {
            orders.add(new Order(part.substring(7), false));
        } else if (part.startsWith("OR") && !terms.isEmpty()) {
            terms.get(terms.size() - 1).add(Condition.of(part.substring(2)));
        } else {
            terms.add(new ArrayList<>(List.of(Condition.of(part))));
        }
    }

    private record Order(String field, boolean descending) {

        Comparator<Row> by(BiFunction<Row, String, String> value) {
            Comparator<Row> ascending = Comparator.comparing(row -> value.apply(row, field), Condition::compare);
            return descending ? ascending.reversed() : ascending;
        }
    }
}
