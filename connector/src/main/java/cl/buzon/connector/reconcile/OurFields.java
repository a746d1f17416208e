package cl.buzon.connector.reconcile;

import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.desk.MirroredCase;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case's values in the words in which the two sides compare them. */
final class OurFields {

    private OurFields() {}

    static TicketFields of(MirroredCase now) {
        Map<TicketField, String> values = new EnumMap<>(TicketField.class);
        values.put(TicketField.STATE, now.state().name());
        values.put(TicketField.EXECUTIVE, text(now.executive()));
        values.put(TicketField.COMPENSATION_STATE, now.compensation().name());
        values.put(TicketField.COMPENSATION_AMOUNT, now.amount() == null ? "" : Long.toString(now.amount()));
        values.put(TicketField.RESOLUTION_CODE, text(now.resolutionCode()));
        values.put(TicketField.RESOLUTION_NOTES, text(now.resolutionNotes()));
        return new TicketFields(values);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
