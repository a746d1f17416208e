package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rows: every value is a string there, a missing one is unknown and an empty one empty. */
final class Columns {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final Pattern AMOUNT = Pattern.compile("(?:[A-Z]{3};)?([0-9]{1,15})(?:\\.0+)?");

    private final ServiceNowSettings settings;
    private final Map<String, CaseState> states;
    private final Map<String, CompensationState> compensations;

    Columns(ServiceNowSettings settings) {
        this.settings = settings;
        this.states = turned(settings.states());
        this.compensations = turned(settings.compensations());
    }

    private static <K> Map<String, K> turned(Map<K, String> map) {
        Map<String, K> turned = new HashMap<>();
        map.forEach((ours, theirs) -> turned.put(theirs, ours));
        return turned;
    }

    /** What is asked of a row of the table. */
    String wanted() {
        return String.join(
                ",",
                "sys_id",
                "number",
                "correlation_id",
                "state",
                "assigned_to",
                "assigned_to.email",
                "resolution_code",
                "close_notes",
                settings.compensationState(),
                settings.compensationAmount(),
                "sys_mod_count",
                "sys_created_by",
                "sys_updated_on",
                "sys_updated_by");
    }

    /** @param email of a user by key, asked when the row does not tell it */
    Ticket ticket(JsonObject row, Function<String, Optional<String>> email) {
        return new Ticket(
                new TicketId(text(row, "sys_id").orElse("?")),
                text(row, "number").orElse(""),
                ours(row),
                new Stamp(count(row), time(row, "sys_updated_on")),
                fields(row, email));
    }

    private TicketFields fields(JsonObject row, Function<String, Optional<String>> email) {
        Map<TicketField, String> values = new EnumMap<>(TicketField.class);
        text(row, "state").ifPresent(value -> values.put(TicketField.STATE, named(states.get(value), value)));
        executive(row, email).ifPresent(value -> values.put(TicketField.EXECUTIVE, value));
        text(row, settings.compensationState())
                .ifPresent(value -> values.put(
                        TicketField.COMPENSATION_STATE,
                        value.isEmpty()
                                ? CompensationState.NOT_REQUESTED.name()
                                : named(compensations.get(value), value)));
        text(row, settings.compensationAmount())
                .ifPresent(value -> values.put(TicketField.COMPENSATION_AMOUNT, amount(value)));
        text(row, "resolution_code").ifPresent(value -> values.put(TicketField.RESOLUTION_CODE, value));
        text(row, "close_notes").ifPresent(value -> values.put(TicketField.RESOLUTION_NOTES, Words.plain(value)));
        return new TicketFields(values);
    }

    private static String named(@Nullable Enum<?> ours, String raw) {
        return ours == null ? TicketFields.unmapped(raw) : ours.name();
    }

    private static Optional<String> executive(JsonObject row, Function<String, Optional<String>> email) {
        Optional<String> key = text(row, "assigned_to");
        if (key.isEmpty() || key.get().isEmpty()) {
            return key;
        }
        return Optional.of(text(row, "assigned_to.email")
                .filter(told -> !told.isBlank())
                .or(() -> email.apply(key.get()))
                .map(told -> told.strip().toLowerCase(Locale.ROOT))
                .orElseGet(() -> TicketFields.unmapped(key.get())));
    }

    private static String amount(String value) {
        if (value.isBlank()) {
            return "";
        }
        var digits = AMOUNT.matcher(value.strip());
        return digits.matches() ? Long.toString(Long.parseLong(digits.group(1))) : TicketFields.unmapped(value);
    }

    private static @Nullable CaseId ours(JsonObject row) {
        try {
            return text(row, "correlation_id")
                    .filter(value -> !value.isEmpty())
                    .map(value -> new CaseId(UUID.fromString(value)))
                    .orElse(null);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static long count(JsonObject row) {
        return text(row, "sys_mod_count")
                .filter(value -> value.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** In UTC and whole seconds; what cannot be read is long ago. */
    static Instant time(JsonObject row, String column) {
        try {
            return LocalDateTime.parse(text(row, column).orElse(""), TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    static String time(Instant at) {
        return TIME.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    /** A value, also of a reference with or without its link, of a number or a boolean; nothing when it is not told. */
    static Optional<String> text(JsonObject row, String column) {
        JsonValue value = row.get(column);
        if (value == null) {
            return Optional.empty();
        }
        return switch (value.getValueType()) {
            case STRING -> Optional.of(((JsonString) value).getString());
            case OBJECT -> text(value.asJsonObject(), "value").or(() -> text(value.asJsonObject(), "display_value"));
            case NULL -> Optional.of("");
            default -> Optional.of(value.toString());
        };
    }
}
