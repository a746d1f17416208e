package cl.buzon.sandbox.wire;

import cl.buzon.sandbox.instance.Column;
import cl.buzon.sandbox.instance.Instance;
import cl.buzon.sandbox.instance.Row;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.stream.Stream;

/** What may be put into a field of a case: choices, or rows of the table referred to. */
final class FieldValues {

    private final Instance instance;

    FieldValues(Instance instance) {
        this.instance = instance;
    }

    Answer of(String field) {
        Column column = instance.schema()
                .table(Instance.CASE)
                .flatMap(type -> type.column(field))
                .orElseThrow(NoResource::denial);
        ArrayNode result = Asked.JSON.createArrayNode();
        if (column.reference().isEmpty()) {
            choices(field)
                    .forEach(choice ->
                            result.addObject().put("label", choice.get("label")).put("value", choice.get("value")));
        } else {
            instance.rows(column.reference())
                    .forEach(row ->
                            result.addObject().put("label", row.get("name")).put("value", row.id()));
        }
        return Answer.result(200, result);
    }

    private Stream<Row> choices(String field) {
        return instance.rows("sys_choice").stream()
                .filter(choice -> choice.get("element").equals(field))
                .filter(choice -> choice.get("language").equals("en"))
                .filter(choice -> !choice.get("name").equals("sys_attachment"));
    }
}
