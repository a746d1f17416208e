package cl.buzon.connector.requesttracker;

import cl.buzon.connector.spi.Correlation;
import cl.buzon.connector.spi.RemoteFailure;
import cl.buzon.connector.spi.Ticket;
import cl.buzon.connector.spi.TicketFields;
import cl.buzon.connector.spi.TicketId;
import cl.buzon.shared.CaseId;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tickets: found and changed, in whatever queue their people have put them by now, and read back after each write, since
 * Request Tracker says that all is well when it has left out what it did not like.
 */
final class TicketTable {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    /** To a part of a change; to the others it says what it took, in the words that it was given. */
    private static final Pattern DENIED = Pattern.compile("(?:.*: )?Permission Denied");

    private final Rest rest;
    private final RequestTrackerSettings settings;
    private final TicketRecords records;
    private final Glances glances;

    TicketTable(Rest rest, RequestTrackerSettings settings, TicketRecords records, Glances glances) {
        this.rest = rest;
        this.settings = settings;
        this.records = records;
        this.glances = glances;
    }

    /** The oldest that is ours: whoever made a second one had not seen it. */
    Optional<Ticket> find(Correlation ours) {
        return oldest(ours).map(id -> ticket(read(id), ours.id()));
    }

    Optional<TicketId> oldest(Correlation ours) {
        Map<String, String> parameters = new LinkedHashMap<>(TicketRecords.columns());
        parameters.put(
                "query",
                Sql.custom(settings.fields().caseNumber(), ours.number().value()));
        parameters.put("orderby", "id");
        parameters.put("per_page", "" + Rest.PAGE);
        return rest.list("case.find", "/tickets", parameters).stream()
                .filter(record -> records.isOf(record, ours))
                .mapToLong(Item::id)
                .min()
                .stream()
                .mapToObj(id -> new TicketId(Long.toString(id)))
                .findFirst();
    }

    /** @throws RemoteFailure.Gone also when it was deleted, is a part of another one by now, or another case's */
    Rest.Read read(TicketId ticket) {
        try {
            Rest.Read read = rest.read("case.read", path(ticket), Map.of("fields[Owner]", People.COLUMNS));
            whyGone(ticket, read.record()).ifPresent(why -> {
                throw new RemoteFailure.Gone("Ticket " + ticket + why);
            });
            if (read.revision() == 0) {
                // Taken for the oldest of all it would be passed over whatever it says
                throw new RemoteFailure.Unreachable(
                        "Ticket " + ticket + " came without its revision: does a proxy take the ETag away?", null);
            }
            glances.at(ticket, read);
            return read;
        } catch (RemoteFailure.Refused no) {
            glances.forget(ticket);
            if (no.answer().startsWith("403")) {
                throw new RemoteFailure.Gone("Ticket " + ticket + " is hidden from us: " + no.answer());
            }
            throw no;
        } catch (RemoteFailure.Gone gone) {
            glances.forget(ticket);
            throw gone;
        }
    }

    private Optional<String> whyGone(TicketId ticket, Item record) {
        if (TicketRecords.isDeleted(record) || record.id() == 0) {
            return Optional.of(" is deleted");
        } else if (record.id() != Long.parseLong(ticket.value())) {
            return Optional.of(" was merged into " + record.id());
        }
        return records.isStillOf(record, ticket)
                ? Optional.empty()
                : Optional.of(" carries the number " + records.id(record).number() + " and not " + ticket.number());
    }

    Ticket ticket(Rest.Read read, @Nullable CaseId ours) {
        return records.ticket(read.record(), read.revision(), ours);
    }

    /** What it did not take is seen by whoever compares the answer with the wish. */
    Ticket update(TicketId ticket, TicketFields changes) {
        JsonObject body = records.changed(changes);
        return ticket(body.isEmpty() ? read(ticket) : change(ticket, body), null);
    }

    /** Whoever may have another case's ticket before them looks first: a change cannot be taken back. */
    Rest.Read change(TicketId ticket, JsonObject body) {
        boolean seen = glances.recent(ticket)
                .filter(glance -> records.isStillOf(glance.record(), ticket))
                .isPresent();
        if (ticket.number() != null && !seen) {
            read(ticket);
        }
        List<String> denied = rest.change("case.change", path(ticket), body).stream()
                .filter(words -> DENIED.matcher(words).matches())
                .toList();
        if (!denied.isEmpty()) {
            throw new RemoteFailure.Refused(
                    "We may not change ticket " + ticket + " (ModifyTicket, ReassignTicket, ModifyCustomField)",
                    "PUT " + path(ticket) + " " + rest.told(body),
                    "200 " + String.join("; ", denied));
        }
        return readAfter(ticket);
    }

    /** Nobody has denied the write, so a read that fails after it says nothing about that. */
    Rest.Read readAfter(TicketId ticket) {
        try {
            return read(ticket);
        } catch (RemoteFailure.Unreachable | RemoteFailure.Throttled | RemoteFailure.Unauthorized silent) {
            throw new RemoteFailure.OutcomeUnknown(
                    "Ticket " + ticket + " was written and could not be read back: " + silent.getMessage(),
                    false,
                    silent);
        }
    }

    /** Some tickets by their numbers, in one call: those that are there and shown to us. */
    List<Item> list(String name, List<Long> numbers) {
        Map<String, String> parameters = new LinkedHashMap<>(TicketRecords.columns());
        parameters.put("query", Sql.any("id", numbers));
        parameters.put("orderby", "id");
        parameters.put("per_page", "" + Rest.PAGE);
        return rest.list(name, "/tickets", parameters).stream()
                .filter(record -> numbers.contains(record.id()) && !TicketRecords.isDeleted(record))
                .toList();
    }

    /** Whether it may be one of ours, and is none of another system's. */
    static boolean isNumber(TicketId ticket) {
        return NUMBER.matcher(ticket.value()).matches();
    }

    static String path(TicketId ticket) {
        if (!isNumber(ticket)) {
            throw new RemoteFailure.Gone("No number of a ticket: " + ticket);
        }
        return "/ticket/" + ticket.value();
    }
}
