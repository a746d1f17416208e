package cl.buzon.connector.servicenow;

import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.NewTicket;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Stamp;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketField;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.connector.translation.PlainText;
import cl.buzon.shared.CaseId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates rows of the case table into tickets and our words into its columns. */
final class CaseRows {

    private static final Logger LOG = System.getLogger(CaseRows.class.getName());

    private static final String EXECUTIVE_MAIL = "assigned_to.email";
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern AMOUNT = Pattern.compile("(?:CLP;)?(\\d{1,12})(?:\\.0{1,2})?");

    private final ServiceNowSettings settings;
    private final People people;
    private final Lengths lengths;

    CaseRows(ServiceNowSettings settings, People people, Lengths lengths) {
        this.settings = settings;
        this.people = people;
        this.lengths = lengths;
    }

    /** What is asked for whenever a ticket is answered. */
    List<String> columns() {
        return List.of(
                "sys_id",
                "number",
                "correlation_id",
                "state",
                "assigned_to",
                EXECUTIVE_MAIL,
                settings.names().compensationState(),
                settings.names().compensationAmount(),
                "resolution_code",
                "close_notes",
                "sys_mod_count",
                "sys_updated_on",
                "sys_created_by",
                "sys_updated_by");
    }

    Ticket ticket(Row row) {
        return new Ticket(
                new TicketId(row.key()),
                row.text("number"),
                ours(row),
                new Stamp(
                        row.number("sys_mod_count").orElse(0L),
                        row.time("sys_updated_on").orElse(Instant.EPOCH)),
                fields(row));
    }

    /**
     * What a write has answered. It is done, so that nothing that is looked up afterwards may make it fail: an executive
     * whom we cannot find out now is unknown.
     */
    Ticket written(Row row) {
        try {
            return ticket(row);
        } catch (RemoteFailure lookup) {
            LOG.log(Level.INFO, "Whose case {0} is cannot be told now: {1}", row.key(), lookup.getMessage());
            return ticket(row.without(settings.column(TicketField.EXECUTIVE)));
        }
    }

    /** Whether a case is about the same: the same shipment, or where one does not name any, under the same subject. */
    boolean isAbout(Row row, Correlation ours) {
        String theirs = row.text(settings.names().trackingNumber()).replaceAll("\\s", "");
        String own = ours.trackingNumber() == null ? "" : ours.trackingNumber();
        if (!theirs.isEmpty() && !own.isEmpty()) {
            return theirs.equalsIgnoreCase(own);
        }
        String subject = JournalText.COMMENTARY.fitting(oneLine(ours.subject()), lengths.of("short_description"));
        return !subject.isEmpty() && oneLine(row.text("short_description")).equals(subject);
    }

    static @Nullable CaseId ours(Row row) {
        String correlation = row.text("correlation_id").strip();
        return UUID_FORM.matcher(correlation).matches() ? CaseId.of(correlation) : null;
    }

    private TicketFields fields(Row row) {
        TicketFields fields = TicketFields.none();
        for (TicketField field : TicketField.values()) {
            Optional<String> value = row.get(settings.column(field)).map(raw -> translated(field, raw.strip(), row));
            if (value.isPresent()) {
                fields = fields.with(field, value.get());
            }
        }
        return fields;
    }

    private @Nullable String translated(TicketField field, String raw, Row row) {
        return switch (field) {
            case STATE ->
                raw.isEmpty() || settings.ignoredStates().contains(raw)
                        ? null
                        : settings.states().toOurs(raw);
            case EXECUTIVE -> executive(raw, row);
            case COMPENSATION_STATE ->
                raw.isEmpty() ? "NOT_REQUESTED" : settings.compensations().toOurs(raw);
            case COMPENSATION_AMOUNT -> amount(raw);
            case RESOLUTION_CODE -> raw;
            case RESOLUTION_NOTES -> PlainText.of(raw);
        };
    }

    private @Nullable String executive(String key, Row row) {
        String mail = row.text(EXECUTIVE_MAIL).strip();
        if (key.isEmpty()) {
            return "";
        }
        if (mail.isEmpty()) {
            mail = people.byKey(key).map(People.User::mail).orElse("");
        }
        return mail.isEmpty() ? TicketFields.unmapped(key) : mail.toLowerCase(Locale.ROOT);
    }

    private static String amount(String raw) {
        Matcher form = AMOUNT.matcher(raw);
        if (raw.isEmpty()) {
            return "";
        }
        if (!form.matches()) {
            return TicketFields.unmapped(raw);
        }
        // A column of numbers cannot be empty
        String digits = form.group(1).replaceFirst("^0+", "");
        return digits;
    }

    JsonObject fresh(NewTicket wish) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("correlation_id", wish.correlation().id().toString())
                .add("correlation_display", wish.correlation().number().value())
                .add("contact_type", "web")
                .add(
                        "short_description",
                        JournalText.COMMENTARY.fitting(oneLine(wish.subject()), lengths.of("short_description")))
                .add("description", JournalText.COMMENTARY.fitting(wish.description(), lengths.of("description")))
                .add(settings.names().category(), settings.category().apply(wish.category()));
        if (wish.trackingNumber() != null && !wish.trackingNumber().isEmpty()) {
            body.add(settings.names().trackingNumber(), wish.trackingNumber());
        }
        people.contact(wish.customer().email()).ifPresent(contact -> {
            body.add("contact", contact.key());
            if (!contact.account().isEmpty()) {
                body.add("account", contact.account());
            }
        });
        people.group(settings.group()).ifPresent(group -> body.add("assignment_group", group));
        add(body, wish.fields(), true);
        return body.build();
    }

    JsonObject changed(TicketFields changes) {
        JsonObjectBuilder body = Json.createObjectBuilder();
        add(body, changes, false);
        return body.build();
    }

    private void add(JsonObjectBuilder body, TicketFields fields, boolean fresh) {
        fields.values().forEach((field, value) -> {
            if (!(fresh && value.isEmpty())) {
                theirs(field, value).ifPresent(theirs -> body.add(settings.column(field), theirs));
            }
        });
    }

    /** Nothing for an executive whom they do not know. */
    private Optional<String> theirs(TicketField field, String value) {
        return switch (field) {
            case STATE -> Optional.of(settings.states().toTheirs(value));
            case EXECUTIVE ->
                value.isEmpty() ? Optional.of("") : people.byMail(value).map(People.User::key);
            case COMPENSATION_STATE -> Optional.of(settings.compensations().toTheirs(value));
            case COMPENSATION_AMOUNT -> Optional.of(value);
            case RESOLUTION_CODE -> Optional.of(JournalText.COMMENTARY.harmless(value));
            case RESOLUTION_NOTES -> Optional.of(JournalText.COMMENTARY.fitting(value, lengths.of("close_notes")));
        };
    }

    static String oneLine(String subject) {
        return subject.replaceAll("\\s+", " ").strip();
    }
}
