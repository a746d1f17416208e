package cl.buzon.connector.spi;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Some fields of a ticket with their values in our words. A field that is missing is unknown, which is something else
 * than empty: the other side may hide it. A value for which no mapping exists is kept as {@code "?"} and the raw value.
 */
public record TicketFields(Map<TicketField, String> values) {

    private static final String UNMAPPED = "?";

    public TicketFields {
        Map<TicketField, String> copy = new EnumMap<>(TicketField.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    public static TicketFields none() {
        return new TicketFields(Map.of());
    }

    /** The value for what the other side says and no mapping translates. */
    public static String unmapped(String raw) {
        return UNMAPPED + raw;
    }

    public static boolean isUnmapped(String value) {
        return value.startsWith(UNMAPPED);
    }

    /** Its value, or nothing when unknown. */
    public Optional<String> get(TicketField field) {
        return Optional.ofNullable(values.get(field));
    }

    public TicketFields with(TicketField field, String value) {
        Map<TicketField, String> more = new EnumMap<>(TicketField.class);
        more.putAll(values);
        more.put(field, value);
        return new TicketFields(more);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
