package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.translation.Remembered;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be chosen in a column over there. */
final class Choices {

    private static final List<String> COLUMNS = List.of("name", "element", "value", "label", "inactive", "language");

    private final Api api;
    private final String table;
    private final Remembered<String> codes;

    Choices(Api api, String table, Clock clock) {
        this.api = api;
        this.table = table;
        this.codes = new Remembered<>(clock);
    }

    /** The code with which a case is resolved that its customer has closed. */
    String closedByCustomer() {
        String column = "resolution_code";
        return codes.get(column)
                .orElseGet(() -> codes.put(column, code(column)))
                // As the instance is delivered
                .orElse("Solved by customer");
    }

    private Optional<String> code(String column) {
        List<Row> all;
        try {
            all = of(column);
        } catch (RemoteFailure.Refused | RemoteFailure.Gone hidden) {
            return Optional.empty();
        }
        return all.stream()
                .filter(row -> row.text("label").toLowerCase(Locale.ROOT).contains("customer"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(row -> row.text("value"))
                .filter(value -> !value.isEmpty());
    }

    List<Row> of(String column) {
        return api
                .list(
                        "lookup",
                        Api.TABLE + "sys_choice",
                        Query.all()
                                .in("name", List.of(table, "task"))
                                .is("element", column)
                                .is("inactive", "false"),
                        COLUMNS,
                        200,
                        0)
                .rows()
                .stream()
                .filter(row -> row.text("element").equals(column))
                .filter(row -> !row.text("inactive").equals("true"))
                .toList();
    }
}
