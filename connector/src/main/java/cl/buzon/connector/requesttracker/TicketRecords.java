package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.translation.Commentary;
import cl.buzon.connector.translation.PlainText;
import cl.buzon.shared.CaseId;
import cl.buzon.shared.CaseState;
import cl.buzon.shared.CompensationState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates tickets of Request Tracker into ours, and our words into its statuses, owners and custom fields. */
final class TicketRecords {

    /** Nothing is markup in a plain text. */
    static final Commentary COMMENTARY = new Commentary(text -> text);

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}");
    private static final int SUBJECT = 200;

    private final RequestTrackerSettings settings;
    private final People people;

    TicketRecords(RequestTrackerSettings settings, People people) {
        this.settings = settings;
        this.people = people;
    }

    /** What lists are asked for of each ticket; a single one tells all of itself anyway. */
    static Map<String, String> columns() {
        return Map.of(
                "fields",
                "Subject,Status,Owner,Created,Creator,LastUpdated,CustomFields",
                "fields[Owner]",
                People.COLUMNS);
    }

    /**
     * @param revision number of its latest transaction that is known
     * @param ours the case for which it was looked for; the ticket itself tells its number alone
     */
    Ticket ticket(Item record, long revision, @Nullable CaseId ours) {
        return new Ticket(
                id(record),
                Long.toString(record.id()),
                ours,
                new Stamp(revision, record.time("LastUpdated").orElse(Instant.EPOCH)),
                fields(record));
    }

    /** Its number and ours, as far as the ticket tells it. */
    TicketId id(Item record) {
        return new TicketId(Long.toString(record.id()), number(record).orElse(null));
    }

    private Optional<String> number(Item record) {
        return record.custom(settings.fields().caseNumber()).filter(number -> !number.isEmpty());
    }

    /** Unless it carries the number of another case than it must: then it is another ticket, whatever its own number. */
    boolean isStillOf(Item record, TicketId expected) {
        return !expected.isOfAnother(id(record));
    }

    static boolean isDeleted(Item record) {
        return record.text("Status").equals("deleted");
    }

    /** Whether it carries a number as ours do. */
    boolean isNumbered(Item record) {
        return number(record).isPresent();
    }

    /** Whether it carries our number and is about the same: the same shipment, or else under the same subject. */
    boolean isOf(Item record, Correlation ours) {
        String number = record.custom(settings.fields().caseNumber()).orElse("");
        if (!number.equalsIgnoreCase(ours.number().value())) {
            return false;
        }
        String theirs =
                record.custom(settings.fields().trackingNumber()).orElse("").replaceAll("\\s", "");
        String own = ours.trackingNumber() == null ? "" : ours.trackingNumber();
        return (!theirs.isEmpty() && !own.isEmpty())
                ? theirs.equalsIgnoreCase(own)
                : Commentary.oneLine(record.text("Subject")).equals(subject(ours.subject()));
    }

    private TicketFields fields(Item record) {
        Map<TicketField, String> values = new EnumMap<>(TicketField.class);
        values.put(TicketField.STATE, settings.state(record.text("Status")));
        if (record.has("Owner")) {
            values.put(TicketField.EXECUTIVE, executive(record.of("Owner")));
        }
        for (TicketField field : TicketField.values()) {
            column(field).flatMap(record::custom).ifPresent(raw -> values.put(field, ours(field, raw)));
        }
        return new TicketFields(values);
    }

    private static String executive(Item owner) {
        String login = owner.text("id");
        return login.equals(People.NOBODY) ? "" : People.mail(owner).orElseGet(() -> TicketFields.unmapped(login));
    }

    /** The custom field that holds one of our fields. */
    Optional<String> column(TicketField field) {
        return switch (field) {
            case STATE, EXECUTIVE -> Optional.empty();
            case COMPENSATION_STATE -> Optional.of(settings.fields().compensationState());
            case COMPENSATION_AMOUNT -> Optional.of(settings.fields().compensationAmount());
            case RESOLUTION_CODE -> settings.fields().resolutionCode();
            case RESOLUTION_NOTES -> settings.fields().resolutionNotes();
        };
    }

    private String ours(TicketField field, String raw) {
        return switch (field) {
            case COMPENSATION_STATE ->
                raw.isEmpty()
                        ? CompensationState.NOT_REQUESTED.name()
                        : settings.compensations().toOurs(raw);
            case COMPENSATION_AMOUNT -> {
                if (raw.isEmpty() || AMOUNT.matcher(raw).matches()) {
                    yield raw.replaceFirst("^0+(?=\\d)", "");
                }
                yield TicketFields.unmapped(raw);
            }
            default -> PlainText.ofText(raw);
        };
    }

    static String subject(String subject) {
        return COMMENTARY.fitting(Commentary.oneLine(subject), SUBJECT);
    }

    /** All of a new ticket. */
    JsonObject fresh(NewTicket wish) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("Queue", settings.queue())
                .add("Subject", subject(wish.subject()))
                .add("Requestor", Json.createArrayBuilder().add(wish.customer().email()))
                .add("Content", COMMENTARY.harmless(wish.description()))
                .add("ContentType", "text/plain");
        JsonObjectBuilder customs = identity(wish);
        add(body, customs, wish.fields(), true);
        return body.add("CustomFields", customs).build();
    }

    /** By what a ticket is known to be ours, and what about. */
    JsonObjectBuilder identity(NewTicket wish) {
        JsonObjectBuilder customs = Json.createObjectBuilder()
                .add(settings.fields().caseNumber(), wish.correlation().number().value())
                .add(settings.fields().category(), settings.category().apply(wish.category()));
        if (wish.trackingNumber() != null && !wish.trackingNumber().isEmpty()) {
            customs.add(settings.fields().trackingNumber(), wish.trackingNumber());
        }
        return customs;
    }

    JsonObject changed(TicketFields changes) {
        JsonObjectBuilder body = Json.createObjectBuilder();
        JsonObjectBuilder customs = Json.createObjectBuilder();
        add(body, customs, changes, false);
        JsonObject values = customs.build();
        if (!values.isEmpty()) {
            body.add("CustomFields", values);
        }
        return body.build();
    }

    /** Nobody becomes the owner of what nobody over there is known for. */
    private void add(JsonObjectBuilder body, JsonObjectBuilder customs, TicketFields fields, boolean fresh) {
        fields.values().forEach((field, value) -> {
            if (fresh && value.isEmpty()) {
                return;
            }
            switch (field) {
                case STATE -> body.add("Status", settings.status(value));
                case EXECUTIVE ->
                    (value.isEmpty() ? Optional.of(People.NOBODY) : people.byMail(value))
                            .ifPresent(login -> body.add("Owner", login));
                default -> column(field).ifPresent(name -> customs.add(name, theirs(field, value)));
            }
        });
    }

    private String theirs(TicketField field, String value) {
        return field == TicketField.COMPENSATION_STATE
                ? settings.compensations().toTheirs(value)
                : COMMENTARY.harmless(value);
    }

    /** Whether a reply leaves a status as it is; from any other Request Tracker moves the ticket back into work. */
    boolean isInWork(String status) {
        return status.equals(settings.status(CaseState.OPEN.name()))
                || status.equals(settings.status(CaseState.AWAITING_INFO.name()));
    }
}
